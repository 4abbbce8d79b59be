using System.Text.RegularExpressions;

namespace Workbench.TeamsApp;

/// <summary>What Teams, or good sense, would refuse in the values of an app; each as a sentence for the one who typed them.</summary>
internal static partial class TeamsAppCheck
{
    // Everybody may have a page below these: a wildcard would let strangers' pages into the app.
    private static readonly string[] SharedHosts =
    [
        "azurecontainerapps.io",
        "azurewebsites.net",
        "azurestaticapps.net",
        "cloudapp.azure.com",
        "github.io",
        "ngrok.io",
        "trafficmanager.net",
    ];

    /// <summary>The sentences; none = the values may be used.</summary>
    public static IEnumerable<string> Refusals(TeamsAppValues values) =>
        new[]
        {
            Id("The app id", values.AppId),
            values.PackageId is null ? null : Id("The package id", values.PackageId),
            values.Version is null || SemanticVersion().IsMatch(values.Version)
                ? null
                : $"The version '{values.Version}' is not three numbers such as 1.2.3.",
            PublicAddress(values.PublicBaseUrl),
            values.WebsiteUrl is null ? null : Page("The website", values.WebsiteUrl),
            Page("The page on privacy", values.PrivacyUrl),
            Page("The page with the terms of use", values.TermsOfUseUrl),
            values.AccentColor is null || Colour().IsMatch(values.AccentColor)
                ? null
                : $"The colour '{values.AccentColor}' is not written as #1d5b99.",
        }
            .Concat(values.Domains.Select(Domain))
            .OfType<string>();

    private static string? Id(string what, string text) =>
        Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty
            ? null
            : $"{what} '{text}' is not a GUID such as 12345678-90ab-cdef-1234-567890abcdef.";

    private static string? PublicAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
            return $"The bot's address '{text}' is not an address such as https://complaints.example.com.";
        if (url.Scheme != Uri.UriSchemeHttps)
            return $"The bot's address '{text}' must begin with https:// as Teams opens nothing else.";
        if (url.IsLoopback || url.HostNameType != UriHostNameType.Dns || !url.Host.Contains('.', StringComparison.Ordinal))
            return $"The bot's address '{text}' leads nowhere for others: it needs the name of a host that is reached from outside.";
        return url is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? null
            : $"The bot's address '{text}' must be the host alone, without path or query.";
    }

    private static string? Page(string what, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && text.Length <= 2048
            ? null
            : $"{what} '{text}' is not an https address of at most 2048 characters.";

    private static string? Domain(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            return $"The domain '{text}' has a scheme; write the host alone, such as www.example.com.";
        if (text.AsSpan().ContainsAny(":/?#"))
            return $"The domain '{text}' has a port or path; write the host alone, such as www.example.com.";
        var host = text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text;
        if (Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal))
            return $"The domain '{text}' is not the name of a host such as www.example.com.";
        return host != text && SharedHosts.Any(s => host.Equals(s, StringComparison.OrdinalIgnoreCase))
            ? $"The domain '{text}' would let pages of everybody at {host} into the app; name your own host."
            : null;
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$", Options)]
    private static partial Regex SemanticVersion();

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", Options)]
    private static partial Regex Colour();

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
}
