using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Deadlines;

namespace ComplaintBot.FollowUp;

/// <summary>Fills the card that stands for many cards: how many wait, are late, are due today, and the first of them.</summary>
internal static class DigestCard
{
    private const int MostLines = 8;

    /// <summary>The data of template <c>digest</c> for these promises, in their order.</summary>
    public static JsonObject Data(
        IReadOnlyList<(Complaint Complaint, Deadline Deadline)> waiting,
        Reader reader,
        string person,
        string headline
    )
    {
        var today = DateOnly.FromDateTime(reader.Organisation.Local(reader.Now).DateTime);
        var late = waiting.Count(w => w.Deadline.IsOverdue(reader.Now));
        var dueToday = waiting.Count(w =>
            !w.Deadline.IsOverdue(reader.Now) && DateOnly.FromDateTime(reader.Organisation.Local(w.Deadline.Due).DateTime) == today
        );
        return new JsonObject
        {
            ["day"] = reader.Day(today),
            ["scope"] = reader.PersonWithDepartment(person),
            ["headline"] = headline,
            ["figures"] = new JsonArray(
                Figure("bundle.waiting", waiting.Count, bad: false, reader),
                Figure("bundle.late", late, late > 0, reader),
                Figure("bundle.today", dueToday, bad: false, reader)
            ),
            ["items"] = new JsonArray([.. waiting.Take(MostLines).Select(w => Line(w.Complaint, w.Deadline, reader))]),
            ["more"] = waiting.Count > MostLines ? reader.Text("bundle.more", ("count", waiting.Count - MostLines)) : null,
            ["changes"] = new JsonArray(new JsonObject { ["title"] = reader.Text("example.mine"), ["text"] = reader.Text("example.mine") }),
        };
    }

    private static JsonObject Figure(string key, int value, bool bad, Reader reader) =>
        new()
        {
            ["name"] = reader.Text(key),
            ["value"] = value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["bad"] = bad,
        };

    private static JsonObject Line(Complaint complaint, Deadline deadline, Reader reader)
    {
        var due = TicketCard.Due(deadline, reader);
        return new()
        {
            ["ticket"] = complaint.Ticket,
            ["what"] = Reader.Code(deadline.Kind),
            ["category"] = reader.Category(complaint.Details.Category),
            ["owner"] = reader.Person(complaint.AnswerablePerson),
            ["at"] = reader.Moment(deadline.Due),
            ["standing"] = (string?)due["standing"],
            ["late"] = deadline.IsOverdue(reader.Now),
        };
    }
}
