using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>The last step: says that it was not understood, and what can be done here.</summary>
internal sealed class CustomerNotUnderstood : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        turn.NoteAskedBack();
        return Offers.Under(turn, state, state.Puzzled == 0 ? "talk.notUnderstood" : "talk.notUnderstoodAgain") with
        {
            Puzzled = state.Puzzled + 1,
        };
    }
}
