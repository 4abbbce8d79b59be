using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"How does my complaint stand?"</summary>
internal sealed class StatusWish : IInterruption<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    ) =>
        heard.Intent == Intents.Status
            ? await StatusCards.ShowAsync(turn, state, heard.Slots.Ticket, cancellationToken)
            : null;
}
