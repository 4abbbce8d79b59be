using ComplaintBot.Conversations;
using Complaints.Intake;

namespace ComplaintBot.Tickets.Steps;

/// <summary>Photos and files without words belong to the customer's open complaint, if there is one and nothing else is being
/// told.</summary>
internal sealed class FilesForCase : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (
            heard is not { Text.Length: 0, Files.Count: > 0 }
            || state.Draft is not null
            || await turn.CurrentCaseAsync(state.LastTicket, cancellationToken) is not { } open
        )
            return null;
        await CustomerCommands.DoAsync(
            turn,
            open.Ticket,
            new AddInformation("", heard.Files, AnswersQuestion: true),
            "talk.added",
            cancellationToken
        );
        return state with { LastTicket = open.Ticket };
    }
}
