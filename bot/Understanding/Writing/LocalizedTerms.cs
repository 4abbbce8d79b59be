using System.Globalization;
using Complaints.Organisations;

namespace Understanding.Writing;

/// <summary>Words in the three languages from a text file: <c>key: zh-CN | zh-TW | en</c>. A blank at an edge is written _; # begins a
/// remark.</summary>
internal sealed class LocalizedTerms
{
    private readonly Dictionary<string, LocalizedText> _byKey;

    private LocalizedTerms(IEnumerable<string> lines) =>
        _byKey = lines
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split(": ", 2))
            .ToDictionary(l => l[0], l => Text(l[1].Split(" | ")), StringComparer.Ordinal);

    /// <summary>The words of a file beside a type.</summary>
    /// <exception cref="InvalidOperationException">The file is not inside the program.</exception>
    public static LocalizedTerms Beside(Type type, string file) => new(EmbeddedLines.Beside(type, file));

    /// <summary>The words for a key of the file.</summary>
    /// <exception cref="KeyNotFoundException">The file has no such key.</exception>
    public LocalizedText this[string key] => _byKey[key];

    /// <summary>The words for a key; null when there are none.</summary>
    public LocalizedText? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The words for a key with its places filled.</summary>
    public string Say(string key, string language, params object[] filled) =>
        string.Format(CultureInfo.InvariantCulture, _byKey[key].In(language), filled);

    private static LocalizedText Text(string[] texts) =>
        new(Languages.All.Zip(texts, (language, text) => KeyValuePair.Create(language, text.Replace('_', ' '))));
}
