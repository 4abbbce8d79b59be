using System.Globalization;
using System.Text.Json;
using Complaints.Organisations;

namespace ComplaintBot.Conversations;

/// <summary>What a card button carried: its data merged with the inputs of the card. Values come from outside: every read tolerates
/// a wrong type by reading as absent.</summary>
public sealed class CardInputs(JsonElement data)
{
    /// <summary>Longest text taken from one input, in characters; the rest is cut off by the card's own maxLength, a forged card
    /// gets refused.</summary>
    public const int MaxText = 8_000;

    /// <summary>The verb, or null when the data is no card action of ours.</summary>
    public string? Verb => Text("verb");

    /// <summary>The ticket number, or null.</summary>
    public string? Ticket => Text("ticket");

    /// <summary>The version of the complaint that the card showed; null = the present one.</summary>
    public int? Version => Number("version") is { } v and >= 0 and <= int.MaxValue ? (int)v : null;

    /// <summary>True when any input of this name came with a value.</summary>
    public bool Has(string id) => Text(id) is not null;

    /// <summary>A trimmed text, null when absent, empty or no scalar. Numbers and booleans read as their JSON text.</summary>
    public string? Text(string id)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(id, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        text = text?.Trim();
        return string.IsNullOrEmpty(text) ? null
            : text.Length > MaxText ? text[..MaxText]
            : text;
    }

    /// <summary>An object as JSON, null when absent, no object or longer than a text may be.</summary>
    public string? Json(string id) =>
        data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty(id, out var value)
        && value.ValueKind == JsonValueKind.Object
        && value.GetRawText() is { Length: <= MaxText } json
            ? json
            : null;

    /// <summary>The same inputs with one more.</summary>
    public CardInputs With(string id, string value)
    {
        var inputs =
            data.ValueKind == JsonValueKind.Object
                ? data.EnumerateObject().Where(p => p.Name != id).ToDictionary(p => p.Name, p => p.Value)
                : [];
        inputs[id] = JsonSerializer.SerializeToElement(value);
        return new(JsonSerializer.SerializeToElement(inputs));
    }

    /// <summary>A number, or null.</summary>
    public double? Number(string id) =>
        double.TryParse(Text(id), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : null;

    /// <summary>A whole number, or null.</summary>
    public int? Whole(string id) => Number(id) is { } n && n == Math.Floor(n) && Math.Abs(n) < 1_000_000_000 ? (int)n : null;

    /// <summary>True, false, or null when absent or neither.</summary>
    public bool? YesNo(string id) =>
        Text(id)?.ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "Y" or "1" => true,
            "FALSE" or "NO" or "N" or "0" => false,
            _ => null,
        };

    /// <summary>Several values: a JSON list, or one text with commas as a multi-select input sends it.</summary>
    public IReadOnlyList<string> Several(string id)
    {
        if (data.ValueKind == JsonValueKind.Object && data.TryGetProperty(id, out var value) && value.ValueKind == JsonValueKind.Array)
            return
            [
                .. value
                    .EnumerateArray()
                    .Where(v => v.ValueKind == JsonValueKind.String)
                    .Select(v => v.GetString()!.Trim())
                    .Where(v => v.Length > 0),
            ];
        return Text(id)?.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
    }

    /// <summary>All inputs whose id begins with <paramref name="prefix"/>, without it.</summary>
    public IEnumerable<(string Id, string Value)> WithPrefix(string prefix)
    {
        if (data.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var property in data.EnumerateObject())
        {
            if (property.Name.StartsWith(prefix, StringComparison.Ordinal) && Text(property.Name) is { } value)
                yield return (property.Name[prefix.Length..], value);
        }
    }

    /// <summary>An instant: full ISO 8601 with offset; or a local date and time, or a date (then the end of the working day), in
    /// the organisation's zone; with <paramref name="id"/>Time beside a date input for the hour. Null when absent or
    /// unreadable.</summary>
    public DateTimeOffset? Instant(string id, Organisation organisation)
    {
        if (Text(id) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var end = organisation.Calendar.Hours[^1].To;
            var time =
                TimeOnly.TryParse(Text(id + "Time"), CultureInfo.InvariantCulture, out var t) ? t
                : end == TimeOnly.MinValue ? new(23, 59)
                : end;
            return InZone(day.ToDateTime(time), organisation.TimeZone);
        }
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed))
            return null;
        return parsed.Kind == DateTimeKind.Unspecified
            ? InZone(parsed, organisation.TimeZone)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        // A time that the clocks skip in spring means the time right after the gap.
        var valid = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new(valid, zone.GetUtcOffset(valid));
    }
}
