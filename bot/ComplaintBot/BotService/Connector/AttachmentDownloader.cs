using System.Net;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Settings;
using DirectLine.Wire;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.BotService.Connector;

/// <summary>
/// Fetches pictures and files that a Teams user sent. Inline pictures come from the channel with the bot's token; files come from a drive
/// by a URL with a permission of its own, which never sees the token. Any other host is refused, so that nobody makes the bot fetch
/// for him.
/// </summary>
public sealed class AttachmentDownloader(
    HttpClient http,
    BotCredentials credentials,
    TrustedHosts trusted,
    BotFrameworkSettings settings,
    TimeProvider time
)
{
    private static readonly string[] DriveHosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn", ".svc.ms"];

    /// <summary>The URL of an attachment's bytes; null when it has none that may be fetched.</summary>
    public Uri? UrlOf(Attachment attachment)
    {
        var text =
            attachment.ContentType == FileDownloadInfo.ContentType
                ? ProtocolJson.As<FileDownloadInfo>(attachment.Content)?.DownloadUrl
                : attachment.ContentUrl;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && MayFetch(url) ? url : null;
    }

    /// <summary>The bytes, at most <paramref name="maxBytes"/>; failures and refused hosts are
    /// <see cref="ChannelFailureException"/>.</summary>
    public async Task<byte[]> DownloadAsync(Attachment attachment, int maxBytes, CancellationToken cancellationToken = default)
    {
        var url =
            UrlOf(attachment)
            ?? throw new ChannelFailureException(
                HttpStatusCode.BadRequest,
                "BadArgument",
                "The attachment has no URL that may be fetched."
            );
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (attachment.ContentType != FileDownloadInfo.ContentType)
            await credentials.AuthorizeAsync(request, cancellationToken);
        using var timeout = new CancellationTokenSource(settings.ConnectorTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
                throw ChannelErrors.Read(response.StatusCode, null, retryAfter: null);
            return await ReadAsync(response.Content, maxBytes, either.Token);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new ChannelFailureException($"{url.Host} did not give the file: {exception.Message}", exception);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        var tooLarge = new ChannelFailureException(HttpStatusCode.RequestEntityTooLarge, null, "The file is too big.");
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
