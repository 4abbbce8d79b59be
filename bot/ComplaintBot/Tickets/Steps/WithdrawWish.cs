using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"I take it back": asked once more, since it ends the complaint.</summary>
internal sealed class WithdrawWish : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (state.Draft is not null || heard.Intent != Intents.Withdraw)
            return null;
        if ((await CaseMeant.AmongAsync(turn, heard, cancellationToken)).FirstOrDefault(c => c.IsOpen) is not { } open)
        {
            turn.Say("talk.noTickets");
            return state;
        }
        return WithdrawAnswer.Ask(turn, state, turn.NumberOf(open));
    }
}
