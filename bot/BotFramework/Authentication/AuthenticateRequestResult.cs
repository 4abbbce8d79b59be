using BotFramework.Schema;

namespace BotFramework.Authentication;

/// <summary>How an activity proved where it came from.</summary>
public enum AuthenticationPath
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

/// <summary>Who sent an activity, as proven. Can be stored beside the activity.</summary>
/// <param name="Path">What was proven.</param>
/// <param name="AppId">The bot's application id; null when authentication is off.</param>
/// <param name="CallerId">What <see cref="Activity.CallerId"/> is set to; null when nothing is known.</param>
public sealed record AuthenticateRequestResult(AuthenticationPath Path, string? AppId, string? CallerId)
{
    /// <summary>Authentication is off.</summary>
    public static AuthenticateRequestResult Anonymous { get; } = new(AuthenticationPath.Disabled, null, null);

    /// <summary>The activity came through the Direct Line inside this process.</summary>
    public static AuthenticateRequestResult Embedded { get; } = new(AuthenticationPath.Embedded, null, null);
}
