using ComplaintBot.Messaging.Lanes;
using DirectLine.Wire;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Sending;

/// <summary>What is done with a message on its way out.</summary>
public enum OutboxKind
{
    /// <summary>A new message; or, when a message with the same key stands in the conversation already, its replacement.</summary>
    Send,

    /// <summary>Replaces the message with the same key (or of a known id). When no message with that key was ever sent, nothing
    /// happens.</summary>
    Update,

    /// <summary>Removes a message of a known id, where the channel can.</summary>
    Delete,
}

/// <summary>A message on its way out. A message that shall be replaceable later carries exactly one thing, a card or a text, and a
/// <see cref="MessageKey"/>: any name that says what the message is about, unique within the conversation.</summary>
public sealed record OutboxMessage
{
    private OutboxMessage(string lane, OutboxKind kind, string payload) => (Lane, Kind, Payload) = (lane, kind, payload);

    /// <summary>Where it queues: see <see cref="LaneKey"/>.</summary>
    public string Lane { get; }

    /// <summary>What is done.</summary>
    public OutboxKind Kind { get; private init; }

    /// <summary>The activity as JSON.</summary>
    public string Payload { get; }

    /// <summary>Under which name the message can be replaced; null: it will not be.</summary>
    public string? MessageKey { get; init; }

    /// <summary>The channel's id of the message to replace or remove, where it is known already.</summary>
    public string? TargetId { get; private init; }

    /// <summary>A message to a conversation.</summary>
    public static OutboxMessage ToConversation(string channelId, string conversationId, Activity activity, string? messageKey = null) =>
        new(LaneKey.Conversation(channelId, conversationId), OutboxKind.Send, ProtocolJson.Serialize(activity)) { MessageKey = messageKey };

    /// <summary>A message to a person's personal conversation. When none is known it waits until the person first speaks to the
    /// bot.</summary>
    /// <param name="channelId">The channel, see <see cref="Channels"/>.</param>
    /// <param name="personId">The person's id on the channel or, in Teams, their aadObjectId.</param>
    /// <param name="activity">What is said.</param>
    /// <param name="messageKey">Under which name it can be replaced.</param>
    public static OutboxMessage ToPerson(string channelId, string personId, Activity activity, string? messageKey = null) =>
        new(LaneKey.Person(channelId, personId), OutboxKind.Send, ProtocolJson.Serialize(activity)) { MessageKey = messageKey };

    /// <summary>The same message, only where an earlier one with its key stands.</summary>
    public OutboxMessage OnlyIfSentBefore() => this with { Kind = OutboxKind.Update };

    /// <summary>The replacement of a message whose id the channel gave.</summary>
    public static OutboxMessage Update(string channelId, string conversationId, string activityId, Activity activity) =>
        new(LaneKey.Conversation(channelId, conversationId), OutboxKind.Update, ProtocolJson.Serialize(activity)) { TargetId = activityId };

    /// <summary>The removal of a message whose id the channel gave.</summary>
    public static OutboxMessage Delete(string channelId, string conversationId, string activityId) =>
        new(LaneKey.Conversation(channelId, conversationId), OutboxKind.Delete, "{}") { TargetId = activityId };
}
