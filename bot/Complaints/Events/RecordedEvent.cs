using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Complaints.Events;

/// <summary>An event as history keeps it: what happened, who did it, when, from which channel, and a hash that chains it to the one
/// before.</summary>
/// <param name="Version">1 for the first event of a ticket, then without gaps.</param>
/// <param name="Command">Fingerprint of the command that caused it: verb and a digest of its inputs; a second command with the same
/// one is a repeat.</param>
/// <param name="Json">The event as JSON, exactly as hashed and stored.</param>
public sealed record RecordedEvent(
    string Ticket,
    int Version,
    DateTimeOffset At,
    Actor By,
    Channel Channel,
    string Command,
    ComplaintEvent Event,
    string Json,
    string Hash
)
{
    /// <summary>The hash before the first event.</summary>
    public const string Genesis = "";

    /// <summary>Records an event after the one with hash <paramref name="previous"/>.</summary>
    public static RecordedEvent After(
        string previous,
        string ticket,
        int version,
        DateTimeOffset at,
        Actor by,
        Channel channel,
        string command,
        ComplaintEvent what
    )
    {
        // Whole microseconds: the finest that both databases keep, so that a reloaded event hashes the same.
        var instant = at.ToUniversalTime();
        instant = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        var json = JsonSerializer.Serialize(what, EventJson.Options);
        return new(
            ticket,
            version,
            instant,
            by,
            channel,
            command,
            what,
            json,
            HashOf(previous, ticket, version, instant, by, channel, command, json)
        );
    }

    /// <summary>The hash that an event with these parts must have: hexadecimal SHA-256.</summary>
    public static string HashOf(
        string previous,
        string ticket,
        int version,
        DateTimeOffset at,
        Actor by,
        Channel channel,
        string command,
        string json
    )
    {
        var text = string.Join(
            '\n',
            previous,
            ticket,
            version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            by.Kind,
            by.Id,
            channel,
            command,
            json
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The version of the first event whose hash does not follow from the one before, or null when the chain holds.</summary>
    public static int? FirstBroken(IEnumerable<RecordedEvent> history)
    {
        var (previous, expected) = (Genesis, 1);
        foreach (var e in history)
        {
            if (e.Version != expected++ || e.Hash != HashOf(previous, e.Ticket, e.Version, e.At, e.By, e.Channel, e.Command, e.Json))
                return e.Version;
            previous = e.Hash;
        }
        return null;
    }
}

/// <summary>How events are written as JSON: camelCase, enums as words, no nulls, Chinese readable.</summary>
public static class EventJson
{
    /// <summary>Shared options.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    /// <summary>Reads an event back.</summary>
    public static ComplaintEvent Read(string json) =>
        JsonSerializer.Deserialize<ComplaintEvent>(json, Options) ?? throw new JsonException("An event is never null.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
