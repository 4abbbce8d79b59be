using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Teams.Extension;

/// <summary>Where a logged complaint comes from: whose message, when, the way back to it, and the files that hung on it.</summary>
/// <param name="Sender">As they are called there; null when nobody is named.</param>
/// <param name="At">When it was written.</param>
/// <param name="Link">The address of the message in Teams; null when it has none that leads there.</param>
/// <param name="Files">What hung on it.</param>
internal sealed record MessageOrigin(string? Sender, DateTimeOffset? At, Uri? Link, IReadOnlyList<Attachment> Files)
{
    private const int MostFiles = 10;
    private static readonly string[] TeamsHosts = ["teams.microsoft.com", "teams.microsoft.us", "teams.cloud.microsoft"];

    /// <summary>The origin of a message; null for none.</summary>
    public static MessageOrigin? Of(MessageActionsPayload? message) =>
        message is null
            ? null
            : new(
                message.From?.User?.DisplayName ?? message.From?.Application?.DisplayName,
                DateTimeOffset.TryParse(message.CreatedDateTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                    ? at
                    : null,
                Trusted(message.LinkToMessage?.ToString()),
                [
                    .. (message.Attachments ?? [])
                        .Where(a => a.ContentType is not null && !a.ContentType.StartsWith("application/vnd.microsoft.card", Case))
                        .Take(MostFiles)
                        .Select(a => new Attachment(a.ContentType, a.ContentUrl, a.Content, a.Name)),
                ]
            );

    /// <summary>As an inner note says it. Files that could not be taken are named, so that somebody gets them by hand.</summary>
    public string InWords(Reader reader, IReadOnlyCollection<string> taken)
    {
        var left = Files.Select(f => f.Name).OfType<string>().Where(n => n.Length > 0 && !taken.Contains(n)).ToList();
        List<string> lines =
        [
            reader.Text(
                "extension.origin",
                ("sender", Sender ?? reader.Text("extension.unnamed")),
                ("at", At is { } at ? reader.OnDay(at) : reader.OnDay(reader.Now))
            ),
        ];
        if (left.Count > 0)
            lines.Add(reader.Text("extension.filesLeft", ("files", string.Join(reader.Text("common.listSeparator"), left))));
        if (Link is not null)
            lines.Add(Link.ToString());
        return string.Join('\n', lines);
    }

    /// <summary>The way back as data of a form, for hosts that do not send the message again with the form.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["sender"] = Sender,
            ["at"] = At?.ToString("O", CultureInfo.InvariantCulture),
            ["link"] = Link?.ToString(),
        };

    /// <summary>Reads <see cref="ToJson"/>; null when it is none. Whatever a client made of it, it is words and an address of
    /// Teams.</summary>
    public static MessageOrigin? Read(string? json)
    {
        if (json is null)
            return null;
        var inputs = new CardInputs(System.Text.Json.JsonElement.Parse(json));
        return new(
            inputs.Text("sender"),
            DateTimeOffset.TryParse(inputs.Text("at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at
                : null,
            Trusted(inputs.Text("link")),
            []
        );
    }

    private static Uri? Trusted(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && TeamsHosts.Contains(url.Host, Ignoring)
            ? url
            : null;

    private const StringComparison Case = StringComparison.OrdinalIgnoreCase;
    private static readonly StringComparer Ignoring = StringComparer.OrdinalIgnoreCase;
}
