using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>The last step: asks what was meant, with what it may be; where nothing is likely, says what can be done here.</summary>
internal sealed class CustomerNotUnderstood : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        turn.NoteAskedBack();
        var asked =
            (heard.Meant is null ? CustomerGuesses.Ask(turn, state, heard, "talk.whatDoYouMean") : null)
            ?? Offers.Under(turn, state, state.Puzzled == 0 ? "talk.notUnderstood" : "talk.notUnderstoodAgain");
        return asked with { Puzzled = state.Puzzled + 1 };
    }
}
