using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>"从上周五起", "ever since Monday": words around a day that make it a beginning.</summary>
internal static class Ongoing
{
    // Between the word and the day: "since about lunchtime yesterday", "从那个上周五".
    private const int Before = 14,
        BeforeChinese = 4,
        Behind = 12;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Facts.Ongoing.txt"));

    /// <summary>True when a part of a folded text says "just now".</summary>
    public static bool IsNow(string folded, int start, int end) =>
        FoundPhrases.In(Words, folded.AsSpan(start, end - start)).Contains("now");

    /// <summary>True when the words beside a part of a folded text, or those of its whole, say that it goes on.</summary>
    public static bool At(string folded, int start, int end)
    {
        for (var i = 0; i < folded.Length;)
        {
            var kind = Words.Longest(folded, i, out var length);
            if (
                kind == "anywhere"
                || kind == "before" && i + length <= start && start - i - length <= (folded[i] > 0x2E80 ? BeforeChinese : Before)
                || kind == "behind" && i >= end && i - end <= Behind
            )
                return true;
            i += Math.Max(length, 1);
        }
        return false;
    }
}
