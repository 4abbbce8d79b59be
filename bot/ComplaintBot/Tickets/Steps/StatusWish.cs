using ComplaintBot.Conversations;
using ComplaintBot.LiveTalk;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"How does my complaint stand?"</summary>
internal sealed class StatusWish(CustomerSide person) : IInterruption<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    ) =>
        heard.Intent == Intents.Status && !await IsForThePersonAsync(turn, cancellationToken)
            ? await StatusCards.ShowAsync(turn, state, heard.Slots.Ticket, cancellationToken)
            : null;

    // "Please hurry" of somebody without a complaint is said to the person who was called.
    private async Task<bool> IsForThePersonAsync(Turn turn, CancellationToken cancellationToken) =>
        (await turn.OwnCasesAsync(cancellationToken)).Count == 0 && await person.IsAwaitedAsync(turn, cancellationToken);
}
