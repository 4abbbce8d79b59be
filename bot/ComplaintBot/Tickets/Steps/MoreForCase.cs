using ComplaintBot.Conversations;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>More facts, or that it is still no good: added to the customer's open complaint, whose owner hears it.</summary>
internal sealed class MoreForCase : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (
            state.Draft is not null
            || heard.Intent is not (Intents.AddInformation or Intents.Unsatisfied)
            || await turn.CurrentCaseAsync(state.LastTicket, cancellationToken) is not { } open
        )
            return null;
        await CustomerCommands.DoAsync(
            turn,
            open.Ticket,
            new AddInformation(heard.Text, heard.Files, AnswersQuestion: true),
            "talk.added",
            cancellationToken
        );
        return state with { LastTicket = open.Ticket };
    }
}
