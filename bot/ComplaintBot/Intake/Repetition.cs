using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Complaints.Organisations;

namespace ComplaintBot.Intake;

/// <summary>Who complains for the third time within the organisation's window was not helped the first two times: the complaint is
/// at least high (docs/procedure.md §3).</summary>
public static class Repetition
{
    private const int Earlier = 2;

    /// <summary>The command, graver when the customer filed two complaints before within
    /// <see cref="QualityPolicy.DuplicateWindow"/>.</summary>
    public static async Task<FileComplaint> GradeAsync(Turn turn, FileComplaint command, CancellationToken cancellationToken)
    {
        if (command.Kind != RecordKind.Complaint || command.Severity >= Severity.High)
            return command;
        var found = 0;
        foreach (var ticket in await turn.Store.TicketsOfCustomerAsync(command.Complainant.Id, cancellationToken))
        {
            if (
                await turn.ComplaintAsync(ticket, cancellationToken) is { Kind: RecordKind.Complaint } complaint
                && turn.Now - complaint.ReceivedAt <= turn.Organisation.Quality.DuplicateWindow.ToTimeSpan()
                && ++found == Earlier
            )
                return command with { Severity = Severity.High, SeverityReason = "repeated" };
        }
        return command;
    }
}
