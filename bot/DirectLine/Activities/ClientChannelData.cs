using Newtonsoft.Json.Linq;

namespace DirectLine.Activities;

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

    /// <summary>The data without the refused fields; the very same object when there are none, so that Web Chat finds its own
    /// fields unchanged. Null for anything but an object.</summary>
    public static JObject? Clean(object? data)
    {
        if (data is not JObject given)
            return null;
        return given.Properties().Any(p => Refused.Contains(p.Name))
            ? new JObject(given.Properties().Where(p => !Refused.Contains(p.Name)))
            : given;
    }

    /// <summary>The client's own id of the activity, by which it recognises the echo; null when absent or overlong.</summary>
    public static string? ClientActivityId(JObject? data) =>
        data?["clientActivityID"] is JValue { Value: string { Length: > 0 and <= LongestClientActivityId } text } ? text : null;
}
