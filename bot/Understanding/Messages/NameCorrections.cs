using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Reads a name that is put right: "我不叫王五，叫王武", "my name isn't Jon, it's John".</summary>
internal static partial class NameCorrections
{
    // Who tells a story may name people in it.
    private const int Longest = 60;

    /// <summary>The right name, as written; null when none is put right.</summary>
    public static string? In(string text)
    {
        if (text.Length > Longest)
            return null;
        // Folding keeps the length: a place in the folded words is the same place in the written ones.
        var folded = CharacterFolding.Fold(text);
        foreach (var form in (Regex[])[NotThisButThat(), ThatNotThis(), InEnglish(), ThatInEnglish()])
        {
            if (form.Match(folded) is { Success: true } match)
                return text.Substring(match.Groups["is"].Index, match.Groups["is"].Length).Trim();
        }
        return null;
    }

    [GeneratedRegex(
        @"(不叫|不是叫|不姓|(姓名|名字|名)不是)(?<was>[^,，。;；]{1,12}?)[,，。 ]*(而是|应该)?(我)?(是叫|叫做|叫|是姓|姓|是)(?<is>[^,，。;；!！的]{1,8}?)(才对|啦|喔|哦|的)?([,，。;；!！]|$)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NotThisButThat();

    [GeneratedRegex(@"我?叫(?<is>[^,，。;；!！的不]{1,8})[,，]?(不是叫|不叫)(?<was>[^,，。;；]{1,12})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThatNotThis();

    [GeneratedRegex(
        @"\b(my name|the name|name|i am|i'm|it)( is|'s)?( not|n't) (called )?(?<was>[a-z' -]{2,30}?)[,;.]* (but|it'?s|it is|i'?m|i am|my name is|that'?s|the name is) (called )?(?<is>[a-z' -]{2,30})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex InEnglish();

    [GeneratedRegex(
        @"\b(my name is|the name is|name'?s|i am called|i'm called|call me) (?<is>[a-z' -]{2,30}?),? (and )?not (?<was>[a-z' -]{2,30})",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ThatInEnglish();
}
