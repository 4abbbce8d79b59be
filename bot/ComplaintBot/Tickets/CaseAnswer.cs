using ComplaintBot.Conversations;
using Complaints;
using Complaints.Deadlines;

namespace ComplaintBot.Tickets;

/// <summary>Answers a question about one's own case in words: where it stands, who has it, what is next and by when.</summary>
internal static class CaseAnswer
{
    // What the customer was promised.
    private static readonly DeadlineKind[] Promises =
    [
        DeadlineKind.FirstResponse,
        DeadlineKind.OnSite,
        DeadlineKind.Plan,
        DeadlineKind.Resolve,
    ];

    /// <summary>The words, such as "C-…: Li Wei is looking for the cause. Next: first answer, today 14:42 at the latest."</summary>
    public static string Words(Complaint complaint, Reader reader)
    {
        var owner = reader.Person(complaint.Owner) is { Length: > 0 } name ? name : reader.Text("talk.theOwner");
        var stands = complaint.Hold is { } hold
            ? reader.Text("case.held", ("owner", owner), ("hold", reader.Text("hold." + Reader.Code(hold.Reason))))
            : reader.Text("case.stands." + Reader.Code(complaint.State), ("owner", owner));
        var next = complaint.PendingOfStaff.FirstOrDefault(d => Promises.Contains(d.Kind) && d.PausedSince is null);
        var words = reader.Text("case.line", ("ticket", reader.NumberOf(complaint)), ("stands", stands));
        if (next is not null)
            words += reader.Text(
                "case.next",
                ("what", reader.Text("deadline." + Reader.Code(next.Kind))),
                ("due", reader.Promise(next.Due))
            );
        return next?.IsOverdue(reader.Now) == true ? words + reader.Text("case.late") : words;
    }
}
