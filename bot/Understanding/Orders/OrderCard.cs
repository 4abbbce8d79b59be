using System.Globalization;
using System.Text.Json;
using System.Xml;
using Complaints.Organisations;
using Complaints.Procedure;
using Understanding.Questions.Names;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>What was said in an order as the inputs that a card of its verb would carry: people by id, the reason of a pause by its
/// kind, a length from now, places in a list as "1-3".</summary>
public static class OrderCard
{
    /// <summary>Several tickets, separated by commas.</summary>
    public const string Tickets = "tickets";

    /// <summary>Places in the list shown last: "1-3", "2", "last-2" or "all".</summary>
    public const string Shown = "shown";

    private static readonly string[] InspectionItems = ["process", "promise", "wording", "solution"];
    private static readonly string[] People = ["to", "from", "owner", "person", "who"];

    private static readonly PhraseTable<string> HoldKinds = new(PhraseFiles.Of("Orders.HoldReasons.txt"));

    /// <summary>The inputs for a card; <paramref name="now"/> is the organisation's local time.</summary>
    public static IReadOnlyDictionary<string, string> Inputs(Slots said, Organisation organisation, DateTimeOffset now)
    {
        var inputs = new Dictionary<string, string>(said.Inputs, StringComparer.Ordinal);
        foreach (var name in People)
        {
            if (inputs.TryGetValue(name, out var person))
                inputs[name] = Person(person, organisation);
        }
        if (said.Verb == Verbs.Hold)
            Hold(inputs);
        if (said.Verb == Verbs.Extend && inputs.Remove("for", out var more))
            inputs["by"] = inputs.Remove("workingDays", out var days) ? "working:" + days : more;
        if (said.Verb == Verbs.Snooze && inputs.Remove("until", out var until))
            inputs["for"] = Length(until, organisation, now);
        if (said.Verb == Verbs.Visit && IsAnswered(inputs))
            inputs["outcome"] = "answered";
        if (said.Verb == Verbs.Effective && inputs.Remove("comment", out var comment))
            inputs["reason"] = comment;
        if (said.Verb == Verbs.Inspect && inputs.Remove("every", out var verdict))
        {
            foreach (var item in InspectionItems)
                inputs[item] = verdict;
        }
        if (inputs.Remove("why", out var whys))
            inputs["text"] = string.Join('\n', whys.Split('\n').Prepend(inputs.GetValueOrDefault("text", "")).Where(w => w.Length > 0));
        for (var n = 0; n < said.Measures.Count; n++)
            Measure(inputs, said.Measures[n], n == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{n + 1}"), organisation);
        if (said.Tickets.Count > 0)
            inputs[Tickets] = string.Join(',', said.Tickets);
        if (said.Select is { } select && Places(select) is { } places)
            inputs[Shown] = places;
        return inputs;
    }

    // Who says how content he is, or gives a score, was reached.
    private static bool IsAnswered(Dictionary<string, string> inputs) =>
        inputs.TryGetValue("outcome", out var outcome) ? outcome is "satisfied" or "unsatisfied" : inputs.ContainsKey("score");

    /// <summary>The id of the one colleague whom the words can mean; else the words.</summary>
    private static string Person(string words, Organisation organisation) =>
        Colleagues.Match(words, organisation) is [var one] ? one.Id : words;

    private static void Measure(Dictionary<string, string> inputs, PlannedMeasure measure, string number, Organisation organisation)
    {
        inputs.Remove("owner" + number);
        inputs.Remove("due" + number);
        inputs["measure" + number] = measure.Measure;
        if (measure.Owner is { } owner)
            inputs["owner" + number] = Person(owner, organisation);
        if (measure.Due is { } due)
            inputs["due" + number] = due;
    }

    // "Hold until Friday" and nothing else: so it was agreed.
    private static void Hold(Dictionary<string, string> inputs) =>
        inputs["reason"] =
            inputs.ContainsKey("question") ? "waitingCustomer"
            : inputs.TryGetValue("reason", out var words) ? HoldKind(CharacterFolding.Fold(words))
            : inputs.ContainsKey("until") ? "agreedDate"
            : "waitingCustomer";

    private static string HoldKind(string folded) => HoldKinds.In(folded).Select(f => f.Value).FirstOrDefault() ?? "waitingCustomer";

    // "Remind me tomorrow" means when the working day begins.
    private static string Length(string until, Organisation organisation, DateTimeOffset now)
    {
        var at = DateTime.Parse(until, CultureInfo.InvariantCulture);
        if (!until.Contains('T', StringComparison.Ordinal))
            at = at.Add(organisation.Calendar.Hours[0].From.ToTimeSpan());
        return XmlConvert.ToString(TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling((at - now.DateTime).TotalMinutes))));
    }

    private static string? Places(JsonElement select)
    {
        foreach (var part in select.EnumerateObject())
        {
            var number = part.Value.ValueKind == JsonValueKind.Number ? part.Value.GetInt32() : 0;
            return part.Name switch
            {
                "first" => string.Create(CultureInfo.InvariantCulture, $"1-{number}"),
                "position" => string.Create(CultureInfo.InvariantCulture, $"{number}"),
                "last" => string.Create(CultureInfo.InvariantCulture, $"last-{number}"),
                "all" => "all",
                _ => null,
            };
        }
        return null;
    }
}
