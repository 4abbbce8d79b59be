using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Complaints.Organisations;

namespace ComplaintBot.Page.Texts;

/// <summary>The page's own words in one language. What the bot says comes from the cards' strings, not from here.</summary>
public sealed class PageTexts
{
    private static readonly FrozenDictionary<string, PageTexts> ByLanguage = Languages.All.ToFrozenDictionary(l => l, Load);
    private readonly FrozenDictionary<string, string> _texts;

    private PageTexts(string language, FrozenDictionary<string, string> texts) => (Language, _texts) = (language, texts);

    /// <summary>One of <see cref="Languages.All"/>.</summary>
    public string Language { get; }

    /// <summary>The language's own name, as its speakers write it.</summary>
    public string OwnName =>
        Language switch
        {
            Languages.ZhCn => "简体中文",
            Languages.ZhTw => "繁體中文",
            _ => "English",
        };

    /// <summary>Every key there is.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The words for a key; a missing key is a bug and throws <see cref="KeyNotFoundException"/>.</summary>
    public string this[string key] => _texts[key];

    /// <summary>The words for a key with <c>{0}</c> filled in.</summary>
    public string Format(string key, string value) => string.Format(CultureInfo.InvariantCulture, _texts[key], value);

    /// <summary>The texts in one of <see cref="Languages.All"/>.</summary>
    public static PageTexts In(string language) => ByLanguage[language];

    private static PageTexts Load(string language)
    {
        using var stream =
            typeof(PageTexts).Assembly.GetManifestResourceStream($"page.{language}.json")
            ?? throw new InvalidOperationException($"The page's texts in {language} are not in the program.");
        return new(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
