using ComplaintBot.Conversations;

namespace ComplaintBot.Handling.Steps;

/// <summary>The last step: says that it was not understood, and what can be said.</summary>
internal sealed class StaffNotUnderstood : PlainStep<StaffState>
{
    protected override StaffState? Take(Turn turn, StaffState state, Heard heard)
    {
        turn.NoteAskedBack();
        turn.Say("staff.notUnderstood");
        return state;
    }
}
