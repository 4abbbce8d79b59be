using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>What the customer wants done: every wish that is not turned down. A repair that is only told of ("修过一次") is no wish.</summary>
internal static class Remedies
{
    private const int Reach = 4;

    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create("、/&+,，.。;；!！?？\n并和再或还");

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Facts.RemedyWords.txt"));

    /// <summary>Each of refund, repair, replace, apology, explanation, compensation, onsite, other that is wished for, in the order
    /// said. Two in one breath are one wish: "send somebody to repair it".</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<char> folded)
    {
        List<string>? wishes = null;
        var refused = -Reach * 4;
        var before = -1;
        for (var i = 0; i < folded.Length;)
        {
            var remedy = Words.Longest(folded, i, out var length);
            if (length == 0)
            {
                i++;
                continue;
            }
            if (remedy == "not")
                refused = i + length;
            else if (
                remedy != "none"
                && i - refused > (char.IsAsciiLetter(folded[i]) ? Reach * 3 : 1)
                && wishes?.Contains(remedy!) != true
                && (before < 0 || IsJoint(folded[before..i]))
            )
            {
                (wishes ??= []).Add(remedy!);
                before = i + length;
            }
            i += length;
        }
        return wishes ?? (IReadOnlyList<string>)[];
    }

    // What stands between two wishes of their own.
    private static bool IsJoint(ReadOnlySpan<char> between) =>
        between.IndexOfAny(Joints) >= 0
        || between.Contains("以及", StringComparison.Ordinal)
        || between.Contains(" and ", StringComparison.Ordinal)
        || between.Contains(" or ", StringComparison.Ordinal)
        || between.Contains(" plus ", StringComparison.Ordinal);
}
