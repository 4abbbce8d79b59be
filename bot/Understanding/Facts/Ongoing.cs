using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>"从上周五起", "ever since Monday": words around a day that make it a beginning.</summary>
internal static class Ongoing
{
    private const int Before = 24,
        Behind = 12;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Facts.Ongoing.txt"));

    /// <summary>True when the words beside a part of a folded text, or those of its whole, say that it goes on.</summary>
    public static bool At(string folded, int start, int end)
    {
        for (var i = 0; i < folded.Length; )
        {
            var kind = Words.Longest(folded, i, out var length);
            if (kind == "anywhere" || kind == "before" && i + length <= start && start - i <= Before || kind == "behind" && i >= end && i - end <= Behind)
                return true;
            i += Math.Max(length, 1);
        }
        return false;
    }
}
