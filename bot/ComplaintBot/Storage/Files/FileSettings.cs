using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace ComplaintBot.Storage.Files;

/// <summary>The settings <c>Storage:…</c>: where contents of files lie. All places that are set can be read; new files go to
/// <see cref="Target"/>.</summary>
public sealed record FileSettings
{
    /// <summary>The places outside the database that are configured.</summary>
    public IReadOnlyList<IFilePlace> Places { get; init; } = [];

    /// <summary>Kind of the place that new files go to; null = the database.</summary>
    public string? Target { get; init; }

    /// <summary>Reads the settings; nothing is sent yet. A relative folder stands below <paramref name="root"/>.</summary>
    /// <exception cref="InvalidOperationException">A value is missing or wrong; the message says which.</exception>
    public static FileSettings Read(IConfiguration configuration, string root)
    {
        string? Text(string name) => configuration["Storage:" + name] is { Length: > 0 } value ? value.Trim() : null;
        var container = Text("BlobContainer") ?? "evidence";
        var (endpoint, connection, folder, files) = (Text("BlobEndpoint"), Text("BlobConnection"), Text("Folder"), Text("Files"));
        List<IFilePlace> places = [];
        if (connection is not null)
            places.Add(new BlobPlace(FromConnection(connection, container)));
        else if (endpoint is not null)
            places.Add(new BlobPlace(new(Container(endpoint, container), Credential())));
        if (folder is not null)
            places.Add(new FolderPlace(Path.GetFullPath(folder, root)));
        var target = files is null or "database" ? null : files;
        if (target is not (null or "blob" or "folder"))
            throw Wrong("Files", "is database, blob or folder");
        if (target is not null && !places.Exists(p => p.Kind == target))
            throw Wrong("Files", target == "blob" ? "is blob: set Storage:BlobEndpoint, too" : "is folder: set Storage:Folder, too");
        return new() { Places = places, Target = target };
    }

    private static TokenCredential Credential() => new DefaultAzureCredential();

    private static Uri Container(string endpoint, string container) =>
        Uri.TryCreate(endpoint.TrimEnd('/') + "/" + container, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : throw Wrong("BlobEndpoint", "is an https address such as https://<account>.blob.core.windows.net");

    private static BlobContainerClient FromConnection(string connection, string container)
    {
        try
        {
            return new(connection, container);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // Without its message: that may repeat a key.
            throw Wrong("BlobConnection", "is no connection string of a storage account");
        }
    }

    private static InvalidOperationException Wrong(string name, string what) => new($"Storage:{name} {what}.");
}
