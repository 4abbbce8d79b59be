using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>The body of a refusal: {"error":{"code","message"}}.</summary>
public sealed class ErrorResponse : WireObject
{
    /// <summary>An empty error.</summary>
    public ErrorResponse() { }

    /// <summary>An error by code and message.</summary>
    public ErrorResponse(string code, string message) => Error = new Error { Code = code, Message = message };

    /// <summary>What went wrong.</summary>
    public Error? Error { get; set; }
}

/// <summary>What went wrong.</summary>
public sealed class Error : WireObject
{
    /// <summary>A short code.</summary>
    public string? Code { get; set; }

    /// <summary>A sentence.</summary>
    public string? Message { get; set; }

    /// <summary>An error of a service behind the channel.</summary>
    public JsonElement? InnerHttpError { get; set; }
}
