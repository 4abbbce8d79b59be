namespace Complaints.Assignment;

/// <summary>An open complaint of somebody who leaves.</summary>
public sealed record LeaversComplaint(string Ticket, AssignmentQuestion Question, DateTimeOffset Received)
{
    /// <summary>A complaint as a question for a new owner.</summary>
    public static LeaversComplaint Of(Complaint complaint, Organisations.Organisation organisation)
    {
        return new(complaint.Ticket, Handling.OwnerFinder.Question(complaint, organisation), complaint.ReceivedAt);
    }
}

/// <summary>Who gets one complaint of a leaver.</summary>
public sealed record HandedOver(string Ticket, AssignmentChoice Choice);

/// <summary>Hands all complaints of a leaver over at once, fairly.</summary>
public static class LeaverHandOver
{
    /// <summary>For each complaint its new owner, or the queue with whoever answers for it; never the leaver. The most severe are
    /// placed first, then the oldest, and each choice counts for the next. In the order of placing.</summary>
    public static IReadOnlyList<HandedOver> Distribute(
        string leaver,
        IEnumerable<LeaversComplaint> complaints,
        Attendance attendance,
        IReadOnlyDictionary<string, Workload> loads,
        DateTimeOffset now
    )
    {
        var away = attendance with { Away = attendance.Away.Append(leaver).ToHashSet() };
        var carried = new Dictionary<string, Workload>(loads);
        var handedOver = new List<HandedOver>();
        foreach (
            var complaint in complaints
                .OrderByDescending(c => c.Question.Severity)
                .ThenBy(c => c.Received)
                .ThenBy(c => c.Ticket, StringComparer.Ordinal)
        )
        {
            var question = complaint.Question with { Excluded = complaint.Question.Excluded.Append(leaver).ToHashSet() };
            var choice = OwnerSelection.Choose(question, away, carried);
            if (choice.Owner is { } owner)
                carried[owner.Id] = carried.GetValueOrDefault(owner.Id).WithOneMore(now);
            handedOver.Add(new(complaint.Ticket, choice));
        }
        return handedOver;
    }
}
