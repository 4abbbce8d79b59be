using Azure.Core;

namespace BotFramework.Connector;

/// <summary>Asks a directory for a token.</summary>
public interface IAccessTokenRequester
{
    /// <summary>A new token. <paramref name="mayUseCache"/> is false when an earlier one was refused.</summary>
    Task<AccessToken> RequestAsync(bool mayUseCache, CancellationToken cancellationToken);
}

/// <summary>Keeps a token until five minutes before its end; however many calls wait, the directory is asked once.</summary>
public sealed class CachedAccessTokens(IAccessTokenRequester requester, TimeProvider time) : IAccessTokenSource
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private AccessToken? _token;
    private Task<AccessToken>? _request;
    private bool _refused;

    /// <inheritdoc/>
    public async ValueTask<string?> GetTokenAsync(CancellationToken cancellationToken)
    {
        Task<AccessToken> request;
        lock (_gate)
        {
            if (_token is { } token && time.GetUtcNow() < token.ExpiresOn - Margin)
                return token.Token;
            if (_request is null or { IsCompleted: true })
                _request = Task.Run(RequestAsync, CancellationToken.None);
            request = _request;
        }

        return (await request.WaitAsync(cancellationToken)).Token;
    }

    /// <inheritdoc/>
    public void Invalidate(string token)
    {
        lock (_gate)
        {
            // A newer one is not to blame for what an older one met.
            if (_token?.Token != token)
                return;
            _token = null;
            _refused = true;
        }
    }

    // The request outlives whoever asked first, since others wait for it too.
    private async Task<AccessToken> RequestAsync()
    {
        bool refused;
        lock (_gate)
            refused = _refused;
        var token = await requester.RequestAsync(!refused, CancellationToken.None);
        lock (_gate)
        {
            _token = token;
            _refused = false;
        }

        return token;
    }
}
