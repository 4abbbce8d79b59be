using ComplaintBot.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace ComplaintBot.Model;

/// <summary>The model with what keeps a conversation safe from it: budget, time-out, pause when it is busy, circuit breaker. No
/// answer means: understand locally.</summary>
internal sealed partial class LanguageModel
{
    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(30),
        LongestBreak = TimeSpan.FromMinutes(10),
        UsualPause = TimeSpan.FromSeconds(10),
        AfterTimeout = TimeSpan.FromSeconds(1);

    private readonly ModelConnection _connection;
    private readonly ModelBudget _budget;
    private readonly TimeProvider _time;
    private readonly ILogger<LanguageModel> _logger;
    private readonly RecentAnswers _recent;
    private readonly ResiliencePipeline<ModelReply> _pipeline;
    private long _pausedUntil;
    private DateOnly _exhausted;
    private int _isAway;

    /// <summary>A model that nothing was asked yet.</summary>
    public LanguageModel(
        AzureOpenAiSettings settings,
        ModelConnection connection,
        ModelBudget budget,
        TimeProvider time,
        ILogger<LanguageModel> logger
    )
    {
        (_connection, _budget, _time, _logger, _recent) = (connection, budget, time, logger, new(time));
        _pipeline = new ResiliencePipelineBuilder<ModelReply> { TimeProvider = time }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<ModelReply>
                {
                    // Every failure costs a person up to the time-out, so few are enough. A turn that was cancelled says nothing
                    // about the model.
                    FailureRatio = 0.5,
                    MinimumThroughput = 3,
                    SamplingDuration = TimeSpan.FromMinutes(5),
                    BreakDurationGenerator = a =>
                        ValueTask.FromResult(
                            TimeSpan.FromTicks(Math.Min(FirstBreak.Ticks << Math.Min(a.HalfOpenAttempts, 10), LongestBreak.Ticks))
                        ),
                    ShouldHandle = a =>
                        ValueTask.FromResult(a.Outcome is { Exception: TimeoutRejectedException } or { Result: ModelReply.Failed }),
                    OnOpened = a => Noted(() => Away(logger, Why(a.Outcome), (int)a.BreakDuration.TotalSeconds), away: true),
                    OnClosed = _ => Noted(() => Back(logger), away: false),
                }
            )
            .AddTimeout(new TimeoutStrategyOptions { Timeout = settings.Timeout })
            .Build();
        InUse(logger, settings.Endpoint.Host, settings.Deployment);
    }

    /// <summary>True while the breaker keeps questions away from the model.</summary>
    public bool IsAway => Volatile.Read(ref _isAway) == 1;

    /// <summary>Asks; null when there is no usable answer in time, and the message is to be understood locally.
    /// <paramref name="read"/> gives null for an answer beside the schema.
    /// Never throws but for cancellation of the turn.</summary>
    public async ValueTask<T?> AskAsync<T>(
        ModelTask task,
        string data,
        DateOnly day,
        Func<string, T?> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (_recent.Has(task, data, out var known))
            return known is null ? null : read(known);
        if (_time.GetUtcNow().UtcTicks < Interlocked.Read(ref _pausedUntil) || !await MayAskAsync(day, cancellationToken))
            return Locally<T>("resting");
        T? value = null;
        var reply = await CallAsync(
            async token =>
            {
                var answer = await _connection.AskAsync(task, data, token);
                return answer is ModelReply.Answer(var json) && (value = read(json)) is null
                    ? new ModelReply.Failed("answer beside the schema") { Tokens = answer.Tokens }
                    : answer;
            },
            cancellationToken
        );
        if (reply is null)
        {
            _budget.Return();
            return Locally<T>("away");
        }
        // What came too late or cannot be read is billed all the same; its size is estimated.
        if ((reply.Tokens ?? Estimate(task, data)) is > 0 and var tokens)
            await _budget.SpendAsync(day, tokens, cancellationToken);
        _recent.Keep(task, data, (reply as ModelReply.Answer)?.Json);
        switch (reply)
        {
            case ModelReply.Answer:
                Figures.ModelAnswers.Add(1, new KeyValuePair<string, object?>("outcome", "answered"));
                return value;
            case ModelReply.Busy(var after):
                var pause =
                    after is { } said && said < LongestBreak ? said
                    : after is null ? UsualPause
                    : LongestBreak;
                Rest(pause);
                Busy(_logger, (int)Math.Ceiling(pause.TotalSeconds));
                return Locally<T>("busy");
            case ModelReply.Failed(var why):
                Failed(_logger, why);
                return Locally<T>("failed");
            case ModelReply.Declined(var why):
                Declined(_logger, why);
                return Locally<T>("declined");
            default:
                throw new InvalidOperationException($"Unknown reply {reply.GetType()}.");
        }
    }

    private static T? Locally<T>(string why)
        where T : class
    {
        Figures.ModelAnswers.Add(1, new KeyValuePair<string, object?>("outcome", why));
        return null;
    }

    // Null = the breaker let nothing through.
    private async Task<ModelReply?> CallAsync(Func<CancellationToken, Task<ModelReply>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            // A turn that has waited once does not wait again for its next question.
            Rest(AfterTimeout);
            return new ModelReply.Failed("no answer in time");
        }
        catch (BrokenCircuitException)
        {
            return null;
        }
    }

    private async ValueTask<bool> MayAskAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (await _budget.TakeAsync(day, cancellationToken))
            return true;
        if (_exhausted != day)
        {
            _exhausted = day;
            Exhausted(_logger);
        }
        return false;
    }

    private void Rest(TimeSpan time) => Interlocked.Exchange(ref _pausedUntil, (_time.GetUtcNow() + time).UtcTicks);

    private ValueTask Noted(Action log, bool away)
    {
        Volatile.Write(ref _isAway, away ? 1 : 0);
        log();
        return ValueTask.CompletedTask;
    }

    private static string Why(Outcome<ModelReply> outcome) => outcome.Result is ModelReply.Failed(var why) ? why : "no answer in time";

    // About three characters a token in English, one and a half in Chinese.
    private static long Estimate(ModelTask task, string data) => (task.Instructions.Length / 3) + data.Length;

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Messages go to Azure OpenAI at {Host}, deployment {Deployment}, before they are understood locally."
    )]
    private static partial void InUse(ILogger logger, string host, string deployment);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Azure OpenAI is away ({Why}); messages are understood locally. It is asked again in {Seconds} s."
    )]
    private static partial void Away(ILogger logger, string why, int seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Azure OpenAI is back.")]
    private static partial void Back(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Azure OpenAI is busy (429); messages are understood locally for {Seconds} s.")]
    private static partial void Busy(ILogger logger, int seconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A message was understood locally: {Why}.")]
    private static partial void Failed(ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Azure OpenAI did not answer a message ({Why}); it was understood locally.")]
    private static partial void Declined(ILogger logger, string why);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The budget of Azure OpenAI is used up for now (AzureOpenAI:TokensPerDay, CallsPerMinute); "
            + "messages are understood locally."
    )]
    private static partial void Exhausted(ILogger logger);
}
