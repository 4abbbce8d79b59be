using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>Somebody with an open complaint who says hello comes for it.</summary>
internal sealed class HelloAgain : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (
            state.Draft is not null
            || heard.Intent != Intents.Greeting
            || await turn.CurrentCaseAsync(state.LastTicket, cancellationToken) is null
        )
            return null;
        turn.Say("talk.helloAgain");
        return await StatusCards.ShowAsync(turn, state, null, cancellationToken);
    }
}
