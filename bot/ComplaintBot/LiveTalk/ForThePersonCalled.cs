using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.LiveTalk;

/// <summary>What nobody makes out while a person was called and has not come yet is for that person, who will read it. A complaint
/// is taken all the same: a person who is not there is no dead end.</summary>
internal sealed class ForThePersonCalled(CustomerSide person) : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        var isVague = heard.Meaning is { Intent: Intents.Complain, Category: null } or { Intent: Intents.Unclear or Intents.Status };
        var isForThem = isVague && state.Draft is null;
        if (!isForThem || !await person.IsAwaitedAsync(turn, cancellationToken))
            return null;
        turn.Say("talk.personAsked");
        return state;
    }
}
