using ComplaintBot.Conversations;
using Complaints;
using Complaints.Deadlines;
using Understanding;

namespace ComplaintBot.FollowUp;

/// <summary>Answers "why this time?" to customers and staff.</summary>
public static class WhyThisTime
{
    // What customers are promised; the others are agreements inside the house.
    private static readonly DeadlineKind[] OfCustomers =
    [
        DeadlineKind.Resolve,
        DeadlineKind.FirstResponse,
        DeadlineKind.OnSite,
        DeadlineKind.Plan,
        DeadlineKind.Progress,
    ];

    /// <summary>Explains the promise that the text means on the ticket named in it, else on <paramref name="last"/>, else on the
    /// person's newest. The ticket it was about; null when the text asks nothing like that, or there is no ticket to ask
    /// about.</summary>
    public static async Task<string?> AnswerAsync(Turn turn, string text, string? named, string? last, CancellationToken cancellationToken)
    {
        if (!TimeQuestions.Asks(text) || await ComplaintAsync(turn, named ?? last, cancellationToken) is not { } complaint)
            return null;
        var reader = turn.Reader;
        var promises = complaint
            .Deadlines.Where(d => d.Pending && (turn.Person.IsStaff ? d.OfStaff : OfCustomers.Contains(d.Kind)))
            .OrderBy(d => d.Due)
            .Select(d => (d, turn.Organisation.Local(d.Due)))
            .ToList();
        if (promises.Count == 0)
        {
            turn.Say("due.none", ("ticket", complaint.Ticket));
            return complaint.Ticket;
        }
        var deadline =
            TimeQuestions.Meant(text, promises)
            ?? (turn.Person.IsStaff ? promises[0].d : complaint.Pending(DeadlineKind.Resolve) ?? promises[0].d);
        turn.SayText(DueWords.Of(complaint, deadline, reader));
        return complaint.Ticket;
    }

    private static async Task<Complaint?> ComplaintAsync(Turn turn, string? ticket, CancellationToken cancellationToken)
    {
        if (ticket is not null && await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } said)
            return said;
        var mine = turn.Person.IsStaff
            ? await turn.Store.TicketsOfOwnerAsync(turn.Person.Actor.Id, cancellationToken)
            : await turn.Store.TicketsOfCustomerAsync(turn.Person.Actor.Id, cancellationToken);
        return mine.Count == 0 ? null : await turn.VisibleComplaintAsync(mine[0], cancellationToken);
    }
}
