using ComplaintBot.Conversations;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>What no step made anything of, from a customer with an open complaint: its owner reads it. Nothing said is lost.</summary>
internal sealed class RestForOwner : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken) =>
        state.Draft is null
        && heard.Intent is not (Intents.Greeting or Intents.Thanks)
        && heard.Text.Any(char.IsLetterOrDigit)
        && await CaseMeant.CurrentAsync(turn, state, heard, cancellationToken) is { } open
            ? await LaterWords.PassOnAsync(turn, state, open, heard, SaidAs.Unclear, cancellationToken)
            : null;
}
