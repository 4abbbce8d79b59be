using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.LiveTalk;

/// <summary>Said while a person was called and has not come yet: they will read it, so it is no matter of its own.</summary>
internal sealed class ForThePersonCalled(CustomerSide person) : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        var isForThem = state.Draft is null && heard.Meaning is { Intent: Intents.Complain, Category: null } or { Intent: Intents.Unclear or Intents.Status };
        if (!isForThem || !await person.IsAwaitedAsync(turn, cancellationToken))
            return null;
        turn.Say("talk.personAsked");
        return state;
    }
}
