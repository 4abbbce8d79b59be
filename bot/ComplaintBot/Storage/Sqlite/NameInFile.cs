namespace ComplaintBot.Storage.Sqlite;

/// <summary>A held name as a locked file beside the database: the system lets go of the lock when the process ends.</summary>
internal sealed class NameInFile(FileStream file) : INameHeld
{
    private const string Suffix = ".live";

    /// <summary>Holds it.</summary>
    public static NameInFile Hold(string database, string name) =>
        new(new(PathOf(database, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));

    /// <summary>True when some process holds it. What a dead one left is removed.</summary>
    public static bool IsHeld(string database, string name) => IsLocked(PathOf(database, name));

    /// <summary>True when some process holds any name.</summary>
    public static bool IsAnyHeld(string database) =>
        Directory.GetFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "-*" + Suffix).Any(IsLocked);

    /// <inheritdoc/>
    public Task<bool> IsHeldAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    private static string PathOf(string database, string name) => $"{database}-{name[(name.LastIndexOf('/') + 1)..]}{Suffix}";

    private static bool IsLocked(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            // Locked by its process, or by another that asks at this moment: then the next question is answered rightly.
            return true;
        }
    }
}
