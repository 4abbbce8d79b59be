using DirectLine.Endpoints;
using DirectLine.Wire;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace DirectLine.Activities;

/// <summary>
/// An activity from a client, reduced to what a visitor may say. It is copied field by field, so that nothing a client adds can make
/// it look as if another channel had sent it.
/// </summary>
internal sealed class ClientActivity
{
    private const int MostEntities = 20;
    private const int LongestName = 100;
    private const int LongestThumbnail = 64 * 1024;
    private readonly Activity _given;
    private readonly DirectLineConversation _conversation;
    private readonly DirectLineOptions _options;

    private ClientActivity(Activity given, DirectLineConversation conversation, DirectLineOptions options)
    {
        (_given, _conversation, _options) = (given, conversation, options);
        ChannelData = ClientChannelData.Clean(given.ChannelData);
    }

    /// <summary>Kind of activity: message, event, typing or endOfConversation.</summary>
    public string Type => _given.Type!;

    /// <summary>The client's own id of it, or null.</summary>
    public string? ClientActivityId => ClientChannelData.ClientActivityId(ChannelData);

    /// <summary>The files that come with it.</summary>
    public IReadOnlyList<DirectLineUpload> Uploads { get; private init; } = [];

    private JObject? ChannelData { get; }

    /// <summary>Accepts the activity, or says why not.</summary>
    public static (ClientActivity? Accepted, DirectLineError? Error) Accept(
        Activity given,
        DirectLineConversation conversation,
        DirectLineOptions options,
        IReadOnlyList<DirectLineUpload> uploads
    )
    {
        var error = given.Type switch
        {
            ActivityTypes.Message when uploads.Count == 0 && given.Attachments is { Count: > 0 } => DirectLineError.BadArgument(
                "Files are sent to the upload address."
            ),
            ActivityTypes.Message when uploads.Count == 0 && string.IsNullOrEmpty(given.Text) && !Present(given.Value) =>
                DirectLineError.MissingProperty("A message needs a text, a value or files."),
            ActivityTypes.Event when !options.AllowedEvents.Contains(given.Name, StringComparer.Ordinal) => DirectLineError.BadArgument(
                "Events of this name are not accepted from clients."
            ),
            ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.Typing or ActivityTypes.EndOfConversation => null,
            _ => DirectLineError.BadArgument("Activities of this type are not accepted from clients."),
        };
        return error is null ? (new ClientActivity(given, conversation, options) { Uploads = uploads }, null) : (null, error);
    }

    /// <summary>The echo for the log and the activity for the bot, once the place is known.</summary>
    public NumberedUserActivity Number(LogPosition at)
    {
        var id = DirectLineActivities.IdAt(_conversation.Id, at.Sequence);
        var echo = Build(id, at.Timestamp, _conversation.UserId);
        var forBot = Build(id, at.Timestamp, _conversation.UserIdForBot);
        forBot.ServiceUrl = DirectLineActivities.ServiceUrl;
        foreach (var attachment in forBot.Attachments ?? [])
            attachment.ThumbnailUrl = null;
        return new(new(at.Sequence, id, ProtocolJson.Serialize(echo)), forBot);
    }

    /// <summary>The echo of something that is not kept.</summary>
    public string Shown(DateTimeOffset now) => ProtocolJson.Serialize(Build(null, now, _conversation.UserId));

    private Activity Build(string? id, DateTimeOffset timestamp, string userId) =>
        new()
        {
            Type = _given.Type,
            Id = id,
            Timestamp = timestamp,
            LocalTimestamp = _given.LocalTimestamp,
            LocalTimezone = Short(_given.LocalTimezone),
            ChannelId = DirectLineActivities.ChannelId,
            From = new(userId, _conversation.UserName ?? Short(_given.From?.Name), RoleTypes.User),
            Recipient = new(_options.BotId, _options.BotName),
            Conversation = new(id: _conversation.Id),
            Locale = Short(_given.Locale),
            Text = _given.Text,
            TextFormat = _given.TextFormat is TextFormatTypes.Plain or TextFormatTypes.Markdown ? _given.TextFormat : null,
            Attachments = Uploads.Count == 0 ? null : [.. Uploads.Select(Attach)],
            AttachmentLayout = Short(_given.AttachmentLayout),
            Entities = _given.Entities?.Where(e => e.Type != "mention").Take(MostEntities).ToList(),
            ChannelData = ChannelData,
            ReplyToId = Short(_given.ReplyToId),
            Name = _given.Type == ActivityTypes.Event ? _given.Name : null,
            Value = _given.Value,
            Code = _given.Type == ActivityTypes.EndOfConversation ? Short(_given.Code) : null,
        };

    private Attachment Attach(DirectLineUpload upload, int index) =>
        new()
        {
            ContentType = upload.ContentType,
            ContentUrl = DirectLineActivities.UploadUrlPrefix + upload.Id,
            Name = upload.Name,
            ThumbnailUrl = Thumbnail(index),
        };

    // Web Chat sends a small JPEG with each picture and shows it while the picture itself loads.
    private string? Thumbnail(int index) =>
        _given.Attachments is { } given
        && given.Count == Uploads.Count
        && given[index].ThumbnailUrl is { Length: <= LongestThumbnail } url
        && (
            url.StartsWith("data:image/jpeg;base64,", StringComparison.Ordinal)
            || url.StartsWith("data:image/png;base64,", StringComparison.Ordinal)
        )
            ? url
            : null;

    private static bool Present(object? value) => value is not (null or JValue { Type: JTokenType.Null });

    private static string? Short(string? text) => text is { Length: > LongestName } ? null : text;
}
