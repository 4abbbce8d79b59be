using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotFramework.Schema;

/// <summary>The value of an adaptiveCard/action invoke.</summary>
public sealed class AdaptiveCardInvokeValue : WireObject
{
    /// <summary>The button that was pressed.</summary>
    public AdaptiveCardInvokeAction? Action { get; set; }

    /// <summary>manual (absent means so) or automatic, for a card that refreshes itself.</summary>
    public string? Trigger { get; set; }

    /// <summary>A single sign-on token request.</summary>
    public JsonElement? Authentication { get; set; }

    /// <summary>A magic code.</summary>
    public string? State { get; set; }

    /// <summary>Whether the client refreshed the card by itself: such a call must change nothing.</summary>
    [JsonIgnore]
    public bool IsAutomatic => Trigger == "automatic";
}

/// <summary>An Action.Execute with its inputs.</summary>
public sealed class AdaptiveCardInvokeAction : WireObject
{
    /// <summary>The only type that is answered.</summary>
    public const string ExecuteType = "Action.Execute";

    /// <summary>Action.Execute.</summary>
    public string? Type { get; set; }

    /// <summary>The button's id.</summary>
    public string? Id { get; set; }

    /// <summary>The button's title.</summary>
    public string? Title { get; set; }

    /// <summary>What is asked for.</summary>
    public string? Verb { get; set; }

    /// <summary>The button's data merged with the inputs of the card. Ids in it prove nothing.</summary>
    public JsonElement? Data { get; set; }
}

/// <summary>The body that answers adaptiveCard/action; the HTTP status stays 200 whenever the bot's code ran.</summary>
public sealed class AdaptiveCardInvokeResponse : WireObject
{
    /// <summary>The inner status: 200, 400, 401, 412 or 500.</summary>
    public int StatusCode { get; set; }

    /// <summary>What <see cref="Value"/> is.</summary>
    public string? Type { get; set; }

    /// <summary>A card, a sentence, an error or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonElement? Value { get; set; }

    /// <summary>Replaces the card, for the person who pressed the button only.</summary>
    public static AdaptiveCardInvokeResponse Card(object card) => Create(200, AttachmentContentTypes.AdaptiveCard, card);

    /// <summary>Says a sentence under the card.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) => Create(200, "application/vnd.microsoft.activity.message", text);

    /// <summary>The request was wrong; Teams shows the message under the card.</summary>
    public static AdaptiveCardInvokeResponse BadRequest(string code, string message) =>
        Failure(400, "application/vnd.microsoft.error", code, message);

    /// <summary>The person has to sign in; <paramref name="oauthCard"/> is the card that asks for it.</summary>
    public static AdaptiveCardInvokeResponse LoginRequest(object oauthCard) =>
        Create(401, "application/vnd.microsoft.activity.loginRequest", oauthCard);

    /// <summary>The magic code was wrong.</summary>
    public static AdaptiveCardInvokeResponse IncorrectAuthCode() => Create(401, "application/vnd.microsoft.error.incorrectAuthCode", null);

    /// <summary>A single sign-on token could not be exchanged.</summary>
    public static AdaptiveCardInvokeResponse PreconditionFailed(string code, string message) =>
        Failure(412, "application/vnd.microsoft.error.preconditionFailed", code, message);

    /// <summary>The bot failed.</summary>
    public static AdaptiveCardInvokeResponse InternalError(string code, string message) =>
        Failure(500, "application/vnd.microsoft.error", code, message);

    private static AdaptiveCardInvokeResponse Failure(int status, string type, string code, string message) =>
        Create(status, type, new Error { Code = code, Message = message });

    private static AdaptiveCardInvokeResponse Create(int status, string type, object? value) =>
        new()
        {
            StatusCode = status,
            Type = type,
            Value = ProtocolJson.ToElement(value),
        };
}
