using System.Text.RegularExpressions;
using Understanding.Questions.Words;
using Understanding.Writing;

namespace Understanding.Questions;

/// <summary>How much a text of staff looks like a question about complaints.</summary>
public enum QuestionLikeness
{
    /// <summary>Nothing in it is about complaints.</summary>
    None,

    /// <summary>Something in it is; ask back when nothing else fits better.</summary>
    Possible,

    /// <summary>All of its words were read, but none says that something is asked: "the overdue ones".</summary>
    Whole,

    /// <summary>All of it was read as a question: it is one, even where its first word is also a command.</summary>
    Plain,
}

/// <summary>Tells questions from orders.</summary>
public static partial class QuestionSigns
{
    /// <summary>True when a text is a question: "转给张敏" names a person like a question and is none; what no order was made of may go
    /// on with the question before ("只看 VIP 的").</summary>
    public static bool IsAsked(string text, Meaning meaning)
    {
        var likeness = meaning.Question is { } question ? Of(question, text) : QuestionLikeness.None;
        return meaning.Intent switch
        {
            Intents.Ask => true,
            Intents.Unclear => likeness != QuestionLikeness.None,
            Intents.Mine => likeness >= QuestionLikeness.Whole,
            Intents.Complain => likeness == QuestionLikeness.Plain,
            _ => false,
        };
    }

    /// <summary>How much a text looks like a question, by what was read of it.</summary>
    public static QuestionLikeness Of(ParsedQuestion parsed, string text)
    {
        if (parsed.Query is null)
            return parsed.Unclear!.Reason == UnclearReason.NoQuestion ? QuestionLikeness.None : QuestionLikeness.Possible;
        if (parsed.Unused.Count > 0 || NamesOneTicket().IsMatch(text))
            return QuestionLikeness.Possible;
        return parsed.KindIsSaid || Details.Say("which", CharacterFolding.Fold(text)) ? QuestionLikeness.Plain : QuestionLikeness.Whole;
    }

    [GeneratedRegex(@"C-\d{8}-\d{4,}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NamesOneTicket();
}
