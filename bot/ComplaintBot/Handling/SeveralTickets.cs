using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Procedure;
using Understanding.Orders;

namespace ComplaintBot.Handling;

/// <summary>One command for several tickets: named one by one ("C-1、C-2"), or by their place in the list shown last ("前三个"). Shown
/// first, done after a yes.</summary>
internal static class SeveralTickets
{
    // More lines make a card that nobody reads; the count says the rest.
    private const int MostLines = 12;

    /// <summary>The tickets meant; null when the words are about one. Empty when they point at a list and none was shown.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyDictionary<string, string> inputs, StaffState state)
    {
        if (inputs.TryGetValue(OrderCard.Tickets, out var named))
            return named.Split(',');
        if (!inputs.TryGetValue(OrderCard.Shown, out var places))
            return null;
        var shown = state.Shown ?? [];
        if (places == "all")
            return shown;
        if (places.StartsWith("last-", StringComparison.Ordinal))
            return [.. shown.TakeLast(int.Parse(places[5..], CultureInfo.InvariantCulture))];
        var bounds = places.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToList();
        return [.. shown.Skip(bounds[0] - 1).Take(bounds[^1] - bounds[0] + 1)];
    }

    /// <summary>Shows the tickets that the person may see and asks.</summary>
    public static async Task<StaffState> AskAsync(
        Turn turn,
        StaffState state,
        string verb,
        IReadOnlyList<string> tickets,
        IReadOnlyDictionary<string, string> inputs,
        CancellationToken cancellationToken
    )
    {
        var complaints = new List<Complaint>();
        foreach (var ticket in tickets)
        {
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint)
                complaints.Add(complaint);
            else
                turn.Say("staff.notFound", ("ticket", ticket));
        }
        if (complaints.Count == 0)
        {
            if (tickets.Count == 0)
                turn.Say("staff.whichTicket");
            return state;
        }
        var given = inputs.Where(i => i.Key is not (OrderCard.Tickets or OrderCard.Shown)).ToDictionary(i => i.Key, i => i.Value);
        if (verb == Verbs.Extend && !given.ContainsKey("reason"))
        {
            // Better now than after the yes, once for each ticket.
            turn.SayText(turn.Speech.Refusal(turn.Language, Refusal.Missing("reason"), turn.Organisation));
            return state;
        }
        var many = new ManyActions(verb, [.. complaints.Select(c => c.Ticket)], JsonSerializer.SerializeToElement(given));
        var what = turn.Speech.Strings.Text(turn.Language, "verb." + verb);
        if (verb == Verbs.Merge && given.TryGetValue("into", out var into))
            what = $"{what} → {into}";
        if (verb == Verbs.Assign && given.TryGetValue("to", out var to))
            what = $"{what} → {turn.Reader.Person(VerbReader.Person(to, turn.Organisation) ?? to)}";
        return Ask(
            turn,
            state,
            many,
            turn.Speech.Strings.Text(turn.Language, "staff.several", ("count", complaints.Count), ("verb", what)),
            complaints,
            _ => "",
            null
        );
    }

    /// <summary>Shows the question as a card; the state waits for the answer.</summary>
    public static StaffState Ask(
        Turn turn,
        StaffState state,
        ManyActions many,
        string question,
        IReadOnlyList<Complaint> complaints,
        Func<Complaint, string> then,
        string? note
    )
    {
        many = many with { Token = turn.Activity.Id ?? Guid.NewGuid().ToString("N") };
        var lines = complaints.Take(MostLines).Select(c => $"{c.Ticket} · {turn.Reader.Category(c.Details.Category)}{then(c)}").ToList();
        if (complaints.Count > MostLines)
            lines.Add("…");
        turn.Show(
            "confirm",
            new JsonObject
            {
                ["token"] = many.Token,
                ["question"] = question,
                ["tickets"] = new JsonArray([.. lines.Select(l => JsonValue.Create(l))]),
                ["note"] = note,
                ["yes"] = turn.Speech.Strings.Text(turn.Language, "staff.sure"),
            }
        );
        return state with { Confirming = many };
    }
}
