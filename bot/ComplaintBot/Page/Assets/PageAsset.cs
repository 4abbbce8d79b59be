using System.IO.Compression;
using System.Security.Cryptography;

namespace ComplaintBot.Page.Assets;

/// <summary>A file of the page, named by its content, so that a browser may keep it for ever, with its compressed forms.</summary>
internal sealed record PageAsset(string Name, string ContentType, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    /// <summary>Names and compresses a small file at start; pictures that are compressed already stay as they are.</summary>
    public static PageAsset FromContent(string fileName, byte[] content)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        var name = $"{Path.GetFileNameWithoutExtension(fileName)}.{fingerprint}{Path.GetExtension(fileName)}";
        var type = TypeOf(fileName);
        return type.StartsWith("image/", StringComparison.Ordinal) && type != "image/svg+xml"
            ? new(name, type, content, null, null)
            : new(
                name,
                type,
                content,
                Compress(content, s => new BrotliStream(s, CompressionLevel.SmallestSize)),
                Compress(content, s => new GZipStream(s, CompressionLevel.SmallestSize))
            );
    }

    /// <summary>Takes a file that the build named and compressed.</summary>
    public static PageAsset FromBuild(string path) =>
        new(
            Path.GetFileName(path),
            TypeOf(path),
            File.ReadAllBytes(path),
            File.ReadAllBytes(path + ".br"),
            File.ReadAllBytes(path + ".gz")
        );

    private static string TypeOf(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".webp" => "image/webp",
            ".txt" => "text/plain; charset=utf-8",
            var other => throw new InvalidOperationException($"The page has no content type for '{other}' files."),
        };

    private static byte[] Compress(byte[] content, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var compressor = open(target))
            compressor.Write(content);
        return target.ToArray();
    }
}
