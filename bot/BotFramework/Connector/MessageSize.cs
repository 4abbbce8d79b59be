using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Connector;

/// <summary>How big Teams finds a message: its JSON as UTF-16, pictures inside it not counted.</summary>
public static class MessageSize
{
    /// <summary>What a message should stay below: 80 KB; Teams refuses at about 100 KB.</summary>
    public const int TeamsLimitBytes = 80 * 1024;

    private const string InlineImage = "data:image/";

    /// <summary>Whether Teams may refuse it; send a shorter form then.</summary>
    public static bool ExceedsTeamsLimit(Activity activity) => Utf16Bytes(activity) > TeamsLimitBytes;

    /// <summary>The size in bytes.</summary>
    public static int Utf16Bytes(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var json = JsonSerializer.SerializeToElement(activity, ProtocolJson.Options);
        return 2 * (JsonSerializer.Serialize(json, ProtocolJson.Options).Length - InlineImageLength(json));
    }

    private static int InlineImageLength(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Sum(p => InlineImageLength(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().Sum(InlineImageLength),
            JsonValueKind.String when element.GetString() is { } text && text.StartsWith(InlineImage, StringComparison.OrdinalIgnoreCase) =>
                text.Length,
            _ => 0,
        };
}
