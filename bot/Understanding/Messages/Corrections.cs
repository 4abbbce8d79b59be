using Understanding.Facts;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Recognises that a message puts right what was said before: "change it to …", "not yesterday, the day before", 不是X，是Y.</summary>
public static class Corrections
{
    // Between "not this" and "but that".
    private const int Reach = 20;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.Corrections.txt"));

    /// <summary>True when some part of the text corrects.</summary>
    public static bool Are(string text)
    {
        var folded = CharacterFolding.Fold(text.Trim());
        for (var i = 0; i < folded.Length;)
        {
            if (Words.Longest(folded, i, out var length) is not null && length > 0)
                return true;
            i += Math.Max(length, 1);
        }
        return NotThisButThat(folded);
    }

    /// <summary>True when the message begins by correcting.</summary>
    public static bool Begin(string text)
    {
        var end = text.AsSpan().IndexOfAny("，,。;；！!\n");
        return text.StartsWith("不是", StringComparison.Ordinal)
            || text.StartsWith("错了", StringComparison.Ordinal)
            || Are(end < 0 ? text : text[..Math.Min(text.Length, end + 1 + Reach)]);
    }

    // 不是X，是Y; 不叫X，叫Y; 不在X，在Y; 不要X，要Y; 不姓X，姓Y.
    private const string Verbs = "是叫在要姓";

    // "It is not this, it is that."
    private static readonly string[] ButThat =
    [
        ", it is ",
        ", it's ",
        ", but ",
        ", they are ",
        ", i am ",
        ", i'm ",
        "; it is ",
        " - it is ",
    ];

    private static bool NotThisButThat(string folded)
    {
        for (var not = folded.IndexOf('不'); not >= 0 && not + 1 < folded.Length; not = folded.IndexOf('不', not + 1))
        {
            if (!Verbs.Contains(folded[not + 1], StringComparison.Ordinal))
                continue;
            var rest = folded.AsSpan(not + 2, Math.Min(Reach + 2, folded.Length - not - 2));
            var then = rest.IndexOf(folded[not + 1]);
            if (then > 0 && rest[..then].ContainsAny(",，、而 "))
                return true;
        }
        var english = folded.StartsWith("not ", StringComparison.Ordinal) ? 0 : folded.IndexOf(" not ", StringComparison.Ordinal);
        return english == 0
            ? folded.Contains(", ", StringComparison.Ordinal)
            : english > 0 && (folded[english - 1] == ',' || ButThat.Any(b => folded.IndexOf(b, english, StringComparison.Ordinal) > 0));
    }
}
