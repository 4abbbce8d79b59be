using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging;

/// <summary>Answers to a pressed button (<c>adaptiveCard/action</c>). The HTTP status stays 200 whenever the bot's code ran; the inner
/// one is in the body, as Teams wants it.</summary>
public static class CardAnswers
{
    /// <summary>The name of that invoke.</summary>
    public const string InvokeName = "adaptiveCard/action";

    /// <summary>Replaces the card, for the person who pressed the button only.</summary>
    public static AdaptiveCardInvokeResponse Card(object card) => Create(200, "application/vnd.microsoft.card.adaptive", card);

    /// <summary>Says a sentence under the card.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) => Create(200, "application/vnd.microsoft.activity.message", text);

    /// <summary>The request was wrong; Teams shows the message under the card.</summary>
    public static AdaptiveCardInvokeResponse BadRequest(string message) =>
        Create(400, "application/vnd.microsoft.error", new Error("BadRequest", message));

    /// <summary>The bot failed.</summary>
    public static AdaptiveCardInvokeResponse Failed() =>
        Create(500, "application/vnd.microsoft.error", new Error("InternalError", "The bot could not do this. Please try again."));

    private static AdaptiveCardInvokeResponse Create(int status, string type, object value) =>
        new()
        {
            StatusCode = status,
            Type = type,
            Value = ProtocolJson.ToToken(value),
        };
}
