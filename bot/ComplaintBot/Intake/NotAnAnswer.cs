using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Intake;

/// <summary>What people say in the middle of intake that answers nothing.</summary>
internal enum NotAnAnswer
{
    /// <summary>Is anybody there?</summary>
    Checking,

    /// <summary>A question back.</summary>
    Asking,

    /// <summary>An emoji, dots.</summary>
    Wordless,

    /// <summary>Enough of being asked.</summary>
    FedUp,

    /// <summary>Only "yes" or "fine": to a question that wants more.</summary>
    Agreeing,

    /// <summary>Something said before is put right; the question stays open.</summary>
    Correcting,

    /// <summary>Is this a robot?</summary>
    AboutTheBot,

    /// <summary>A slip of the finger.</summary>
    Slip,
}

/// <summary>Tells an answer from what is none, so that "are you there?" never becomes an address.</summary>
internal static class NotAnAnswers
{
    /// <summary>What it is instead of an answer; null when it may be one. <paramref name="facts"/> is true when the message told a fact,
    /// <paramref name="words"/> when words that nobody knows, such as names, cannot be the answer.</summary>
    public static NotAnAnswer? Of(string text, Meaning understood, bool facts, bool words) =>
        AnswerForm.IsNod(text) ? NotAnAnswer.Agreeing
        : AnswerForm.IsWordless(text) && !AnswerForm.IsDontKnow(text) ? NotAnAnswer.Wordless
        : AnswerForm.IsAboutTheBot(text) ? NotAnAnswer.AboutTheBot
        : AnswerForm.IsFedUp(text) ? NotAnAnswer.FedUp
        : AnswerForm.IsCheck(text) ? NotAnAnswer.Checking
        : facts ? null
        : AnswerForm.IsDontKnow(text) ? null
        : understood.Intent == Intents.Greeting ? NotAnAnswer.Checking
        : understood.Intent == Intents.Inquiry || AnswerForm.IsQuestion(text) ? NotAnAnswer.Asking
        : understood.Intent is Intents.Yes or Intents.Thanks ? NotAnAnswer.Agreeing
        : Corrections.Begin(text) ? NotAnAnswer.Correcting
        : words && understood.Intent == Intents.Unclear && AnswerForm.IsSlip(text) ? NotAnAnswer.Slip
        : null;
}
