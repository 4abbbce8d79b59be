namespace BotFramework.Connector;

/// <summary>Gives the bot's own token for calls to channels.</summary>
public interface IAccessTokenSource
{
    /// <summary>The token; null when calls carry none. A refusal or failure of the directory is an
    /// <see cref="ErrorResponseException"/>.</summary>
    ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Forgets a token that a channel refused, so that the next call gets a new one.</summary>
    void Invalidate(string token);
}

/// <summary>No tokens: local mode.</summary>
public sealed class NoAccessTokens : IAccessTokenSource
{
    /// <inheritdoc/>
    public ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    /// <inheritdoc/>
    public void Invalidate(string token)
    {
        // There is none to forget.
    }
}
