using System.Globalization;
using System.Text.Json;
using System.Xml;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Calendars;
using Complaints.Deadlines;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Handling;

/// <summary>What typing can say and one card cannot: several measures at once, "three days more". Turned into the inputs of
/// cards.</summary>
internal static class TypedInputs
{
    private const string WorkingDays = "working:";
    private const string Row = "row";
    private const int MostMeasures = 9;
    private static readonly string[] MeasureParts = ["measure", "owner", "due", "dueTime"];

    // Refusals that name no input and mean one all the same.
    private static readonly Dictionary<string, string> ByCode = new(StringComparer.Ordinal)
    {
        ["unknownPerson"] = "owner",
        ["conflictOfInterest"] = "owner",
        ["timeInPast"] = "due",
        ["dueAfterResult"] = "due",
        ["unknownCategory"] = "category",
        ["tooLong"] = "description",
    };

    /// <summary>The inputs of the commands to do, in order; mostly just the one given.</summary>
    public static IReadOnlyList<CardInputs> Split(
        string verb,
        CardInputs inputs,
        Complaint complaint,
        Organisation organisation,
        DateTimeOffset now
    ) =>
        verb switch
        {
            Verbs.Item => [Measure(inputs, complaint)],
            Verbs.Plan => [inputs, .. Measures(inputs)],
            Verbs.Extend
                when !inputs.Has("until") && inputs.Text("by") is { } more && Later(more, complaint, organisation, now) is { } until =>
            [
                inputs.With("until", until.ToString("O", CultureInfo.InvariantCulture)),
            ],
            _ => [inputs],
        };

    // A measure by its place or by words of it; a single one needs no name.
    private static CardInputs Measure(CardInputs inputs, Complaint complaint)
    {
        var open = complaint.OpenMeasures.ToList();
        if (inputs.Text("item") is not { } item)
            return Named(open, inputs.Text("text")) is { } meant ? inputs.With("item", meant.Id)
                : open is [var only] ? inputs.With("item", only.Id)
                : inputs.With("item", "?");
        if (item == "all" || open.Any(m => m.Id == item))
            return inputs;
        var place = int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? open.ElementAtOrDefault(n - 1) : null;
        return (place ?? Named(open, item) ?? Named(open, inputs.Text("text"))) is { } measure
            ? inputs.With("item", measure.Id).With("text", inputs.Text("text") ?? measure.Text)
            : inputs;
    }

    private static Complaints.Rounds.Measure? Named(IReadOnlyList<Complaints.Rounds.Measure> open, string? words) =>
        words is null || open.Count == 0 ? null : MeasureNamed.Of(open, words);

    private static IEnumerable<CardInputs> Measures(CardInputs inputs)
    {
        for (var n = 2; n <= MostMeasures; n++)
        {
            var measure = MeasureParts.ToDictionary(name => name, name => inputs.Text(Numbered(name, n)), StringComparer.Ordinal);
            // A day without a measure is something forgotten, to be asked for; a row of nothing is none.
            if (measure["measure"] is not null || measure["due"] is not null)
                yield return new(JsonSerializer.SerializeToElement(measure));
        }
    }

    /// <summary>The refusal with the row of a form that it is about, counted from 0: argument <c>row</c>, absent for the first.</summary>
    public static Refusal InRow(Refusal refusal, int row) =>
        row == 0 ? refusal : refusal with { Arguments = new Dictionary<string, object?>(refusal.Arguments) { [Row] = row + 1 } };

    /// <summary>The id of the input that a refusal is about, as a form names it; null when it is about none.</summary>
    public static string? InputOf(Refusal refusal)
    {
        var input = refusal.Arguments.GetValueOrDefault("input") as string ?? ByCode.GetValueOrDefault(refusal.Code);
        return input is not null && refusal.Arguments.GetValueOrDefault(Row) is int row ? Numbered(input, row) : input;
    }

    // So much more than was promised; of a promise that is broken, from now.
    private static DateTimeOffset? Later(string more, Complaint complaint, Organisation organisation, DateTimeOffset now)
    {
        if (complaint.Pending(DeadlineKind.Resolve) is not { } deadline)
            return null;
        var from = deadline.Due > now ? deadline.Due : now;
        if (!more.StartsWith(WorkingDays, StringComparison.Ordinal))
            return from + XmlConvert.ToTimeSpan(more);
        var days = Duration.FromDays((int)Math.Ceiling(double.Parse(more.AsSpan(WorkingDays.Length), CultureInfo.InvariantCulture)));
        return BusinessClock.Of(organisation, complaint.Department).Due(from, days, ClockBase.Business, []);
    }

    private static string Numbered(string name, int n) => string.Create(CultureInfo.InvariantCulture, $"{name}.{n}");
}
