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
            Verbs.Plan when inputs.Has("measure.2") => [inputs, .. Measures(inputs)],
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
        for (var n = 2; inputs.Has(Numbered("measure", n)); n++)
        {
            var measure = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var name in new[] { "measure", "owner", "due" })
                measure[name] = inputs.Text(Numbered(name, n));
            yield return new(JsonSerializer.SerializeToElement(measure));
        }
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
