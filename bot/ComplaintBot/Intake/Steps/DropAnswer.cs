using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.Steps;

/// <summary>The answer to "really drop what you told me?".</summary>
internal sealed class DropAnswer : PlainStep<CustomerState>
{
    // Whoever says something else goes on with the draft: a "yes" of later is none to this.
    public override CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state.Pending?.Kind == PendingKind.CancelDraft ? state with { Pending = null } : state;

    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        if (state is not { Pending.Kind: PendingKind.CancelDraft, Draft: not null })
            return null;
        var answered = state with { Pending = null };
        switch (heard.Meaning.KeepsOn ? false : Buttons.Answer(turn, heard, "talk.button.drop", "talk.button.keepOn"))
        {
            case true:
                turn.Say("talk.draftCancelled");
                return FileAndGoOn.NextMatter(turn, answered with { Draft = null }, answered.Draft);
            case false:
                return Drafting.AskAgain(turn, answered);
            default:
                return null;
        }
    }
}
