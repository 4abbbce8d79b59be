using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>The customer has the summary before them and writes instead of pressing: yes files it, a fact changes it.</summary>
internal sealed class SummaryAnswer(FileAndGoOn filing) : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (state.Draft is not { Confirming: true } draft || heard.Intent == Intents.Status)
            return null;
        switch (heard.Intent)
        {
            case Intents.Yes:
                return await filing.FileAsync(turn, state, cancellationToken);
            case Intents.No:
                turn.Say("talk.whatToChange");
                return state;
            // No question is left to skip: the word is none of the story's.
            case Intents.Skip:
                return Again(turn, state, "talk.justSubmit");
            default:
                return AnswerForm.IsNod(heard.Text)
                    ? await filing.FileAsync(turn, state, cancellationToken)
                    : Changed(turn, state, draft, Telling.Take(turn, draft, heard), heard);
        }
    }

    private static CustomerState Changed(Turn turn, CustomerState state, IntakeDraft draft, IntakeDraft taken, Heard heard)
    {
        switch (NotAnAnswers.Of(heard.Text, heard.Meaning, DraftFacts.Differ(draft, taken), words: true))
        {
            case NotAnAnswer.Checking:
                return Again(turn, state, "talk.imHere");
            case NotAnAnswer.Wordless or NotAnAnswer.FedUp or NotAnAnswer.Agreeing or NotAnAnswer.Slip:
                return Again(turn, state, "talk.justSubmit");
            case NotAnAnswer.AboutTheBot:
                return Again(turn, state, "talk.whatIAm");
            case NotAnAnswer.Asking:
                return Again(turn, state with { Draft = draft with { Said = taken.Said } }, "talk.questionKept");
            default:
                turn.SayText(
                    Drafting.Noted(turn, draft, taken, null) is { Length: > 0 } noted
                        ? noted
                        : turn.Speech.Strings.Text(turn.Language, "talk.wordsAdded")
                );
                return Drafting.Summary(turn, state, taken);
        }
    }

    private static CustomerState Again(Turn turn, CustomerState state, string key) =>
        Drafting.AskAgain(turn, state, turn.Speech.Strings.Text(turn.Language, key));
}
