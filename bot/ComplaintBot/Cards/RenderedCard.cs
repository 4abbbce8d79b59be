using System.Text.Json.Nodes;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Cards;

/// <summary>A card ready to be sent. <paramref name="Summary"/> is what notifications and clients without cards show: put it into
/// the activity's summary.</summary>
public sealed record RenderedCard(JsonObject Card, string Summary)
{
    /// <summary>The media type of an Adaptive Card.</summary>
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The card as an attachment of a message.</summary>
    public Attachment ToAttachment() => new() { ContentType = CardType, Content = ProtocolJson.ToToken(Card) };
}
