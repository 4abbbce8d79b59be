using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Tells a question that "yes" can answer ("is anybody at home on Friday?") from one that it cannot ("which modem is
/// it?").</summary>
public static class YesNoQuestions
{
    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.YesNoQuestions.txt"));

    /// <summary>True when yes or no is an answer to it.</summary>
    public static bool Is(string question)
    {
        var folded = CharacterFolding.Fold(question.Trim());
        if (folded.Length == 0)
            return false;
        var said = Words.Said(folded);
        return !said.Contains("which") && (said.Contains("yes") || Words.Longest(folded, 0, out _) == "first");
    }
}
