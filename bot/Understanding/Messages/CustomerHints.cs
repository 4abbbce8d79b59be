using Understanding.Learning.Sentences;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>What word lists know of the words of a text: things, places, wishes, people. They hint, learning decides.</summary>
internal static class CustomerHints
{
    private static readonly string[] NoHints = ["stop", "anywhere"];

    private static readonly PhraseTable<string>[] Lists =
    [
        new(PhraseFiles.Of("Facts.ProductWords.txt").Select(p => (p.Phrase, "product"))),
        new(PhraseFiles.Of("Facts.PlaceWords.txt").Where(p => !NoHints.Contains(p.Name))),
        new(PhraseFiles.Of("Facts.RemedyWords.txt").Select(p => (p.Phrase, "wish " + p.Name))),
        new(PhraseFiles.Of("Facts.RemedyBare.txt").Select(p => (p.Phrase, "bare " + p.Name))),
        new(PhraseFiles.Of("Facts.PersonWords.txt")),
        new(PhraseFiles.Of("Facts.DayWords.txt")),
    ];

    /// <summary>The hints of a text; <paramref name="folded"/> is its folded form.</summary>
    public static List<Known> Of(string text, string folded)
    {
        var hints = Lists.SelectMany(l => l.In(folded)).Select(f => new Known(f.Start, f.Length, f.Value)).ToList();
        Capitals(text, hints);
        return hints;
    }

    // Folding hides what capitals tell in English.
    private static void Capitals(string text, List<Known> hints)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            if (end > i && char.IsAsciiLetterUpper(text[i]))
                hints.Add(new(i, end - i, end - i > 1 && char.IsAsciiLetterUpper(text[end - 1]) ? "CAPITALS" : "Capital"));
            i = Math.Max(end, i + 1);
        }
    }
}
