using ComplaintBot.Conversations;
using Complaints.Deadlines;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"Your manager" about an open complaint brings it higher; about nothing in particular it is a wish to talk.</summary>
internal sealed class HigherWish : IStep<CustomerState>
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
            || !CustomerWishes.GoHigher(heard.Text)
            || (await CaseMeant.AmongAsync(turn, heard, cancellationToken)).FirstOrDefault(c => c.IsOpen) is not { } stuck
        )
            return null;
        await CustomerCommands.DoAsync(turn, stuck.Ticket, new Escalate(heard.Text), "talk.escalated", cancellationToken);
        return state with { LastTicket = stuck.Ticket };
    }
}
