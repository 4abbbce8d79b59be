using System.Text.Json;
using Microsoft.Bot.Schema;

namespace DirectLine.Wire;

/// <summary>An activity that could be read, or the sentence that says why not.</summary>
public readonly record struct ActivityReading(Activity? Activity, string? Problem);

/// <summary>Reads an activity from bytes that anybody may have sent.</summary>
public static class ActivityReader
{
    /// <summary>
    /// Reads one activity. Refused: broken JSON, anything but an object, nesting beyond <see cref="ProtocolJson.MaxDepth"/>, a known
    /// field of a wrong type, null in a list, no type, invalid UTF-8, half a surrogate pair and NUL (no database stores them).
    /// </summary>
    public static ActivityReading Read(ReadOnlySpan<byte> utf8)
    {
        // A byte order mark is not JSON, but some clients send one.
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            if (FindBadText(utf8) is { } problem)
                return new ActivityReading(null, problem);
            var activity = ProtocolJson.Deserialize<Activity>(System.Text.Encoding.UTF8.GetString(utf8));
            return activity is null ? new ActivityReading(null, "The body is not an activity.")
                : string.IsNullOrEmpty(activity.Type) ? new ActivityReading(null, "The activity has no type.")
                : HasNullInList(activity) ? new ActivityReading(null, "A list of the activity contains null.")
                : new ActivityReading(activity, null);
        }
        catch (Exception e) when (e is JsonException or Newtonsoft.Json.JsonException)
        {
            return new ActivityReading(null, "The body is not JSON, or a field has a wrong type.");
        }
    }

    private static string? FindBadText(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ProtocolJson.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                continue;
            // Text without escapes and in plain ASCII cannot hide anything.
            if (!reader.ValueIsEscaped && System.Text.Ascii.IsValid(reader.ValueSpan))
                continue;
            try
            {
                if (reader.GetString()!.Contains('\0', StringComparison.Ordinal))
                    return "A text of the activity contains NUL.";
            }
            catch (InvalidOperationException)
            {
                return "A text of the activity is not valid Unicode.";
            }
        }

        return null;
    }

    private static bool HasNullInList(Activity a) =>
        HasNull(a.MembersAdded)
        || HasNull(a.MembersRemoved)
        || HasNull(a.ReactionsAdded)
        || HasNull(a.ReactionsRemoved)
        || HasNull(a.Attachments)
        || HasNull(a.Entities)
        || HasNull(a.ListenFor)
        || HasNull(a.SuggestedActions?.Actions);

    private static bool HasNull<T>(IEnumerable<T>? list)
        where T : class => list?.Any(item => item is null) ?? false;
}
