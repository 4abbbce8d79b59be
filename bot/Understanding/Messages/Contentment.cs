using Understanding.Facts;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Whether somebody who seems content plainly is: a complaint must never be closed against the customer's words.</summary>
internal static class Contentment
{
    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.Doubts.txt"));

    /// <summary>How sure the reading must be under a question.</summary>
    public static double Sure(string asked) => asked == Context.Questions.Satisfied ? 0.5 : 0.4;

    /// <summary>True when a folded text holds a mark of doubt: a question, a "but", a half, a "not yet", something that is still
    /// missing.</summary>
    public static bool IsDoubtful(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            var kind = Words.Longest(folded, i, out var length);
            if (kind == "doubt" || folded[i] is '?')
                return true;
            i += Math.Max(length, 1);
        }
        return false;
    }
}
