using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>"不要打138…，打139…": numbers that the words before them turn down.</summary>
internal static class Forbidden
{
    private const int Reach = 12;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Facts.TurnedDown.txt").Where(p => p.Name != "call"));
    private static readonly PhraseTable<string> Calls = new(PhraseFiles.Of("Facts.TurnedDown.txt").Where(p => p.Name == "call"));

    /// <summary>True when the words right before a place of a folded text say that a phone number stands there.</summary>
    public static bool IsCalled(string folded, int at)
    {
        for (var i = Math.Max(0, at - Reach); i < at; i++)
        {
            if (Calls.Longest(folded, i, out var length) is not null && length > 0 && at - i - length <= 3)
                return true;
        }
        return false;
    }

    /// <summary>True when the words right before a place of a folded text turn down what stands there.</summary>
    public static bool Before(string folded, int at)
    {
        var isTurnedDown = false;
        for (var i = Math.Max(0, at - Reach * 2); i < at; i++)
        {
            if (folded[i] is ',' or '。' or '.' or ';' or '!' or '?' or '、')
                isTurnedDown = false;
            else if (Words.Longest(folded, i, out var length) is { } kind && length > 0)
                (isTurnedDown, i) = (kind == "not", i + length - 1);
        }
        return isTurnedDown;
    }
}
