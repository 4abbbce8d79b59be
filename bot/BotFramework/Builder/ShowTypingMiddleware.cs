using BotFramework.Connector;
using BotFramework.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotFramework.Builder;

/// <summary>Shows that the bot is at work: first after a delay, then again each period, until the first message is sent.</summary>
public sealed class ShowTypingMiddleware : IMiddleware
{
    private readonly TimeSpan _delay;
    private readonly TimeSpan _period;
    private readonly ILogger _logger;

    /// <summary>Typing after <paramref name="delay"/> (500 ms) and every <paramref name="period"/> (2 s; clients show it for 3
    /// s).</summary>
    public ShowTypingMiddleware(TimeSpan? delay = null, TimeSpan? period = null, ILogger<ShowTypingMiddleware>? logger = null)
    {
        _delay = delay ?? TimeSpan.FromMilliseconds(500);
        _period = period ?? TimeSpan.FromSeconds(2);
        ArgumentOutOfRangeException.ThrowIfLessThan(_delay, TimeSpan.Zero, nameof(delay));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_period, TimeSpan.Zero, nameof(period));
        _logger = logger ?? (ILogger)NullLogger.Instance;
    }

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (turnContext.Activity is not { Type: ActivityTypes.Message, DeliveryMode: not DeliveryModes.ExpectReplies })
        {
            await next(cancellationToken);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeAsync(turnContext, stop.Token);
        turnContext.OnSendActivities(
            async (_, activities, send) =>
            {
                if (activities.Exists(a => a.Type == ActivityTypes.Message))
                    await stop.CancelAsync();
                return await send();
            }
        );
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await typing;
        }
    }

    private async Task TypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            for (var wait = _delay; ; wait = _period)
            {
                await Task.Delay(wait, turnContext.Adapter.Time, cancellationToken);
                var typing = MessageFactory.Typing().ApplyConversationReference(turnContext.Activity.GetConversationReference());
                await turnContext.Adapter.SendTransientActivityAsync(turnContext, typing, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The turn is over or has spoken: this is how typing ends.
        }
        catch (ErrorResponseException exception)
        {
            // The real answer will meet the same fault and deal with it.
            _logger.LogDebug(exception, "Typing was not shown.");
        }
    }
}
