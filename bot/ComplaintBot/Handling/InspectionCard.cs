using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;

namespace ComplaintBot.Handling;

/// <summary>The checklist of a spot check (抽查). What the record itself can prove is filled in and says so; the inspector decides.</summary>
public static class InspectionCard
{
    private static readonly DeadlineKind[] ToTheCustomer =
    [
        DeadlineKind.FirstResponse,
        DeadlineKind.OnSite,
        DeadlineKind.Plan,
        DeadlineKind.Resolve,
        DeadlineKind.EmergencyMeasure,
    ];

    /// <summary>Names the card.</summary>
    public static string Key(string ticket) => $"inspection:{ticket}";

    /// <summary>The data of template <c>inspection</c>.</summary>
    public static JsonObject Data(Complaint c, Reader reader)
    {
        var drawn = c.DrawnForInspection;
        return new JsonObject
        {
            ["ticket"] = c.Ticket,
            ["version"] = c.Version,
            ["category"] = reader.Category(c.Details.Category),
            ["reason"] = drawn is null ? "" : reader.Text("inspection.because." + drawn.Because),
            ["owner"] = reader.Person(c.Owner),
            ["closed"] =
                c.ClosedAt is { } at && c.CloseKind is { } kind
                    ? $"{reader.Moment(at)} · {reader.Text("closeKind." + Reader.Code(kind))}"
                    : null,
            ["today"] = reader.Organisation.Local(reader.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["department"] = c.Department,
            ["departments"] = new JsonArray([
                .. reader
                    .Organisation.Departments.Take(30)
                    .Select(d => new JsonObject { ["id"] = d.Id, ["name"] = d.Name.In(reader.Language) }),
            ]),
            ["items"] = new JsonArray(
                Steps(c, reader),
                Promises("promise", c, ToTheCustomer, reader),
                Promises("progress", c, [DeadlineKind.Progress], reader),
                Item("wording", null, null, reader),
                Item("solution", null, null, reader)
            ),
            ["can"] = new JsonObject { ["rectify"] = true },
        };
    }

    private static JsonObject Steps(Complaint c, Reader reader)
    {
        (string Verb, bool There)[] steps =
        [
            ("accept", c.History.Any(e => e.Event is Accepted)),
            ("cause", c.Cause is not null),
            ("plan", c.Plan.Any()),
            ("resolve", c.Answer is not null),
        ];
        var missing = steps.Where(s => !s.There).Select(s => reader.Text("verb." + s.Verb)).ToList();
        return missing.Count == 0
            ? Item("process", true, reader.Text("inspection.found.complete"), reader)
            : Item(
                "process",
                false,
                reader.Text("inspection.found.without", ("steps", string.Join(reader.Text("common.listSeparator"), missing))),
                reader
            );
    }

    private static JsonObject Promises(string id, Complaint c, IReadOnlyList<DeadlineKind> kinds, Reader reader)
    {
        var judged = c.Deadlines.Where(d => kinds.Contains(d.Kind) && d.InTime is not null).ToList();
        var missed = judged.Where(d => d.InTime == false).Select(d => reader.Text("deadline." + Reader.Code(d.Kind))).Distinct().ToList();
        if (judged.Count == 0)
            return Item(id, null, null, reader);
        return missed.Count == 0
            ? Item(id, true, reader.Text("inspection.found.kept", ("count", judged.Count)), reader)
            : Item(
                id,
                false,
                reader.Text("inspection.found.missed", ("what", string.Join(reader.Text("common.listSeparator"), missed))),
                reader
            );
    }

    private static JsonObject Item(string id, bool? passed, string? found, Reader reader) =>
        new()
        {
            ["id"] = id,
            ["text"] = reader.Text("inspection.item." + id),
            ["value"] = passed switch
            {
                true => "1",
                false => "0",
                null => null,
            },
            ["found"] = found,
        };
}
