using System.Text.RegularExpressions;
using Understanding.Writing;

namespace ComplaintBot.Intake;

/// <summary>What the form of an answer tells, whatever it is about: a question, no words at all, "I don't know", a correction,
/// enough of being asked.</summary>
internal static partial class AnswerForm
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(AnswerForm), "AnswerForm.txt");

    /// <summary>True for a question back.</summary>
    public static bool IsQuestion(string text) => Forms["question"].IsMatch(Folded(text));

    /// <summary>True when there is no letter and no digit: emoji, dots, exclamation marks.</summary>
    public static bool IsWordless(string text) => !text.Any(char.IsLetterOrDigit);

    /// <summary>True for a thumb up and its like.</summary>
    public static bool IsNod(string text) => Forms["nod"].IsMatch(Folded(text));

    /// <summary>True for a face that shows anger or grief.</summary>
    public static bool IsSad(string text) => Forms["sad"].IsMatch(text);

    /// <summary>True for "are you a robot?".</summary>
    public static bool IsAboutTheBot(string text) => Forms["aboutTheBot"].IsMatch(Folded(text));

    /// <summary>True for a check whether anybody is there.</summary>
    public static bool IsCheck(string text) => Forms["check"].IsMatch(Folded(text));

    /// <summary>True when somebody cannot or does not want to say.</summary>
    public static bool IsDontKnow(string text) => Forms["dontKnow"].IsMatch(Folded(text));

    /// <summary>True for a few Latin letters that are no word we know: a slip of the finger, hardly an answer.</summary>
    public static bool IsSlip(string text) => Slip().IsMatch(text.Trim());

    /// <summary>The clauses of a message.</summary>
    public static IReadOnlyList<string> Clauses(string text) => [.. ClauseEnd().Split(text).Select(c => c.Trim()).Where(c => c.Length > 0)];

    /// <summary>True for anger at being asked so much.</summary>
    public static bool IsFedUp(string text) => Forms["fedUp"].IsMatch(Folded(text));

    /// <summary>True for the wish to stay unknown.</summary>
    public static bool IsAnonymous(string text) => Forms["anonymous"].IsMatch(Folded(text));

    /// <summary>True for somebody who does not want to leave a number or be called.</summary>
    public static bool IsNoContact(string text) => Forms["noContact"].IsMatch(Folded(text));

    /// <summary>True for "separately".</summary>
    public static bool IsSplit(string text) => Forms["apart"].IsMatch(Folded(text));

    /// <summary>True for "it is one matter".</summary>
    public static bool IsOne(string text) => Forms["one"].IsMatch(Folded(text));

    /// <summary>True for the wish to fill in a form, and nothing else.</summary>
    public static bool IsForm(string text) => Forms["form"].IsMatch(Folded(text));

    private static string Folded(string text) => CharacterFolding.Fold(text).Trim(' ', '.', '。', '!', '~', ',', '，', '、', '…');

    [GeneratedRegex(@"^[a-zA-Z]{1,6}[.!?]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slip();

    [GeneratedRegex(@"[，,。;；！!\n]|\.(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClauseEnd();
}
