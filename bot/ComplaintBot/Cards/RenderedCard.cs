using System.Text.Json.Nodes;
using BotFramework.Schema;

namespace ComplaintBot.Cards;

/// <summary>A card ready to be sent. <paramref name="Summary"/> is what notifications and clients without cards show: put it into
/// the activity's summary.</summary>
public sealed record RenderedCard(JsonObject Card, string Summary)
{
    /// <summary>The card as an attachment of a message.</summary>
    public Attachment ToAttachment() => CardFactory.AdaptiveCard(Card);
}
