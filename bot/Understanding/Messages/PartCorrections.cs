using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Puts one part of a known fact right: "unit 5, not unit 2" changes the unit of an address and nothing else of it.</summary>
public static partial class PartCorrections
{
    /// <summary>The known words with the denied part replaced; null when the text denies no part of them, or one that stands there
    /// more than once.</summary>
    public static string? Mended(string? known, string text)
    {
        if (string.IsNullOrEmpty(known))
            return null;
        // Folding keeps the length: a place in the folded words is the same place in the written ones.
        var (foldedKnown, foldedText) = (CharacterFolding.Fold(known), CharacterFolding.Fold(text));
        foreach (var form in (Regex[])[NotThisButThat(), ThatNotThis(), NotThisButThatInEnglish(), ThatNotThisInEnglish()])
        {
            if (form.Match(foldedText) is not { Success: true } match)
                continue;
            var was = match.Groups["was"].Value.Trim();
            var first = was.Length == 0 ? -1 : foldedKnown.IndexOf(was, StringComparison.Ordinal);
            if (first < 0 || foldedKnown.IndexOf(was, first + 1, StringComparison.Ordinal) >= 0)
                continue;
            var right = text.Substring(match.Groups["is"].Index, match.Groups["is"].Length).Trim();
            if (right.Length > 0)
                return string.Concat(known.AsSpan(0, first), right, known.AsSpan(first + was.Length));
        }
        return null;
    }

    [GeneratedRegex(@"不是(?<was>[^,，。;；是]{1,20}?)[,，]?而?(应该|應該)?是(?<is>[^,，。;；!！]{1,20})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotThisButThat();

    [GeneratedRegex(
        @"是(?<is>[^,，。;；是]{1,20}?)[,，]?不是(?<was>[^,，。;；!！]{1,20}?)(的|了|啦|哦|喔)?([,，。;；!！]|$)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ThatNotThis();

    [GeneratedRegex(@"\bnot (?<was>[^,.;]{1,30}?)[,;]? (but|it'?s|it is|rather) (?<is>[^,.;!]{1,30})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotThisButThatInEnglish();

    [GeneratedRegex(
        @"(^|[,.;] ?)(no |sorry )?(it'?s |it is |that'?s |it should be |i meant )?(?<is>[^,.;!]{1,30}?),? not (?<was>[^,.;!]{1,30})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ThatNotThisInEnglish();
}
