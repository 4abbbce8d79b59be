using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Handling;

/// <summary>Fills the card of a department's channel: where the complaint stands, nothing of the customer. Whoever may do something sees
/// their own buttons under it.</summary>
public static class ChannelCard
{
    /// <summary>Which view the buttons of this card name.</summary>
    public const string View = "channel";

    // As many people as Teams asks by itself for their own view of a card.
    private const int MostViewers = 60;

    /// <summary>Names the card.</summary>
    public static string Key(string ticket) => $"channel:{ticket}";

    /// <summary>The data of template <c>channel</c> as everybody sees it.</summary>
    public static JsonObject Data(Complaint c, Reader reader)
    {
        var next = c.IsOpen ? c.PendingOfStaff.FirstOrDefault(d => d.PausedSince is null) : null;
        return new()
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["category"] = reader.Category(c.Details.Category),
            ["severity"] = Reader.Code(c.Severity),
            ["state"] = Reader.Code(c.State),
            ["owner"] = c.AnswerablePerson is { } person ? reader.Person(person) : null,
            ["received"] = reader.Moment(c.ReceivedAt),
            ["due"] = next is null ? null : TicketCard.Due(next, reader),
            ["accept"] = false,
            ["open"] = false,
            ["first"] = null,
            ["firstText"] = null,
        };
    }

    /// <summary>The same as one viewer sees it. <paramref name="first"/> is the complaint that waits longest for an owner.</summary>
    public static JsonObject Data(Complaint c, Reader reader, Actor viewer, string? first)
    {
        var data = Data(c, reader);
        var accept = ProcedureTable.Possible(new Situation(c, viewer, reader.Organisation, reader.Now)).Contains(Verbs.Accept);
        var another = accept && c.Owner is null && first is not null && first != c.Ticket;
        data["accept"] = accept && !another;
        data["open"] = Relations.MaySee(viewer, c, reader.Organisation);
        data["first"] = another ? first : null;
        data["firstText"] = another ? reader.Text("team.first", ("ticket", first)) : null;
        return data;
    }

    /// <summary>For whom Teams asks by itself for their own view: whoever answers for it, the head, and while nobody owns it the
    /// department's handlers (aadObjectIds).</summary>
    public static IReadOnlyList<string> Viewers(Complaint c, Organisation organisation)
    {
        var handlers =
            c.Owner is not null || !c.IsOpen
                ? []
                : organisation.Staff.Where(s => s.Department == c.Department && s.Roles.Contains(Role.Handler)).Select(s => s.Id);
        return
        [
            .. new[] { c.AnswerablePerson, organisation.FindDepartment(c.Department)?.Manager }
                .OfType<string>()
                .Concat(handlers)
                .Distinct()
                .Where(id => !Relations.IsConflicted(id, c, organisation))
                .Take(MostViewers),
        ];
    }
}
