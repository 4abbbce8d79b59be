using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>Cards as attachments.</summary>
public static class CardFactory
{
    /// <summary>An Adaptive Card from its JSON (JsonElement, JsonNode or an object).</summary>
    public static Attachment AdaptiveCard(object card) =>
        new() { ContentType = AttachmentContentTypes.AdaptiveCard, Content = ProtocolJson.ToElement(card) };

    /// <summary>An Adaptive Card from JSON text; throws <see cref="JsonException"/> when it is not JSON.</summary>
    public static Attachment AdaptiveCard(string json) =>
        new() { ContentType = AttachmentContentTypes.AdaptiveCard, Content = JsonElement.Parse(json) };

    /// <summary>A hero card.</summary>
    public static Attachment HeroCard(HeroCard card) =>
        new() { ContentType = AttachmentContentTypes.HeroCard, Content = ProtocolJson.ToElement(card) };

    /// <summary>A thumbnail card.</summary>
    public static Attachment ThumbnailCard(HeroCard card) =>
        new() { ContentType = AttachmentContentTypes.ThumbnailCard, Content = ProtocolJson.ToElement(card) };
}
