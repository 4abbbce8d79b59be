using ComplaintBot.Conversations;

namespace ComplaintBot.LiveTalk;

/// <summary>While a person talks with the customer, what the customer writes goes to that person and to nobody else.</summary>
internal sealed class PersonRelay(CustomerSide person) : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    ) => await person.RelayAsync(turn, heard.Text, heard.Files, cancellationToken) ? state : null;
}
