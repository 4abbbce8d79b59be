using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Handling.Steps;

/// <summary>A ticket is named and nothing is to be done: its card.</summary>
internal sealed class ShowTicket : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (heard is not { Intent: Intents.Status, Slots.Ticket: { } ticket })
            return null;
        await StaffActions.ShowAsync(turn, ticket, cancellationToken);
        return state with { LastTicket = ticket };
    }
}
