namespace Understanding.Learning;

/// <summary>Something learnt from files inside the program. Learning takes seconds, so it is done when the program is built and read
/// back from a file beside it; where that file is missing or stems from other examples, it is learnt at its first use.</summary>
/// <typeparam name="T">What was learnt.</typeparam>
internal sealed class BuiltModel<T> : IBuiltModel
    where T : class
{
    private readonly Lazy<T> _value;
    private readonly Lazy<string> _fingerprint;
    private readonly Func<T> _learn;
    private readonly Action<T, BinaryWriter> _write;
    private readonly Func<BinaryReader, T> _read;

    /// <param name="name">The name of its file.</param>
    /// <param name="sources">The files inside the program that it is learnt from ("Orders.Examples.en.txt").</param>
    /// <param name="probe">What the code of today makes of some of the examples: a file that was learnt by other code does not fit.</param>
    /// <param name="learn">Learns it.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="read">Reads what <paramref name="write"/> wrote.</param>
    public BuiltModel(
        string name,
        IReadOnlyList<string> sources,
        Func<uint> probe,
        Func<T> learn,
        Action<T, BinaryWriter> write,
        Func<BinaryReader, T> read
    )
    {
        (Name, _learn, _write, _read) = (name, learn, write, read);
        _fingerprint = new(() => BuiltModels.Fingerprint(sources, probe()));
        _value = new(() => FromFile(BuiltModels.Folder) ?? _learn());
    }

    /// <summary>The name of its file.</summary>
    public string Name { get; }

    /// <summary>What was learnt; the first call reads or learns it, for all threads.</summary>
    public T Value => _value.Value;

    /// <inheritdoc/>
    public void Load() => _ = Value;

    /// <inheritdoc/>
    public bool BuildInto(string folder)
    {
        if (FromFile(folder) is not null)
            return false;
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Name + ".learnt");
        using (var writer = new BinaryWriter(File.Create(path + ".new")))
        {
            writer.Write(_fingerprint.Value);
            _write(_learn(), writer);
        }
        File.Move(path + ".new", path, overwrite: true);
        return true;
    }

    private T? FromFile(string folder)
    {
        var path = Path.Combine(folder, Name + ".learnt");
        if (!File.Exists(path))
            return null;
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16));
        try
        {
            return reader.ReadString() == _fingerprint.Value ? _read(reader) : null;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or OverflowException)
        {
            // Written by other code, or cut off: it is learnt anew.
            return null;
        }
    }
}

/// <summary>A model that can be learnt when the program is built.</summary>
internal interface IBuiltModel
{
    /// <summary>Learns it into a file of the folder; false when the file is there and stems from the same examples.</summary>
    bool BuildInto(string folder);

    /// <summary>Reads or learns it now.</summary>
    void Load();
}
