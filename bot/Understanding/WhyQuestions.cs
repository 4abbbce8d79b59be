using Understanding.Writing;

namespace Understanding;

/// <summary>Recognises "why?" after an answer: 为什么 · 怎么还没处理完？ · why are they late?</summary>
public static class WhyQuestions
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(WhyQuestions), "WhyQuestions.txt");

    /// <summary>True when a text asks for the reason of what was just shown, and names nothing else.</summary>
    public static bool Asks(string text)
    {
        var folded = CharacterFolding.Fold(text).Trim();
        return Forms["zh"].IsMatch(folded) || Forms["en"].IsMatch(folded);
    }
}
