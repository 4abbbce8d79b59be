using Understanding.Questions.Words;

namespace Understanding.Questions.Names;

/// <summary>How the characters that stand in Chinese names are spelt in pinyin (no tones, ü = v or u). Enough for names of people;
/// not a dictionary.</summary>
internal static class Pinyin
{
    // Family names of two characters stand apart in the file; all others are one.
    private static readonly HashSet<string> DoubleSurnames = [.. PhraseBook.WordsOf("Surnames").Where(n => n.Length == 2)];
    private static readonly HashSet<char> Surnames = [.. PhraseBook.WordsOf("Surnames").Where(n => n.Length > 2).SelectMany(n => n)];

    private static readonly Dictionary<char, string[]> Readings = PhraseBook
        .WordsOf("Pinyin")
        .Select(l => l.Split(':'))
        .SelectMany(l => l[1].Select(c => (Character: c, Syllable: l[0])))
        .GroupBy(r => r.Character, r => r.Syllable)
        .ToDictionary(g => g.Key, g => g.SelectMany(Ways).Distinct().ToArray());

    /// <summary>Every syllable that a name can hold.</summary>
    public static readonly IReadOnlySet<string> Syllables = Readings.Values.SelectMany(r => r).ToHashSet(StringComparer.Ordinal);

    /// <summary>Spellings of one character; empty when it is not in the table.</summary>
    public static IReadOnlyList<string> Of(char character) => Readings.TryGetValue(character, out var readings) ? readings : [];

    /// <summary>True when a Chinese family name begins with these characters.</summary>
    public static bool IsSurname(ReadOnlySpan<char> text) =>
        text.Length > 0 && (Surnames.Contains(text[0]) || (text.Length > 1 && DoubleSurnames.Contains(text[..2].ToString())));

    /// <summary>How many characters of a name in simplified characters are its family name.</summary>
    public static int SurnameLength(string name) => name.Length > 2 && DoubleSurnames.Contains(name[..2]) ? 2 : 1;

    /// <summary>Every way to spell a word of Chinese characters as a run of letters ("李伟" → "liwei"); empty when a character is
    /// unknown.</summary>
    public static IReadOnlyList<string> Spell(string characters)
    {
        IReadOnlyList<string> spelt = [""];
        foreach (var readings in characters.Select(Of))
        {
            if (readings.Count == 0 || spelt.Count > 16)
                return [];
            spelt = [.. spelt.SelectMany(s => readings.Select(r => s + r))];
        }
        return spelt;
    }

    private static string[] Ways(string syllable) =>
        syllable.Contains('v', StringComparison.Ordinal)
            ? [syllable, syllable.Replace('v', 'u'), syllable.Replace("v", "yu", StringComparison.Ordinal)]
            : [syllable];
}
