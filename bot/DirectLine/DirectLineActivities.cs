using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace DirectLine;

/// <summary>What becomes of an activity that the bot sends.</summary>
public enum ClientVisibility
{
    /// <summary>It goes into the log and so to every client, now or later.</summary>
    Kept,

    /// <summary>It is shown to whoever watches now and not kept.</summary>
    Shown,

    /// <summary>Clients never see it.</summary>
    Hidden,
}

/// <summary>The shape of activities on Direct Line, apart from where they are stored.</summary>
public static class DirectLineActivities
{
    /// <summary>The channel's name.</summary>
    public const string ChannelId = "directline";

    /// <summary>The service URL of conversations that this process serves itself.</summary>
    public const string ServiceUrl = "urn:botframework:embedded";

    /// <summary>Start of the content URL of a stored file inside log and inbox; clients get a signed link instead.</summary>
    public const string UploadUrlPrefix = "urn:botframework:embedded:upload:";

    /// <summary>The id of the activity at a place of the log. Place 0 is the conversationUpdate at the start, which is not in the
    /// log.</summary>
    public static string IdAt(string conversationId, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{sequence:D7}");

    /// <summary>The id of the upload that a content URL of log or inbox points to, or null.</summary>
    public static string? UploadIdOf(string? contentUrl) =>
        contentUrl is not null && contentUrl.StartsWith(UploadUrlPrefix, StringComparison.Ordinal)
            ? contentUrl[UploadUrlPrefix.Length..]
            : null;

    /// <summary>The place that <see cref="IdAt"/> made this id of; null when it is no id of the conversation.</summary>
    public static long? SequenceOf(string? activityId, string conversationId)
    {
        return
            activityId is not null
            && activityId.StartsWith(conversationId + "|", StringComparison.Ordinal)
            && long.TryParse(
                activityId.AsSpan(conversationId.Length + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var sequence
            )
            ? sequence
            : null;
    }

    /// <summary>True when an id is the one of a logged activity of the conversation.</summary>
    public static bool IsIdIn([NotNullWhen(true)] string? activityId, DirectLineConversation conversation)
    {
        return SequenceOf(activityId, conversation.Id) is { } sequence && sequence > 0 && sequence <= conversation.LastSequence;
    }

    /// <summary>When a logged activity was said.</summary>
    public static DateTimeOffset? SaidAt(string activityJson) => ProtocolJson.Deserialize<Activity>(activityJson)?.Timestamp;

    /// <summary>What becomes of a bot's activity of this type. Web Chat fails on a streamed messageDelete, so deletions are hidden
    /// too.</summary>
    public static ClientVisibility VisibilityOf(Activity activity)
    {
        return activity.Type switch
        {
            ActivityTypes.Message
            or ActivityTypes.Event
            or ActivityTypes.EndOfConversation
            or ActivityTypes.Suggestion
            or ActivityTypes.Handoff => ClientVisibility.Kept,
            ActivityTypes.Typing => ClientVisibility.Shown,
            _ => ClientVisibility.Hidden,
        };
    }

    /// <summary>The log entry of something new that the bot says.</summary>
    public static LogEntry ForClient(Activity activity, DirectLineConversation conversation, LogPosition at, DirectLineOptions options) =>
        ForClient(activity, conversation, IdAt(conversation.Id, at.Sequence), at, options);

    /// <summary>The log entry that puts this activity in the place of the one that clients know under <paramref name="activityId"/>;
    /// see <see cref="BotActivityAppend.ReplacedId"/>.</summary>
    public static LogEntry ForClient(
        Activity activity,
        DirectLineConversation conversation,
        string activityId,
        LogPosition at,
        DirectLineOptions options
    )
    {
        var shaped = Shape(activity, conversation, options);
        (shaped.Id, shaped.Timestamp) = (activityId, at.Timestamp);
        return new(at.Sequence, activityId, ProtocolJson.Serialize(shaped));
    }

    /// <summary>The JSON of something that is shown and not kept, see <see cref="ClientVisibility.Shown"/>.</summary>
    public static string ForShow(Activity activity, DirectLineConversation conversation, DateTimeOffset now, DirectLineOptions options)
    {
        var shaped = Shape(activity, conversation, options);
        shaped.Timestamp = now;
        return ProtocolJson.Serialize(shaped);
    }

    private static Activity Shape(Activity activity, DirectLineConversation conversation, DirectLineOptions options)
    {
        var shaped = ProtocolJson.Copy(activity);
        shaped.Id = null;
        shaped.ChannelId = ChannelId;
        shaped.From = new(options.BotId, options.BotName, RoleTypes.Bot);
        shaped.Recipient = new(conversation.UserId, conversation.UserName);
        shaped.Conversation = new(id: conversation.Id);
        shaped.ServiceUrl = shaped.CallerId = shaped.DeliveryMode = null;
        shaped.RelatesTo = null;
        // Web Chat holds an answer back for 5 s when it answers something that it never saw.
        shaped.ReplyToId = IsIdIn(shaped.ReplyToId, conversation) ? shaped.ReplyToId : null;
        return shaped;
    }
}
