using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ComplaintBot.Storage;
using DirectLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ComplaintBot.PersonalData;

/// <summary>Links under which an export can be fetched for a quarter of an hour by whoever holds them: 256 bits of chance, of which
/// only the hash is
/// kept. Not for one use alone: clients of Teams look at links before a person does.</summary>
public sealed class ExportLinks(Database database, IOptions<DirectLineOptions> options, IServer server, TimeProvider time)
{
    /// <summary>How long a link opens.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>A link to a document, and the write that makes it open.</summary>
    public (string Url, IWrite Write) Make(string name, byte[] content)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var (hash, expires) = (HashOf(secret), time.GetUtcNow() + Lifetime);
        var write = new Write(
            async (tx, cancellationToken) =>
            {
                await tx.ExecuteAsync("DELETE FROM exports WHERE expires <= @now", new { now = time.GetUtcNow() }, cancellationToken);
                await tx.ExecuteAsync(
                    "INSERT INTO exports (hash, name, content, expires) VALUES (@hash, @name, @content, @expires)",
                    new
                    {
                        hash,
                        name,
                        content,
                        expires,
                    },
                    cancellationToken
                );
            }
        );
        return ($"{Address()}/exports/{secret}", write);
    }

    /// <summary>Serves them, as files to be saved.</summary>
    public async Task<IResult> OpenAsync(string secret, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        var row = await database.FirstOrDefaultAsync<ExportRow>(
            "SELECT name, content FROM exports WHERE hash = @hash AND expires > @now",
            new { hash = HashOf(secret), now = time.GetUtcNow() },
            http.RequestAborted
        );
        return row is null ? Results.NotFound() : Results.File(row.Content, "application/json", row.Name);
    }

    // The server's own address is right only on one's own machine; elsewhere the public one is set.
    private string Address() =>
        (
            options.Value.PublicBaseUrl?.AbsoluteUri ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? ""
        ).TrimEnd('/');

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed class ExportRow
    {
        public string Name { get; init; } = "";

        public byte[] Content { get; init; } = [];
    }
}
