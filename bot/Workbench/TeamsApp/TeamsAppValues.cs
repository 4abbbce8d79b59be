namespace Workbench.TeamsApp;

/// <summary>What one installation says of itself in its Teams app. Everything is as somebody typed it; <see cref="TeamsAppCheck"/> tells
/// what is wrong.</summary>
public sealed record TeamsAppValues
{
    /// <summary>The bot's app id (setting <c>MicrosoftAppId</c>), a GUID.</summary>
    public required string AppId { get; init; }

    /// <summary>The app's own id in Teams' catalogue, a GUID; null = the bot's app id.</summary>
    public string? PackageId { get; init; }

    /// <summary>Version of the app, <c>1.2.3</c>; Teams takes an update only with a higher one. Null = that of the manifest.</summary>
    public string? Version { get; init; }

    /// <summary>The address by which people reach the bot (setting <c>DirectLine:PublicBaseUrl</c>).</summary>
    public required string PublicBaseUrl { get; init; }

    /// <summary>Whose app it is, at most 32 characters.</summary>
    public required string Developer { get; init; }

    /// <summary>Their page; null = the bot's address.</summary>
    public string? WebsiteUrl { get; init; }

    /// <summary>What they do with personal data.</summary>
    public required string PrivacyUrl { get; init; }

    /// <summary>The terms under which the app is used.</summary>
    public required string TermsOfUseUrl { get; init; }

    /// <summary>Colour behind the icon, <c>#rrggbb</c>; null = that of the manifest.</summary>
    public string? AccentColor { get; init; }

    /// <summary>Further hosts whose pages the app may show, beside that of the bot's address.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Name by language tag (<c>zh-cn</c>, <c>zh-tw</c>, <c>en</c>), at most 30 characters; a language that is not here keeps
    /// its own.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Full name by language tag, at most 100 characters.</summary>
    public IReadOnlyDictionary<string, string> FullNames { get; init; } = new Dictionary<string, string>();
}
