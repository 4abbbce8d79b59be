using ComplaintBot.Conversations;
using ComplaintBot.Retraining;
using Understanding;

namespace ComplaintBot.Intake.SmallTalk;

/// <summary>Whatever comes after "what do you mean?" settles it: a pick is kept to learn from, "something else" asks for other words,
/// anything else drops the question.</summary>
internal sealed class MeantByCustomer : PlainStep<CustomerState>
{
    public override CustomerState Pass(Turn turn, CustomerState state, Heard heard)
    {
        if (heard.Meant is { } meant)
            turn.Write(PickedMeanings.Keep(turn.Person.Actor.Id, SpeakerRole.Customer, turn.Language, heard.Text, meant, turn.Now));
        return state with { Guessing = null };
    }

    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard) =>
        state.Guessing?.IsOther(heard.Text) == true ? Offers.Under(turn, state with { Guessing = null }, "talk.sayOtherwise") : null;
}
