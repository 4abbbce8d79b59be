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
    public static bool IsNow(string folded, int start, int end) => Words.Said(folded.Substring(start, end - start)).Contains("now");

    /// <summary>True when the words beside a part of a folded text, or those of its whole, say that it goes on.</summary>
    public static bool At(string folded, int start, int end) =>
        Words
            .In(folded)
            .Any(f =>
                f.Value == "anywhere"
                || f.Value == "before"
                    && f.Start + f.Length <= start
                    && start - f.Start - f.Length <= (folded[f.Start] > 0x2E80 ? BeforeChinese : Before)
                || f.Value == "behind" && f.Start >= end && f.Start - end <= Behind
            );
}
