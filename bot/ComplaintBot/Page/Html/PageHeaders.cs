namespace ComplaintBot.Page.Html;

/// <summary>What a browser is told to refuse on the customer's page.</summary>
internal static class PageHeaders
{
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// <summary>Everything comes from this server; no inline script; framing only by the given origins.</summary>
    public static void Write(HttpResponse response, string nonce, IEnumerable<string> embedOrigins)
    {
        var ancestors = string.Join(' ', embedOrigins);
        var framed = ancestors.Length > 0;
        response.Headers.ContentSecurityPolicy = string.Join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            $"style-src 'self' 'nonce-{nonce}'",
            "style-src-attr 'unsafe-inline'", // Web Chat and Adaptive Cards set style attributes
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self' blob: data:", // an upload is read back from its blob: address
            "media-src 'self' blob:",
            "worker-src blob:", // Web Chat makes thumbnails in a worker
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            $"frame-ancestors {(framed ? ancestors : "'none'")}"
        );
        if (!framed)
            response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Permissions-Policy"] = Permissions;
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept-Language, Cookie";
    }
}
