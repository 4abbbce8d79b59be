namespace Complaints.Organisations;

/// <summary>The languages that people are spoken to in. Codes are BCP 47; they are also the keys of every localized text.</summary>
public static class Languages
{
    /// <summary>Simplified Chinese.</summary>
    public const string ZhCn = "zh-CN";

    /// <summary>Traditional Chinese.</summary>
    public const string ZhTw = "zh-TW";

    /// <summary>English.</summary>
    public const string En = "en";

    /// <summary>All three, the organisation's usual first.</summary>
    public static readonly IReadOnlyList<string> All = [ZhCn, ZhTw, En];

    /// <summary>Maps any BCP 47 tag to one of <see cref="All"/>: zh-Hant, zh-HK, zh-MO to zh-TW; other zh to zh-CN; the rest to English.
    /// Null when <paramref name="tag"/> is empty, so that a caller can fall back to what it knows about the person.</summary>
    public static string? FromTag(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return null;
        if (!tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            return En;
        string[] traditional = ["Hant", "TW", "HK", "MO"];
        return traditional.Any(t => tag.Contains(t, StringComparison.OrdinalIgnoreCase)) ? ZhTw : ZhCn;
    }
}

/// <summary>A name written in several languages, as in the organisation file.</summary>
public sealed class LocalizedText
{
    private readonly Dictionary<string, string> _byLanguage;

    /// <summary>Makes a text from a map of language code to words; at least one entry.</summary>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> byLanguage)
    {
        _byLanguage = new(byLanguage, StringComparer.OrdinalIgnoreCase);
        if (_byLanguage.Count == 0)
            throw new ArgumentException("A localized text needs at least one language.", nameof(byLanguage));
    }

    /// <summary>The same words in every language.</summary>
    public LocalizedText(string text)
        : this([new(Languages.ZhCn, text)]) { }

    /// <summary>Every language that was given, with its words.</summary>
    public IReadOnlyDictionary<string, string> ByLanguage => _byLanguage;

    /// <summary>The words in <paramref name="language"/>; when missing, Chinese stands in for the other Chinese, then any that was
    /// given.</summary>
    public string In(string language)
    {
        if (_byLanguage.TryGetValue(language, out var words))
            return words;
        string[] next = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? [Languages.ZhCn, Languages.ZhTw, Languages.En]
            : [Languages.En, Languages.ZhCn, Languages.ZhTw];
        return next.Select(l => _byLanguage.GetValueOrDefault(l)).FirstOrDefault(w => w is not null) ?? _byLanguage.Values.First();
    }

    /// <inheritdoc/>
    public override string ToString() => In(Languages.ZhCn);
}
