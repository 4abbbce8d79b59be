using System.Buffers;
using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>What the customer wants done: every wish that is not turned down. A repair that is only told of ("修过一次") is no wish: a
/// word for something done counts where words of asking stand before it, or where it stands alone in its clause.</summary>
internal static class Remedies
{
    private const int Reach = 4;

    // Between "please" and what is asked for.
    private const int LeadReach = 4,
        LeadReachLatin = 14;

    private static readonly SearchValues<char> Joints = PhraseFiles.Signs("Facts.Signs.txt", "joint");

    private static readonly SearchValues<string> JointWords = SearchValues.Create(
        [.. PhraseFiles.Of("Facts.Signs.txt", "jointWord").Select(w => char.IsAsciiLetter(w[0]) ? $" {w} " : w)],
        StringComparison.Ordinal
    );

    private static readonly PhraseTable<(string Kind, bool IsBare)> Words = new(
        PhraseFiles
            .Of("Facts.RemedyWords.txt")
            .Select(p => (p.Phrase, (p.Name, IsBare: false)))
            .Concat(PhraseFiles.Of("Facts.RemedyBare.txt").Select(p => (p.Phrase, (p.Name, IsBare: true))))
    );

    /// <summary>Each of refund, repair, replace, apology, explanation, compensation, onsite, other that is wished for, in the order
    /// said. Two in one breath are one wish: "send somebody to repair it". <paramref name="isAnswer"/>: the text answers "what shall we
    /// do?", where every word for something done is a wish unless it is turned down.</summary>
    public static IReadOnlyList<string> Of(string folded, bool isAnswer = false)
    {
        List<string>? wishes = null;
        var (refused, asked, before) = (-Reach * 4, -LeadReachLatin * 2, -1);
        for (var i = 0; i < folded.Length;)
        {
            var (remedy, isBare) = Words.Longest(folded, i, out var length);
            if (length == 0)
            {
                i++;
                continue;
            }
            var isLatin = char.IsAsciiLetter(folded[i]);
            if (remedy == "not")
                refused = i + length;
            else if (remedy == "lead")
                asked = i + length;
            else if (
                remedy != "none"
                && i - refused > (isLatin ? Reach * 3 : 1)
                && wishes?.Contains(remedy!) != true
                && (before < 0 || IsJoint(folded.AsSpan(before, i - before)))
                && (isAnswer ? !Forbidden.Before(folded, i) : !isBare || IsAsked(folded, asked, i) || IsClause(folded, i, length))
            )
            {
                (wishes ??= []).Add(remedy!);
                before = i + length;
            }
            i += length;
        }
        return wishes ?? (IReadOnlyList<string>)[];
    }

    private static bool IsAsked(ReadOnlySpan<char> folded, int asked, int at) =>
        asked >= 0
        && asked <= at
        && at - asked <= (char.IsAsciiLetter(folded[at]) ? LeadReachLatin : LeadReach)
        && folded[asked..at].IndexOfAny(",，.。;；!！?？") < 0;

    private static bool IsClause(ReadOnlySpan<char> folded, int at, int length) =>
        (at == 0 || IsEnd(folded[at - 1])) && (at + length == folded.Length || IsEnd(folded[at + length])) && length > 1;

    private static bool IsEnd(char c) => c is ' ' or '\n' || char.IsPunctuation(c);

    // What stands between two wishes of their own.
    private static bool IsJoint(ReadOnlySpan<char> between) =>
        between.IndexOfAny(Joints) >= 0 || between.Contains('\n') || between.ContainsAny(JointWords);
}
