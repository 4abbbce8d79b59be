using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.LiveTalk;

/// <summary>The customer wants to talk to a person.</summary>
internal sealed class PersonWish(CustomerSide person) : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (heard.Intent != Intents.Human)
            return null;
        var about = await turn.CurrentCaseAsync(state.LastTicket, cancellationToken);
        await person.AskAsync(turn, heard.Text, about, cancellationToken);
        return state;
    }
}
