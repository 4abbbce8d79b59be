using ComplaintBot.Conversations;
using Complaints;
using Complaints.Deadlines;

namespace ComplaintBot.Reports.Asking;

/// <summary>Says of complaints what each waits for and how long nobody did anything to it.</summary>
internal static class WhyOpen
{
    // Shorter silences are ordinary work.
    private static readonly TimeSpan Silence = TimeSpan.FromDays(1);

    /// <summary>One line a complaint, in their order; false when none of them may be seen any more.</summary>
    public static async Task<bool> SayAsync(Turn turn, IReadOnlyList<string> tickets, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var ticket in tickets)
        {
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint)
                lines.Add(Line(complaint, turn.Reader));
        }
        if (lines.Count > 0)
            turn.SayText(string.Join('\n', lines));
        return lines.Count > 0;
    }

    private static string Line(Complaint complaint, Reader reader)
    {
        if (WaitsFor.Of(complaint, reader.Now) is not { } waits)
            return reader.Text(
                "waits.ended",
                ("ticket", complaint.Ticket),
                ("state", reader.Text("state." + Reader.Code(complaint.State)))
            );
        var reason = reader.Text(
            "waits." + Reader.Code(waits.What),
            ("count", waits.Count),
            ("person", reader.Person(complaint.AnswerablePerson)),
            ("since", reader.Moment(waits.Since)),
            ("hold", complaint.Hold is { } hold ? reader.Text("hold." + Reader.Code(hold.Reason)) : "")
        );
        var silence = reader.Now - (waits.LastWork ?? complaint.ReceivedAt);
        var silent =
            silence >= Silence ? reader.Text("waits.silent", ("length", reader.Speech.Times.Length(reader.Language, silence))) : "";
        return reader.Text(
                "waits.line",
                ("ticket", complaint.Ticket),
                ("category", reader.Category(complaint.Details.Category)),
                ("reason", reason)
            ) + silent;
    }
}
