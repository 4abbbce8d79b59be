using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>A kind word of somebody who has a complaint is about it, and no praise to file.</summary>
internal sealed class ThanksForCase : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            state.Draft is not null
            || (heard.Intent != Intents.Thanks && !(heard is { Intent: Intents.Satisfied or Intents.Yes, IsSure: true }))
            || (await turn.OwnCasesAsync(cancellationToken)).Count == 0
        )
            return null;
        turn.Say("talk.welcomeThanks");
        return state;
    }
}
