using ComplaintBot.Conversations;

namespace ComplaintBot.Handling;

/// <summary>The buttons on the cards of tickets.</summary>
internal sealed class TicketPress(StaffActions actions) : IPress<StaffState>
{
    public bool Takes(CardInputs inputs) => true;

    public Task<Pressed<StaffState>> PressAsync(
        Turn turn,
        StaffState state,
        CardInputs inputs,
        CancellationToken cancellationToken
    ) => actions.PressedAsync(turn, state, inputs, cancellationToken);
}
