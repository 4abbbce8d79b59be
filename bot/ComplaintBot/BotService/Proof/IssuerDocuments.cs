using ComplaintBot.BotService.Endpoint;
using Microsoft.IdentityModel.Protocols;

namespace ComplaintBot.BotService.Proof;

/// <summary>Fetches an issuer's metadata and keys: by https, or from this machine when the metadata is there too; at most a megabyte
/// each.</summary>
internal sealed class IssuerDocuments(Uri metadataUrl, HttpClient http) : IDocumentRetriever
{
    private const int MaxBytes = 1024 * 1024;

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        var url = new Uri(address, UriKind.Absolute);
        if (
            !LoopbackHosts.IsSecureOrLoopback(url)
            || (LoopbackHosts.IsLoopback(url.Host) && !LoopbackHosts.IsLoopback(metadataUrl.Host))
        )
            throw new InvalidOperationException($"The URL {url} is not https.");
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancel);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancel);
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
