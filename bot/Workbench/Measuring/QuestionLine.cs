using System.Globalization;
using System.Text.Json;
using Understanding;

namespace Workbench.Measuring;

/// <summary>One line of what is asked.</summary>
/// <param name="Id">Given back as it came; undefined when there was none.</param>
/// <param name="Request">The text with what is known around it.</param>
/// <param name="DatesOnly">True when only the dates in the text are wanted.</param>
internal sealed record QuestionLine(JsonElement Id, UnderstandRequest Request, bool DatesOnly)
{
    /// <summary>Reads a line; null with a sentence when something needed is missing or wrong.</summary>
    public static QuestionLine? Read(JsonElement line, Organisations organisations, TimeProvider time, out string problem)
    {
        problem = "";
        if (line.ValueKind != JsonValueKind.Object || Text(line, "text") is not { } text)
        {
            problem = "text is missing";
            return null;
        }
        if (Role(Text(line, "role")) is not { } role)
        {
            problem = $"role '{Text(line, "role")}' is none of customer, staff, manager, quality, executive";
            return null;
        }
        if (organisations.Of(Text(line, "organisation")) is not { } organisation)
        {
            problem = organisations.Problem;
            return null;
        }
        var now = time.GetUtcNow();
        if (Text(line, "now") is { } said && !TryInstant(said, organisation.TimeZone, out now))
        {
            problem = $"now '{said}' is no time";
            return null;
        }
        line.TryGetProperty("id", out var id);
        return new(
            id,
            new()
            {
                Text = text,
                Language = Text(line, "lang"),
                Role = role,
                Now = organisation.Local(now),
                Organisation = organisation,
            },
            Text(line, "task") == "dates"
        );
    }

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static UnderstandRole? Role(string? role) =>
        role switch
        {
            null or "customer" => UnderstandRole.Customer,
            "staff" or "frontline" or "handler" => UnderstandRole.Staff,
            "manager" or "quality" or "executive" or "admin" => UnderstandRole.Manager,
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
