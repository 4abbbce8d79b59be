using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DirectLine.Streams;

/// <summary>Looks regularly for what other processes appended to conversations that are watched here, with one question for all of them,
/// and clears away what has expired.</summary>
internal sealed class StreamWatch(
    IDirectLineStore store,
    DirectLineSignal signal,
    IOptions<DirectLineOptions> options,
    TimeProvider clock,
    ILogger<StreamWatch> log
) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private DateTimeOffset _nextSweep;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
                if (clock.GetUtcNow() is var now && now >= _nextSweep)
                {
                    _nextSweep = now + SweepEvery;
                    await store.SweepAsync(now, stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The next tick tries again; streams meanwhile show what this process wrote.
                log.LogWarning(e, "Looking for new activities failed");
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var watched = signal.Watched;
        foreach (var forgotten in _seen.Keys.Except(watched, StringComparer.Ordinal).ToList())
            _seen.Remove(forgotten);
        if (watched.Count == 0)
            return;
        foreach (var (conversation, last) in await store.LastSequencesAsync(watched, cancellationToken))
        {
            if (_seen.GetValueOrDefault(conversation) == last)
                continue;
            _seen[conversation] = last;
            signal.Wake(conversation);
        }
    }
}
