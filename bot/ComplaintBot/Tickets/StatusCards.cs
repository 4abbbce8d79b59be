using ComplaintBot.Conversations;

namespace ComplaintBot.Tickets;

/// <summary>Shows how a customer's complaints stand.</summary>
internal static class StatusCards
{
    /// <summary>Shows them; with a number only that one. A number of somebody else's is answered like a wrong one.</summary>
    public static async Task<CustomerState> ShowAsync(
        Turn turn,
        CustomerState state,
        string? ticket,
        CancellationToken cancellationToken
    )
    {
        if (ticket is not null)
        {
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is not { } one)
            {
                turn.Say("talk.notFound", ("ticket", ticket));
                return state;
            }
            turn.Show("status", CustomerCards.Status(one, turn.Reader));
            return state with { LastTicket = ticket };
        }
        var mine = await turn.OwnCasesAsync(cancellationToken);
        var shown = mine.Where(c => c.IsOpen).ToList() is { Count: > 0 } open ? open : [.. mine.Take(1)];
        switch (shown)
        {
            case []:
                turn.Say("talk.noTickets");
                break;
            case [var single]:
                turn.Show("status", CustomerCards.Status(single, turn.Reader));
                break;
            default:
                turn.Show("status-list", CustomerCards.StatusList(shown, turn.Reader));
                break;
        }
        return state with { LastTicket = shown.FirstOrDefault()?.Ticket ?? state.LastTicket };
    }
}
