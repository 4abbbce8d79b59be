using System.Globalization;
using Understanding.Facts;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>The stars that a customer gives in words or figures: 5分, 五分, 满分, "3分吧，太慢了", "four stars".</summary>
public static class Scores
{
    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.Scores.txt"));

    // A figure alone, perhaps with a word, is the answer; in more words it needs its unit.
    private const int ShortAnswer = 16;

    private static readonly string[] Units = ["分", "星", "颗", "star", "point", "/5", "/ 5", "out of"];

    /// <summary>1 to 5, or null; a figure beyond means no star.</summary>
    public static int? In(string text)
    {
        var folded = CharacterFolding.Fold(text.Trim());
        int? figure = null;
        for (var i = 0; i < folded.Length;)
        {
            if (Words.Longest(folded, i, out var length) is { } stars)
                return int.Parse(stars, CultureInfo.InvariantCulture);
            if (figure is null && Figure.At(folded, i) is { } found)
            {
                // 10 is no score of five, and so is none of its digits; "half of it" counts no stars.
                figure =
                    found.Value is >= 1 and <= 5 && found.Value == (int)found.Value && IsScore(folded, i, found.End) ? (int)found.Value : 0;
                length = found.End - i;
            }
            i += Math.Max(length, 1);
        }
        return figure is > 0 ? figure : null;
    }

    private static bool IsScore(string folded, int start, int end)
    {
        var rest = folded.AsSpan(end).TrimStart();
        foreach (var unit in Units)
        {
            if (rest.StartsWith(unit, StringComparison.Ordinal))
                return true;
        }
        return char.IsAsciiDigit(folded[start]) && folded.Length <= ShortAnswer && (rest.IsEmpty || !char.IsAsciiLetterOrDigit(rest[0]));
    }
}
