using ComplaintBot.Conversations;

namespace ComplaintBot.LiveTalk;

/// <summary>The button by which a customer ends a talk.</summary>
internal sealed class TalkPress(CustomerSide person) : IPress<CustomerState>
{
    public bool Takes(CardInputs inputs) => inputs.Verb == "handOver.end";

    public async Task<Pressed<CustomerState>> PressAsync(
        Turn turn,
        CustomerState state,
        CardInputs inputs,
        CancellationToken cancellationToken
    )
    {
        await person.EndAsync(turn, cancellationToken);
        return new(state);
    }
}
