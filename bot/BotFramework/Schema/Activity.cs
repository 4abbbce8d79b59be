using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotFramework.Schema;

/// <summary>One thing said, done or asked between a channel and the bot. Every field is optional on the wire except
/// <see cref="Type"/>.</summary>
public sealed class Activity : WireObject
{
    /// <summary>What kind of activity this is; compared ordinally with <see cref="ActivityTypes"/>.</summary>
    public string? Type { get; set; }

    /// <summary>The channel's id of the activity; opaque. Never sent outbound.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel took it, in UTC.</summary>
    [JsonConverter(typeof(UtcTimestampConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The sender's wall clock with offset; an unparsable text reads as null.</summary>
    [JsonConverter(typeof(LenientTimestampConverter))]
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's IANA time zone.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Who called the bot, set by authentication; a value from the wire is dropped (A2250).</summary>
    public string? CallerId { get; set; }

    /// <summary>Where answers go, as given by the channel, without guarantee of a trailing slash.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The channel's name, see <see cref="Channels"/>.</summary>
    public string? ChannelId { get; set; }

    /// <summary>The sender.</summary>
    public ChannelAccount? From { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>Whom it is addressed to.</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>How <see cref="Text"/> is to be read: markdown (when absent), plain or xml.</summary>
    public string? TextFormat { get; set; }

    /// <summary>How several attachments are laid out: list or carousel.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Members who joined, in a conversationUpdate.</summary>
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Members who left, in a conversationUpdate.</summary>
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Reactions put on the message <see cref="ReplyToId"/>.</summary>
    public IList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Reactions taken off the message <see cref="ReplyToId"/>.</summary>
    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>The conversation's new topic, in a conversationUpdate.</summary>
    public string? TopicName { get; set; }

    /// <summary>Whether earlier history was shown to new members.</summary>
    public bool? HistoryDisclosed { get; set; }

    /// <summary>Language of the text as BCP 47, such as zh-CN.</summary>
    public string? Locale { get; set; }

    /// <summary>What was said.</summary>
    public string? Text { get; set; }

    /// <summary>What a voice would say, plain or SSML.</summary>
    public string? Speak { get; set; }

    /// <summary>Whether the bot waits for an answer, see <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    /// <summary>What a notification shows when the message is a card.</summary>
    public string? Summary { get; set; }

    /// <summary>Buttons that vanish after one is pressed.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Cards, pictures and files.</summary>
    public IList<Attachment>? Attachments { get; set; }

    /// <summary>Mentions and other metadata.</summary>
    public IList<Entity>? Entities { get; set; }

    /// <summary>The channel's own data; any JSON.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>What an installationUpdate did, see <see cref="InstallationUpdateActionTypes"/>.</summary>
    public string? Action { get; set; }

    /// <summary>The activity this one answers, or the card whose button was pressed.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>A trace's label.</summary>
    public string? Label { get; set; }

    /// <summary>What kind of thing <see cref="Value"/> is.</summary>
    public string? ValueType { get; set; }

    /// <summary>The payload of events, invokes and card submits; any JSON.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>The name of an event or invoke.</summary>
    public string? Name { get; set; }

    /// <summary>Another conversation that an event is about.</summary>
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Why a conversation ended.</summary>
    public string? Code { get; set; }

    /// <summary>When the activity stops being of use.</summary>
    [JsonConverter(typeof(LenientTimestampConverter))]
    public DateTimeOffset? Expiration { get; set; }

    /// <summary>low, normal or high.</summary>
    public string? Importance { get; set; }

    /// <summary>How replies travel, see <see cref="DeliveryModes"/>; unknown means normal.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Phrases that speech recognition should listen for.</summary>
    public IList<string>? ListenFor { get; set; }

    /// <summary>Passages highlighted in a referenced message.</summary>
    public JsonElement? TextHighlights { get; set; }

    /// <summary>A programmatic action with its entities.</summary>
    public JsonElement? SemanticAction { get; set; }

    /// <summary>Reads <see cref="ChannelData"/> as <typeparamref name="T"/>; null when absent or not of that shape.</summary>
    public T? GetChannelData<T>()
        where T : class => ProtocolJson.As<T>(ChannelData);

    /// <summary>Sets <see cref="ChannelData"/> from an object.</summary>
    public void SetChannelData(object? value) => ChannelData = ProtocolJson.ToElement(value);

    /// <summary>Reads <see cref="Value"/> as <typeparamref name="T"/>; null when absent or not of that shape.</summary>
    public T? GetValue<T>()
        where T : class => ProtocolJson.As<T>(Value);

    /// <summary>Sets <see cref="Value"/> from an object.</summary>
    public void SetValue(object? value) => Value = ProtocolJson.ToElement(value);

    /// <summary>A deep copy through JSON, unknown fields included.</summary>
    public Activity Clone() => JsonSerializer.SerializeToElement(this, ProtocolJson.Options).Deserialize<Activity>(ProtocolJson.Options)!;
}
