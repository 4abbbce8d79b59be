using System.Text.Json.Nodes;
using DirectLine.Wire;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Teams.Extension;

/// <summary>Answers to a message extension (<c>composeExtension/…</c>) as Teams documents them.</summary>
internal static class ExtensionAnswers
{
    // Teams would show an old card to whoever pastes the link next, and for as long as it likes.
    private static readonly CacheInfo NeverKept = new() { CacheType = "no_cache", CacheDuration = 0 };

    /// <summary>Cards to choose from.</summary>
    public static MessagingExtensionResponse Cards(IEnumerable<MessagingExtensionAttachment> cards) =>
        new()
        {
            ComposeExtension = new()
            {
                Type = "result",
                AttachmentLayout = AttachmentLayoutTypes.List,
                Attachments = [.. cards],
            },
            CacheInfo = NeverKept,
        };

    /// <summary>A sentence in place of cards.</summary>
    public static MessagingExtensionResponse Sentence(string text) =>
        new()
        {
            ComposeExtension = new() { Type = "message", Text = text },
            CacheInfo = NeverKept,
        };

    /// <summary>Nothing: a pasted link stays the link it was.</summary>
    public static MessagingExtensionResponse Nothing() => Cards([]);

    /// <summary>A card with what stands for it in the list of results.</summary>
    public static MessagingExtensionAttachment Card(JsonObject card, string title, string subtitle, string text) =>
        new()
        {
            ContentType = "application/vnd.microsoft.card.adaptive",
            Content = ProtocolJson.ToToken(card),
            Preview = new Attachment
            {
                ContentType = ThumbnailCard.ContentType,
                Content = ProtocolJson.ToToken(
                    new JsonObject
                    {
                        ["title"] = Plain(title),
                        ["subtitle"] = Plain(subtitle),
                        ["text"] = Plain(text),
                    }
                ),
            },
        };

    // Teams reads a little HTML there.
    private static string Plain(string text) =>
        ComplaintBot.Cards.CardText.Clean(text).Replace('<', '‹').Replace('>', '›').Replace("&", "＆", StringComparison.Ordinal);
}
