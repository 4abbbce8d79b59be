using ComplaintBot.Conversations;
using Complaints;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>An ended complaint shall go on: asked for in words, or the customer says that the result is no good after all.</summary>
internal sealed class GoOnWish(Reopening reopening) : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        var isAsked = CustomerWishes.GoOn(heard.Text);
        if (state.Draft is not null || (!isAsked && heard.Intent != Intents.Unsatisfied))
            return null;
        return await CaseMeant.AmongAsync(turn, heard, cancellationToken) is [var ended, ..]
            && (!ended.IsOpen || ended.PartyOf(turn.Person.Actor.Id)?.IsOpen == false)
            && (isAsked || ended.State == ComplaintState.Closed)
            ? await reopening.ReopenAsync(turn, state, ended, heard, cancellationToken)
            : null;
    }
}
