using ComplaintBot.Conversations;
using Complaints.Intake;
using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"Don't tell him it was me", about a case that is open: a fact of the complaint from then on.</summary>
internal sealed class NotNamedWish : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        // In a new complaint the wish is a part of its story.
        if (
            state.Draft is not null
            || !NotNamed.IsWished(heard.Text)
            || heard is { Intent: Intents.Complain, Meaning.Category: not null }
            || await turn.CurrentCaseAsync(state.LastTicket, cancellationToken) is not { } open
        )
            return null;
        return await LaterWords.PassOnAsync(turn, state, open, heard, SaidAs.More, cancellationToken);
    }
}
