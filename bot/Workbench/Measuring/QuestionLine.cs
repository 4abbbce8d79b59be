using System.Globalization;
using System.Text.Json;
using Understanding;
using Understanding.Questions;

namespace Workbench.Measuring;

/// <summary>One line of what is asked.</summary>
/// <param name="Id">Given back as it came; undefined when there was none.</param>
/// <param name="Text">What was written.</param>
/// <param name="Context">What is known around it.</param>
/// <param name="DatesOnly">True when only the dates in the text are wanted.</param>
internal sealed record QuestionLine(JsonElement Id, string Text, Context Context, bool DatesOnly)
{
    /// <summary>Reads a line; null with a sentence when something needed is missing or wrong.</summary>
    public static QuestionLine? Read(JsonElement line, Organisations organisations, TimeProvider time, out string problem)
    {
        problem = "";
        if (line.ValueKind != JsonValueKind.Object || Field(line, "text") is not { } text)
        {
            problem = "text is missing";
            return null;
        }
        if (RoleOf(Field(line, "role")) is not { } role)
        {
            problem = $"role '{Field(line, "role")}' is none of customer, staff, manager, quality, executive";
            return null;
        }
        if (organisations.Of(Field(line, "organisation")) is not { } organisation)
        {
            problem = organisations.Problem;
            return null;
        }
        var now = time.GetUtcNow();
        if (Field(line, "now") is { } said && !TryInstant(said, organisation.TimeZone, out now))
        {
            problem = $"now '{said}' is no time";
            return null;
        }
        ComplaintQuery? previous = null;
        if (line.TryGetProperty("previous", out var before) && before.ValueKind == JsonValueKind.Object)
        {
            previous = QueryJson.Read(before.GetRawText(), out var fault);
            if (previous is null)
            {
                problem = $"previous is no query: {fault}";
                return null;
            }
        }
        line.TryGetProperty("id", out var id);
        return new(
            id,
            text,
            new()
            {
                Language = Field(line, "lang"),
                Role = role,
                Now = organisation.Local(now),
                Organisation = organisation,
                Previous = previous,
                Ticket = Of(line, "context") is { } around ? Field(around, "ticket") : null,
                LastAnswer = Of(line, "context") is { } last ? AnswerOf(Field(last, "lastAnswer")) : LastAnswer.None,
            },
            Field(line, "task") == "dates"
        );
    }

    private static JsonElement? Of(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static LastAnswer AnswerOf(string? name) =>
        name switch
        {
            "list" => LastAnswer.List,
            "metric" => LastAnswer.Metric,
            _ => LastAnswer.None,
        };

    private static string? Field(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static SpeakerRole? RoleOf(string? role) =>
        role switch
        {
            null or "customer" => SpeakerRole.Customer,
            "staff" or "frontline" or "handler" => SpeakerRole.Staff,
            "manager" or "quality" or "executive" or "admin" => SpeakerRole.Manager,
            _ => null,
        };

    // A time without offset is what the clock shows at the organisation.
    private static bool TryInstant(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = default;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return false;
        return time.Kind == DateTimeKind.Unspecified
            ? (instant = new(time, zone.GetUtcOffset(time))) != default
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }
}
