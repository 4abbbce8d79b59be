using DirectLine.Access;
using DirectLine.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DirectLine.Endpoints;

/// <summary>Sending files, and fetching them again.</summary>
internal sealed class UploadEndpoints(
    DirectLineGate gate,
    IDirectLineStore store,
    UploadReader reader,
    UploadLinks links,
    ActivityEndpoints activities,
    IOptions<DirectLineOptions> options
) : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private readonly SemaphoreSlim _room = new(options.Value.MaxParallelUploads);

    /// <summary>Takes files with or without an activity. The userId in the query is the client's invention and is not read.</summary>
    public async Task<IResult> UploadAsync(HttpContext http, string conversationId)
    {
        var (caller, error) = await gate.EnterAsync(http, conversationId);
        if (caller is null)
            return error!;
        var megabytes =
            (int)Math.Min(http.Request.ContentLength ?? options.Value.MaxUploadBytes, options.Value.MaxUploadBytes) / Megabyte + 1;
        var volume = new RateCharge(
            "upload:" + (caller.UserToCharge ?? conversationId),
            options.Value.Limits.UploadMegabytesPerUser,
            megabytes
        );
        if (await gate.ChargeAsync(http, caller.UserToCharge, conversationId, volume) is { } tooMany)
            return tooMany;
        if (await store.FindConversationAsync(conversationId, http.RequestAborted) is not { Ended: false } conversation)
            return DirectLineError.NoConversation;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = options.Value.MaxUploadBytes;

        await _room.WaitAsync(http.RequestAborted);
        try
        {
            var (upload, fault) = await reader.ReadAsync(http.Request, conversationId);
            return upload is null ? fault! : await activities.TakeAsync(upload.Activity, conversation, upload.Files, http.RequestAborted);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>A file to the holder of a link. Only pictures are shown in a page; everything else is saved.</summary>
    public async Task<IResult> DownloadAsync(HttpContext http, string conversationId, string uploadId)
    {
        var query = http.Request.Query;
        if (!await links.IsValidAsync(conversationId, uploadId, query["e"], query["k"], query["s"], http.RequestAborted))
            return DirectLineError.LinkOver;
        if (await store.FindUploadAsync(conversationId, uploadId, http.RequestAborted) is not { } file)
            return DirectLineError.NoSuchAddress;
        var shown = FileKind.ShownAs(file.ContentType) is not null;
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=300";
        // The chat page may be on another site. The link itself is the right to read.
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Referrer-Policy"] = "no-referrer";
        return Results.Stream(file.Content, file.ContentType);
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Dispose();
}
