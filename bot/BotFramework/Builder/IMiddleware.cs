namespace BotFramework.Builder;

/// <summary>Goes on with the turn.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Runs around turns.</summary>
public interface IMiddleware
{
    /// <summary>Runs around one turn; calls <paramref name="next"/> or ends the turn.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>Middleware in the order it runs inwards.</summary>
public sealed class MiddlewareSet
{
    private readonly List<IMiddleware> _middleware = [];

    /// <summary>Adds middleware inside of what is there.</summary>
    public MiddlewareSet Use(IMiddleware middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Runs all of it, with the bot in the middle.</summary>
    public Task ReceiveActivityAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        return Next(0, cancellationToken);

        Task Next(int index, CancellationToken token) =>
            index < _middleware.Count
                ? _middleware[index].OnTurnAsync(turnContext, t => Next(index + 1, t), token)
                : callback(turnContext, token);
    }
}
