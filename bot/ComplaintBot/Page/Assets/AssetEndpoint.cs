using Microsoft.Net.Http.Headers;

namespace ComplaintBot.Page.Assets;

/// <summary><c>GET /assets/{name}</c>: the file in the best form that the browser takes, to be kept for a year.</summary>
internal static class AssetEndpoint
{
    public const string Path = "/assets";

    public static async Task HandleAsync(HttpContext context, PageAssets assets, string name)
    {
        var response = context.Response;
        if (assets.Find(name) is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.Headers.CacheControl = "no-store";
            return;
        }
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.ETag = $"\"{asset.Name}\"";
        // A picture or a text opened on its own runs nothing, whatever is in it.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.ContentType = asset.ContentType;
        if (context.Request.Headers.IfNoneMatch.Contains($"\"{asset.Name}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (encoding, body) = Best(context.Request, asset);
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static (string? Encoding, byte[] Body) Best(HttpRequest request, PageAsset asset)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        if (asset.Brotli is { } brotli && Accepts("br"))
            return ("br", brotli);
        return asset.Gzip is { } gzip && Accepts("gzip") ? ("gzip", gzip) : (null, asset.Plain);

        bool Accepts(string coding) => accepted.Any(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && a.Quality != 0);
    }
}
