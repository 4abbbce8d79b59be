using ComplaintBot.Conversations;
using ComplaintBot.Retraining;

namespace ComplaintBot.Handling.Guessing;

/// <summary>Whatever comes after "what do you mean?" settles it: a pick is kept to learn from, anything else drops the question.</summary>
internal sealed class MeantByStaff : PlainStep<StaffState>
{
    public override StaffState Pass(Turn turn, StaffState state, Heard heard)
    {
        if (heard.Meant is { } meant)
            turn.Write(PickedMeanings.Keep(turn.Person.Actor.Id, heard.Context!.Role, turn.Language, heard.Text, meant, turn.Now));
        return state with { Guessing = null };
    }

    protected override StaffState? Take(Turn turn, StaffState state, Heard heard)
    {
        if (state.Guessing?.IsOther(heard.Text) != true)
            return null;
        turn.Say("staff.sayOtherwise");
        return state with { Guessing = null };
    }
}
