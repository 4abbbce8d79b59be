using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>The answer to an invoke: an HTTP status and, with a body, JSON. Can be stored and given again as it was.</summary>
public sealed class InvokeResponse
{
    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; set; }

    /// <summary>The body; absent means an empty one.</summary>
    public JsonElement? Body { get; set; }

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;

    /// <summary>An answer with a body.</summary>
    public static InvokeResponse Create(int status, object? body = null) => new() { Status = status, Body = ProtocolJson.ToElement(body) };

    /// <summary>200 with a body, or with none.</summary>
    public static InvokeResponse Ok(object? body = null) => Create(200, body);

    /// <summary>200 with an answer to adaptiveCard/action; the inner status is in the body, as Teams wants it.</summary>
    public static InvokeResponse Ok(AdaptiveCardInvokeResponse response) => Create(200, response);
}

/// <summary>The HTTP response to deliveryMode expectReplies.</summary>
public sealed class ExpectedReplies
{
    /// <summary>No replies.</summary>
    public ExpectedReplies() { }

    /// <summary>These replies.</summary>
    public ExpectedReplies(IEnumerable<Activity> activities) => Activities = [.. activities];

    /// <summary>The replies in order.</summary>
    public IList<Activity> Activities { get; set; } = [];
}
