using System.Net;
using System.Net.Http.Headers;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.BotService.Settings;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.BotService.Connector;

/// <summary>Puts a file into the drive of a Teams user who agreed to take it (fileConsent/invoke). The address carries its own
/// permission and never sees the bot's token; addresses that are no drive are refused.</summary>
public sealed class DriveUploader(HttpClient http, BotFrameworkSettings settings, TimeProvider time)
{
    /// <summary>Uploads the whole file at once; failures and refused hosts are <see cref="ChannelFailureException"/>.</summary>
    public async Task UploadAsync(FileUploadInfo upload, byte[] content, CancellationToken cancellationToken = default)
    {
        if (!Uri.TryCreate(upload.UploadUrl, UriKind.Absolute, out var url) || !MayUpload(url))
            throw new ChannelFailureException(
                HttpStatusCode.BadRequest,
                "BadArgument",
                "The file has no address to which it may be uploaded."
            );
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        using var timeout = new CancellationTokenSource(settings.ConnectorTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
                throw ChannelErrors.Read(response.StatusCode, null, retryAfter: null);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new ChannelFailureException($"{url.Host} did not take the file: {exception.Message}", exception);
        }
    }

    private bool MayUpload(Uri url) =>
        settings.AuthMode == AuthMode.Disabled ? LoopbackHosts.IsLoopbackUrl(url.AbsoluteUri) : AttachmentDownloader.IsDrive(url);
}
