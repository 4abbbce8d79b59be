namespace ComplaintBot.Tab;

/// <summary>What a browser is told to refuse on the tab: it is framed by Teams and its kin alone, and runs our script and the one that
/// Teams documents.</summary>
internal static class TabHeaders
{
    /// <summary>Where Microsoft publishes the library that talks to Teams.</summary>
    public const string LibraryHost = "https://res.cdn.office.net";

    // As listed by Microsoft under "tab requirements".
    private const string Hosts =
        "https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://teams.microsoft.us "
        + "https://*.teams.microsoft.us https://*.microsoft365.com https://*.office.com https://outlook.office.com "
        + "https://outlook.office365.com";

    /// <summary>Writes them.</summary>
    public static void Write(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = string.Join(
            "; ",
            "default-src 'none'",
            $"script-src 'self' {LibraryHost}",
            "style-src 'self'",
            "img-src 'self' data:",
            $"connect-src 'self' {LibraryHost}",
            "base-uri 'none'",
            "form-action 'none'",
            $"frame-ancestors {Hosts}"
        );
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Cookie";
    }
}
