using System.Text.Json;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using Complaints;
using Complaints.Handling;
using Complaints.Procedure;
using Microsoft.Bot.Builder;
using Understanding;
using Understanding.Orders;
using Understanding.Questions;
using Understanding.Questions.Names;

namespace ComplaintBot.Handling.Chasing;

/// <summary>Asks whoever answers for a ticket to get on with it (催办): one at once, several only after the person has seen which and
/// said yes. The ticket keeps who asked.</summary>
public sealed class Chases(Answering answering)
{
    /// <summary>The word by which several chases wait for a yes.</summary>
    public const string Verb = "chase";

    // One order for more than these would be a campaign.
    private const int Most = 50;

    /// <summary>Chases, or asks first; null when what was understood is no such order.</summary>
    public async Task<StaffState?> TryAsync(Turn turn, StaffState state, Meaning understood, CancellationToken cancellationToken)
    {
        if (understood is not { Intent: Intents.Act, Slots: { Verb: Verb } slots })
            return null;
        if (Person(slots) is { } named && Colleagues.Match(named, turn.Organisation).Count != 1)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, Refusal.Of("unknownPerson", "name", named), turn.Organisation));
            return state;
        }
        if (await TicketsAsync(turn, state, slots, cancellationToken) is not { } tickets)
        {
            turn.Say("staff.whichTicket");
            return state;
        }
        if (tickets.Count > Most)
        {
            turn.Say("chase.tooMany", ("most", Most));
            return state;
        }
        var complaints = new List<Complaint>();
        foreach (var ticket in tickets)
        {
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint)
                complaints.Add(complaint);
        }
        if (complaints.Count == 0)
        {
            turn.Say("chase.none");
            return state;
        }
        if (complaints.Count > 1)
        {
            var many = new ManyActions(Verb, [.. complaints.Select(c => c.Ticket)], JsonSerializer.SerializeToElement(new { }));
            return SeveralTickets.Ask(
                turn,
                state,
                many,
                turn.Reader.Text("chase.confirm", ("count", complaints.Count)),
                complaints,
                c => $" · {turn.Reader.Person(c.AnswerablePerson)}",
                null
            );
        }
        var single = complaints[0];
        var outcome = Do(turn, single, await turn.CommandContextAsync(cancellationToken));
        if (outcome.Refusal is { } refusal)
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
        else
            turn.Say("chase.done", ("ticket", single.Ticket), ("name", turn.Reader.Person(single.AnswerablePerson)));
        return state with { LastTicket = single.Ticket };
    }

    /// <summary>Tells the person who answers for the complaint who asks, what is due and since when; a note keeps it.</summary>
    internal static Outcome Do(Turn turn, Complaint complaint, CommandContext context)
    {
        if (!complaint.IsOpen)
            return new Refusal("chaseEnded");
        if (complaint.AnswerablePerson is not { } person || person == turn.Person.Actor.Id)
            return new Refusal("chaseSelf");
        var language = StaffLanguage.Of(turn.Organisation.FindStaff(person));
        var reader = new Reader(turn.Organisation, turn.Now, turn.Speech, language);
        var outcome = ComplaintDesk.Do(
            complaint,
            new Note(
                reader.Text(
                    "chase.note",
                    ("name", reader.Person(person)),
                    (
                        "at",
                        turn.Organisation.Local(turn.Now).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)
                    )
                )
            ),
            context
        );
        if (!outcome.Ok)
            return outcome;
        var due = complaint.PendingOfStaff.FirstOrDefault();
        var words = due is null
            ? reader.Text("chase.chased", ("who", turn.Person.Actor.Name), ("ticket", complaint.Ticket))
            : reader.Text(
                "chase.chasedDue",
                ("who", turn.Person.Actor.Name),
                ("ticket", complaint.Ticket),
                ("todo", reader.Text("todo." + Reader.Code(due.Kind))),
                ("due", reader.Moment(due.Due)),
                ("standing", turn.Speech.Times.Standing(language, due.Due, turn.Now))
            );
        turn.Send(new(new Recipient.Staff(person), MessageFactory.Text(words)));
        return outcome;
    }

    // "催一下李伟": whom he keeps waiting is his list, not one ticket.
    private static string? Person(Slots slots) =>
        slots is { Tickets.Count: 0, Select: null } && slots.Inputs.TryGetValue("to", out var to) ? to : null;

    // Null: it is not clear which.
    private async Task<IReadOnlyList<string>?> TicketsAsync(Turn turn, StaffState state, Slots slots, CancellationToken cancellationToken)
    {
        var shown = state.Shown ?? [];
        var card = OrderCard.Inputs(slots, turn.Organisation, turn.Organisation.Local(turn.Now));
        if (card.GetValueOrDefault(OrderCard.Shown) == "all")
            return shown.Count == 0 || Asked(state) is not { } query ? null : await FoundAsync(turn, query, cancellationToken);
        if (SeveralTickets.Of(card, state) is { } several)
            return several.Count == 0 ? null : several;
        if (Person(slots) is { } person)
            return await FoundAsync(turn, OfPerson(Asked(state), person), cancellationToken);
        // "催一下" under a list means the list.
        return (slots.Ticket ?? state.LastTicket) is { } ticket ? [ticket]
            : shown.Count > 0 ? shown
            : null;
    }

    private static ComplaintQuery? Asked(StaffState state) =>
        state.LastQuery is { ValueKind: JsonValueKind.Object } query ? QueryJson.Read(query.GetRawText(), out _) : null;

    // The colleague's among what was asked for; else what of theirs is late.
    private static ComplaintQuery OfPerson(ComplaintQuery? asked, string person) =>
        asked is { Kind: QueryKind.List }
            ? asked with
            {
                Filters = (asked.Filters ?? new()) with { Owner = person },
            }
            : new()
            {
                Kind = QueryKind.List,
                Filters = new() { Overdue = true, Owner = person },
            };

    private async Task<IReadOnlyList<string>> FoundAsync(Turn turn, ComplaintQuery query, CancellationToken cancellationToken)
    {
        var list = query with { Kind = QueryKind.List, Metric = null, GroupBy = null, Limit = Math.Min(query.Limit ?? Most + 1, Most + 1) };
        return
        [
            .. (await answering.AllRowsAsync(list, new Asker(turn.Person.Staff!, turn.Organisation), turn.Now, cancellationToken)).Select(
                r => r.Ticket
            ),
        ];
    }
}
