using ComplaintBot.Conversations;

namespace ComplaintBot.Intake.Steps;

/// <summary>The same words again within moments are a retry of the page: said once is enough.</summary>
internal sealed class SaidAgain : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        var isRetry = heard.Files.Count == 0 && state.LastSaid?.IsSaidAgain(heard.Text, turn.Now) == true;
        if (state.Draft is { } draft && (isRetry || (draft.Said.Count > 0 && draft.Said[^1] == heard.Text)))
            return Drafting.AskAgain(turn, state);
        if (!isRetry)
            return null;
        turn.Say("talk.saidAgain");
        return state;
    }

    public override CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state with
        {
            LastSaid = SaidBefore.Of(heard.Text, turn.Now),
        };
}
