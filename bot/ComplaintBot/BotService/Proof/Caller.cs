using System.Security.Claims;
using System.Text.Json;
using Microsoft.Bot.Connector.Authentication;

namespace ComplaintBot.BotService.Proof;

/// <summary>How an activity proved where it came from.</summary>
public enum ProofPath
{
    /// <summary>Authentication is off: a process on the same machine sent it.</summary>
    Disabled,

    /// <summary>A token of the Bot Connector, endorsed for the activity's channel.</summary>
    Channel,

    /// <summary>A token of the bot's own application, as the Emulator sends.</summary>
    Emulator,

    /// <summary>The Direct Line inside this process.</summary>
    Embedded,
}

/// <summary>Who sent an activity, as proven: what is stored beside it of the SDK's <see cref="AuthenticateRequestResult"/>, which cannot
/// be stored itself.</summary>
/// <param name="Path">What was proven.</param>
/// <param name="AppId">The bot's application id; null when authentication is off.</param>
/// <param name="CallerId">What the activity's callerId is set to; null when nothing is known.</param>
public sealed record Caller(ProofPath Path, string? AppId, string? CallerId)
{
    /// <summary>Authentication is off.</summary>
    public static Caller Anonymous { get; } = new(ProofPath.Disabled, null, null);

    /// <summary>The activity came through the Direct Line inside this process.</summary>
    public static Caller Embedded { get; } = new(ProofPath.Embedded, null, null);

    /// <summary>What is kept of a proof.</summary>
    public static Caller Of(AuthenticateRequestResult result)
    {
        var identity = result.ClaimsIdentity;
        return new(
            Enum.TryParse<ProofPath>(identity.AuthenticationType, out var path) ? path : ProofPath.Disabled,
            identity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value,
            result.CallerId
        );
    }

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads the stored form; nothing stored means nothing proven.</summary>
    public static Caller Read(string? json) =>
        json is null ? Anonymous : JsonSerializer.Deserialize<Caller>(json, JsonSerializerOptions.Web) ?? Anonymous;

    /// <summary>The identity of the turn, as the SDK's own adapters make it.</summary>
    public ClaimsIdentity Identity() =>
        new(
            AppId is null
                ? []
                : [new Claim(AuthenticationConstants.AudienceClaim, AppId), new Claim(AuthenticationConstants.AppIdClaim, AppId)],
            Path.ToString()
        );
}
