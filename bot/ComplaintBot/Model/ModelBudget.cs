using System.Globalization;
using ComplaintBot.Storage;

namespace ComplaintBot.Model;

/// <summary>How much of the model may still be used: calls a minute by this process, tokens a day by all.</summary>
internal sealed class ModelBudget(AzureOpenAiSettings settings, Database database, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _minute;
    private int _calls;
    private (DateOnly Day, long Tokens)? _known;

    /// <summary>Takes one call out of the budget; false when there is none left in this minute or on <paramref name="day"/>.</summary>
    public async ValueTask<bool> TakeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (Known(day) is not { } used)
        {
            used =
                await database.ScalarAsync<long?>(
                    "SELECT tokens FROM model_usage WHERE day = @day",
                    new { day = Day(day) },
                    cancellationToken
                ) ?? 0;
            Learn(day, used);
        }
        if (used >= settings.TokensPerDay)
            return false;
        lock (_lock)
        {
            var minute = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
            if (minute != _minute)
                (_minute, _calls) = (minute, 0);
            return _calls++ < settings.CallsPerMinute;
        }
    }

    /// <summary>Gives a call back that was not sent after all.</summary>
    public void Return()
    {
        lock (_lock)
            _calls = Math.Max(0, _calls - 1);
    }

    /// <summary>Writes down what a call has cost, and learns what the other processes have spent.</summary>
    public async Task SpendAsync(DateOnly day, long tokens, CancellationToken cancellationToken) =>
        Learn(
            day,
            await database.WriteAsync(
                async tx =>
                {
                    await tx.ExecuteAsync(
                        """
                        INSERT INTO model_usage (day, calls, tokens) VALUES (@day, 1, @tokens)
                        ON CONFLICT (day) DO UPDATE SET calls = model_usage.calls + 1, tokens = model_usage.tokens + excluded.tokens
                        """,
                        new { day = Day(day), tokens },
                        cancellationToken
                    );
                    return await tx.ScalarAsync<long>(
                        "SELECT tokens FROM model_usage WHERE day = @day",
                        new { day = Day(day) },
                        cancellationToken
                    );
                },
                cancellationToken
            )
        );

    private long? Known(DateOnly day)
    {
        lock (_lock)
            return _known is { } known && known.Day == day ? known.Tokens : null;
    }

    private void Learn(DateOnly day, long tokens)
    {
        lock (_lock)
            _known = (day, tokens);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
