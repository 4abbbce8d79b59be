using System.Text.Json.Nodes;
using Complaints.Organisations;

namespace ComplaintBot.Cards;

/// <summary>Every word that people read, in each language, from <c>cards/strings</c>. Loaded once; immutable; safe for use by many
/// threads.</summary>
public sealed class CardStrings
{
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> _byLanguage;
    private readonly Dictionary<string, JsonObject> _trees;

    internal CardStrings(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> byLanguage)
    {
        StringsCheck.Demand(byLanguage);
        _byLanguage = byLanguage;
        _trees = byLanguage.ToDictionary(l => l.Key, l => StringsTree.Of(l.Value, PluralKeys(byLanguage)));
    }

    /// <summary>All keys, such as <c>state.received</c>; the same in every language.</summary>
    public IReadOnlyCollection<string> Keys => [.. _byLanguage[Languages.ZhCn].Keys];

    /// <summary>Reads <c>&lt;language&gt;.json</c> and <c>&lt;topic&gt;.&lt;language&gt;.json</c> of a folder for each language.
    /// Throws <see cref="InvalidDataException"/> that lists every key which is missing in a language, twice there, or has other
    /// placeholders than elsewhere.</summary>
    public static CardStrings Load(string folder) => new(StringsFiles.Read(folder));

    /// <summary>True when there is such a key.</summary>
    public bool Has(string key) => _byLanguage[Languages.ZhCn].ContainsKey(key);

    /// <summary>The words for a key with its {placeholders} filled. An argument named <c>count</c> also chooses between one and other.
    /// Throws <see cref="KeyNotFoundException"/> for an unknown key and <see cref="ArgumentException"/> for a placeholder without
    /// argument: both are bugs.</summary>
    public string Text(string language, string key, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Of(language).TryGetValue(key, out var wording)
            ? wording.Fill(key, arguments)
            : throw new KeyNotFoundException($"There is no string '{key}' in {language}.");

    /// <summary>All words of a language as an object tree ("state.received" is state → received), for templates to bind to. A fresh copy.
    /// A key with one and other is an object with both.</summary>
    public JsonObject Tree(string language) => (JsonObject)_trees[Language(language)].DeepClone();

    private IReadOnlyDictionary<string, Wording> Of(string language) => _byLanguage[Language(language)];

    private static string Language(string language) =>
        Languages.All.Contains(language) ? language : Languages.FromTag(language) ?? Languages.ZhCn;

    private static HashSet<string> PluralKeys(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> byLanguage) =>
        [.. byLanguage.Values.SelectMany(words => words).Where(w => w.Value.One is not null).Select(w => w.Key)];
}
