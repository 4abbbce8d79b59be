using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotFramework.DirectLine.Activities;

/// <summary>Channel data as a client may send it: everything except what other channels say about tenants, teams and roles.</summary>
internal static class ClientChannelData
{
    private const int LongestClientActivityId = 200;
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "tenant",
        "tenantId",
        "team",
        "channel",
        "eventType",
        "settings",
        "source",
        "meeting",
        "notification",
        "onBehalfOf",
        "legacy",
        "teamsTeamId",
        "teamsChannelId",
        "msteams",
        "aadObjectId",
        "role",
        "from",
        "recipient",
        "membersAdded",
        "membersRemoved",
    };

    /// <summary>The data without the refused fields; the very same element when there are none, so that Web Chat finds its own
    /// fields unchanged.</summary>
    public static JsonElement? Clean(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } given)
            return null;
        if (!given.EnumerateObject().Any(p => Refused.Contains(p.Name)))
            return given;
        var kept = new JsonObject();
        foreach (var property in given.EnumerateObject().Where(p => !Refused.Contains(p.Name)))
            kept[property.Name] = property.Value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(property.Value.GetRawText());
        return JsonSerializer.SerializeToElement(kept);
    }

    /// <summary>The client's own id of the activity, by which it recognises the echo; null when absent or overlong.</summary>
    public static string? ClientActivityId(JsonElement? data) =>
        data is { ValueKind: JsonValueKind.Object } given
        && given.TryGetProperty("clientActivityID", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 and <= LongestClientActivityId } text
            ? text
            : null;
}
