using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Page;

/// <summary>How the customer's page looks and where it may be embedded: the settings below <c>Page</c>.</summary>
public sealed class PageSettings
{
    /// <summary>The name that stands in the page's head; null = the organisation file's name.</summary>
    public string? Name { get; set; }

    /// <summary>Path of the logo, an SVG, PNG, JPEG or WebP file of at most 100 kB; null = a plain mark in the accent colour.</summary>
    public string? Logo { get; set; }

    /// <summary>The organisation's colour as <c>#rrggbb</c>. Text on it and in it is kept readable whatever the colour is.</summary>
    public string AccentColor { get; set; } = "#1d5b99";

    /// <summary>A phone number for people whose browser cannot show the chat; null = none is named.</summary>
    public string? Phone { get; set; }

    /// <summary>An e-mail address for the same purpose; null = none is named.</summary>
    public string? Email { get; set; }

    /// <summary>Origins (<c>https://host[:port]</c>) of the sites that may embed the chat by <c>/embed.js</c>; empty = none. An
    /// entry may be a list separated by commas or spaces.</summary>
    public IList<string> EmbedOrigins { get; set; } = [];
}

/// <summary>Stops the start with a plain reason when a page setting cannot work.</summary>
internal sealed partial class PageSettingsValidation : IValidateOptions<PageSettings>
{
    private const int LargestLogo = 100 * 1000;
    private static readonly string[] LogoTypes = [".svg", ".png", ".jpg", ".jpeg", ".webp"];

    public ValidateOptionsResult Validate(string? name, PageSettings options)
    {
        List<string> faults = [];
        if (!HexColour().IsMatch(options.AccentColor))
            faults.Add($"Page:AccentColor is '{options.AccentColor}', but must be a colour such as #1d5b99.");
        if (LogoFault(options.Logo) is { } fault)
            faults.Add(fault);
        if (options.Email is { Length: > 0 } email && !email.Contains('@', StringComparison.Ordinal))
            faults.Add($"Page:Email is '{email}', but must be an e-mail address.");
        faults.AddRange(
            from origin in options.EmbedOrigins
            where !IsOrigin(origin)
            select $"Page:EmbedOrigins has '{origin}', but each must be an origin such as https://www.example.com, without a path."
        );
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static string? LogoFault(string? path)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        var file = new FileInfo(path);
        if (!file.Exists)
            return $"Page:Logo is '{path}', but there is no such file ({file.FullName}).";
        if (!LogoTypes.Contains(file.Extension.ToLowerInvariant()))
            return $"Page:Logo is '{path}', but must be one of {string.Join(", ", LogoTypes)}.";
        return file.Length > LargestLogo ? $"Page:Logo '{path}' has {file.Length} bytes; at most {LargestLogo} keep the page fast." : null;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HexColour();
}

/// <summary>An entry such as "https://a.example, https://b.example" (one environment variable) becomes two.</summary>
internal sealed class SplitEmbedOrigins : IPostConfigureOptions<PageSettings>
{
    private static readonly char[] Separators = [',', ';', ' '];

    public void PostConfigure(string? name, PageSettings options) =>
        options.EmbedOrigins = [
            .. options
                .EmbedOrigins.SelectMany(o => o.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Select(o => o.TrimEnd('/'))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
