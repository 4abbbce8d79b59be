using System.Globalization;
using Understanding.Writing;

namespace Understanding.Dates;

/// <summary>A word's meaning in the vocabulary: kind and value.</summary>
internal readonly record struct WordSense(Word Word, int Value = 0);

/// <summary>The words of time of a language, from its file.</summary>
internal static class DateWords
{
    /// <summary>Every word with what it does, in the order of the file.</summary>
    public static IEnumerable<(string Text, WordSense Sense)> Of(string file) =>
        PhraseFiles.Of(file).Where(p => char.IsAsciiLetterUpper(p.Name[0])).Select(p => (p.Phrase, Sense(p.Name.Split(' '))));

    private static WordSense Sense(string[] said) =>
        new(
            Enum.Parse<Word>(said[0]),
            said.Length == 1 ? 0
                : int.TryParse(said[1], CultureInfo.InvariantCulture, out var number) ? number
                : (int)Enum.Parse<Unit>(said[1])
        );
}
