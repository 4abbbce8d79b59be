using System.Text.Json;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Assignment;
using Complaints.Procedure;

namespace ComplaintBot.Handling;

/// <summary>Everything that somebody has goes to a colleague, or fairly to all ("把王芳的全部投诉转给张敏", "Wang Fang is leaving, distribute
/// her complaints"). Shown first, done after a yes.</summary>
internal static class HandOver
{
    /// <summary>Shows who would get what. Only complaints that the person asking may reassign are in it: others are not even
    /// counted.</summary>
    public static async Task<StaffState> AskAsync(
        Turn turn,
        StaffState state,
        IReadOnlyDictionary<string, string> inputs,
        CancellationToken cancellationToken
    )
    {
        var from = inputs["from"] == "me" ? turn.Person.Actor.Id : inputs["from"];
        var name = turn.Reader.Person(from);
        string? to = null;
        if (inputs.TryGetValue("to", out var named) && (to = VerbReader.Person(named, turn.Organisation)) is null)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, Refusal.Of("unknownPerson", "name", named), turn.Organisation));
            return state;
        }
        var seen = new List<Complaint>();
        foreach (var ticket in await turn.Store.AllTicketsOfOwnerAsync(from, cancellationToken))
        {
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint)
                seen.Add(complaint);
        }
        var movable = seen.Where(c =>
                ProcedureTable.Possible(new Situation(c, turn.Person.Actor, turn.Organisation, turn.Now)).Contains(Verbs.Assign)
            )
            .ToList();
        if (movable.Count == 0)
        {
            turn.Say("staff.handOverNone", ("from", name));
            return state;
        }
        var context = await turn.CommandContextAsync(cancellationToken);
        var owners = to is not null
            ? movable.ToDictionary(c => c.Ticket, _ => to)
            : LeaverHandOver
                .Distribute(
                    from,
                    movable.Select(c => LeaversComplaint.Of(c, turn.Organisation)),
                    context.Attendance,
                    context.Workloads,
                    turn.Now
                )
                .ToDictionary(h => h.Ticket, h => h.Choice.Answerable.Id);
        var question = to is not null
            ? turn.Speech.Strings.Text(
                turn.Language,
                "staff.handOver",
                ("count", movable.Count),
                ("from", name),
                ("to", turn.Reader.Person(to))
            )
            : turn.Speech.Strings.Text(turn.Language, "staff.handOverFairly", ("count", movable.Count), ("from", name));
        var stays =
            seen.Count == movable.Count
                ? null
                : turn.Speech.Strings.Text(turn.Language, "staff.handOverStays", ("count", seen.Count - movable.Count));
        var many = new ManyActions(Verbs.Assign, [.. movable.Select(c => c.Ticket)], JsonSerializer.SerializeToElement(new { }))
        {
            To = owners,
        };
        return SeveralTickets.Ask(turn, state, many, question, movable, c => $" → {turn.Reader.Person(owners[c.Ticket])}", stays);
    }

    /// <summary>The inputs for one of many tickets: the same for all, with its own new owner where each has one.</summary>
    public static CardInputs InputsOf(ManyActions many, string ticket) =>
        many.To?.GetValueOrDefault(ticket) is { } to ? new CardInputs(many.Inputs).With("to", to) : new(many.Inputs);
}
