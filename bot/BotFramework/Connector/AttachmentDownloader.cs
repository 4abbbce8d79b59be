using System.Net;
using System.Net.Http.Headers;
using BotFramework.Authentication;
using BotFramework.Schema;

namespace BotFramework.Connector;

/// <summary>
/// Fetches pictures and files that a Teams user sent. Inline pictures come from the channel with the bot's token; files come from a drive
/// by a URL with a permission of its own, which never sees the token. Any other host is refused, so that nobody makes the bot fetch
/// for him.
/// </summary>
public sealed class AttachmentDownloader(
    HttpClient http,
    IAccessTokenSource tokens,
    TrustedHosts trusted,
    BotFrameworkSettings settings,
    TimeProvider time
)
{
    private static readonly string[] DriveHosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn", ".svc.ms"];

    /// <summary>The URL of an attachment's bytes; null when it has none that may be fetched.</summary>
    public Uri? UrlOf(Attachment attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var text =
            attachment.ContentType == AttachmentContentTypes.FileDownloadInfo
                ? attachment.GetContent<FileDownloadInfo>()?.DownloadUrl
                : attachment.ContentUrl;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && MayFetch(url) ? url : null;
    }

    /// <summary>The bytes, at most <paramref name="maxBytes"/>; failures and refused hosts are
    /// <see cref="ErrorResponseException"/>.</summary>
    public async Task<byte[]> DownloadAsync(Attachment attachment, int maxBytes, CancellationToken cancellationToken = default)
    {
        var url =
            UrlOf(attachment)
            ?? throw new ErrorResponseException(HttpStatusCode.BadRequest, "BadArgument", "The attachment has no URL that may be fetched.");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (
            attachment.ContentType != AttachmentContentTypes.FileDownloadInfo
            && trusted.MaySeeToken(url)
            && await tokens.GetTokenAsync(cancellationToken) is { } token
        )
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var timeout = new CancellationTokenSource(settings.ConnectorTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
                throw ErrorBody.Read(response.StatusCode, response.Headers, [], time.GetUtcNow());
            return await ReadAsync(response.Content, maxBytes, either.Token);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new ErrorResponseException($"{url.Host} did not give the file: {exception.Message}", exception);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var tooLarge = new ErrorResponseException(HttpStatusCode.RequestEntityTooLarge, null, "The file is too big.");
        if (content.Headers.ContentLength > maxBytes)
            throw tooLarge;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var buffer = new MemoryStream();
        var chunk = new byte[32 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maxBytes)
                throw tooLarge;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private bool MayFetch(Uri url)
    {
        if (settings.AuthMode == AuthMode.Disabled)
            return LoopbackHosts.IsLoopbackUrl(url.AbsoluteUri);
        return trusted.MaySeeToken(url) || IsDrive(url);
    }

    /// <summary>True for an address of a user's drive.</summary>
    internal static bool IsDrive(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && Array.Exists(DriveHosts, h => url.Host.EndsWith(h, StringComparison.OrdinalIgnoreCase));
}
