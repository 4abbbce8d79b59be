namespace ComplaintBot.Storage.Files;

/// <summary>A folder, which several processes may share.</summary>
public sealed class FolderPlace(string folder) : IFilePlace
{
    /// <inheritdoc/>
    public string Kind => "folder";

    /// <inheritdoc/>
    public async Task WriteAsync(string name, Stream content, string contentType, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Under another name first: nobody may find half a file.
        var half = path + ".part";
        await using (var file = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None))
            await content.CopyToAsync(file, cancellationToken);
        File.Move(half, path, overwrite: true);
    }

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read));
        }
        catch (DirectoryNotFoundException e)
        {
            throw new FileNotFoundException(e.Message, name, e);
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (File.Exists(path))
            File.Delete(path);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var name = "check-" + Guid.NewGuid().ToString("N");
        await WriteAsync(name, Stream.Null, "text/plain", cancellationToken);
        await DeleteAsync(name, cancellationToken);
    }

    private string PathOf(string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException("The name leads out of the folder.", nameof(name));
    }
}
