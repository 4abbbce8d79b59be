using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Tells a plain yes or no to a result from everything that leaves a doubt. A complaint is closed only by the first: halves,
/// questions, "but", a bare "OK" never are one.</summary>
public static class Verdicts
{
    // Nobody says a plain yes in more words.
    private const int Longest = 60;

    private static readonly PhraseTable<string> Words = Of(["yes", "no", "doubt", "nod", "filler"]);

    private static readonly PhraseTable<string> Doubts = Of(["plain", "doubt", "hedge"]);

    /// <summary>True when a folded text that seems content holds a mark of doubt: a question, a "but", a half, a "not yet", something
    /// that is still missing.</summary>
    internal static bool IsDoubtful(ReadOnlySpan<char> folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            if (Doubts.Longest(folded, i, out var length) is "doubt" or "hedge" || folded[i] is '?')
                return true;
            i += Math.Max(length, 1);
        }
        return false;
    }

    /// <summary>True when the words say that it is solved, and nothing in them denies or limits it.</summary>
    public static bool SoundContent(string text)
    {
        var folded = CharacterFolding.Fold(text);
        var yes = false;
        for (var i = 0; i < folded.Length;)
        {
            var word = Words.Longest(folded, i, out var length);
            if (word is "no" or "doubt" || folded[i] is '?')
                return false;
            yes |= word is "yes";
            i += Math.Max(length, 1);
        }
        return yes;
    }

    /// <summary>True for words that are only polite: "ok", "嗯", "知道了，谢谢". They tell nothing.</summary>
    public static bool IsNod(string text)
    {
        var folded = CharacterFolding.Fold(text);
        for (var i = 0; i < folded.Length;)
        {
            var word = Words.Longest(folded, i, out var length);
            if (word is not ("nod" or "filler") && char.IsLetterOrDigit(folded[i]))
                return false;
            i += Math.Max(length, 1);
        }
        return true;
    }

    /// <summary>True for a plain yes, false for a plain no, null for neither or doubt.</summary>
    internal static bool? Of(ReadOnlySpan<char> folded)
    {
        var (yes, no, rest) = (false, false, false);
        for (var i = 0; i < folded.Length;)
        {
            if (folded[i] is '?')
                return null;
            var word = Words.Longest(folded, i, out var length);
            switch (word)
            {
                case "doubt":
                    return null;
                case "yes":
                    yes = true;
                    break;
                case "no":
                    no = true;
                    break;
                case null when char.IsLetterOrDigit(folded[i]) || char.IsSurrogate(folded[i]):
                    rest = true;
                    break;
                default:
                    break;
            }
            i += Math.Max(length, 1);
        }
        return no
            ? yes
                ? null
                : false
            : yes && !rest && folded.Length <= Longest
                ? true
                : null;
    }

    // A phrase of several kinds is of the first.
    private static PhraseTable<string> Of(string[] kinds) =>
        new(kinds.SelectMany(k => PhraseFiles.Of("Messages.Verdicts.txt").Where(p => p.Name == k)));
}
