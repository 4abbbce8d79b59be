using System.Collections.Concurrent;

namespace ComplaintBot.Messaging.Lanes;

/// <summary>Works on the lanes of a queue: many at once, each in order. Wakes by <see cref="Wake"/> and looks by itself once a
/// second for what other processes left or what has become due.</summary>
public abstract partial class LaneWorker(LaneQueue lanes, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Heartbeat = LaneQueue.Lease / 3;
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _wake = new(0);
    private long _looked;

    /// <summary>How many lanes are worked on at once.</summary>
    public int Parallel { get; init; } = 256;

    /// <summary>Says that there is work, after the transaction that added it.</summary>
    public void Wake()
    {
        // More than one pending wake-up would only make the loop look in vain.
        if (_wake.CurrentCount == 0)
            _wake.Release();
    }

    /// <summary>Works until nothing is due, then returns: for commands and tests that have no background.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        while (await lanes.ClaimAsync(Parallel, cancellationToken) is { Count: > 0 } claimed)
            await Task.WhenAll(claimed.Select(lane => WorkAsync(lane, cancellationToken)));
    }

    /// <summary>True once the program stops: end after the item under way.</summary>
    protected bool Stopping { get; private set; }

    /// <summary>Works on one claimed lane until it is empty or not due (or the program stops); ends by giving the lane back or
    /// losing it.</summary>
    protected abstract Task WorkAsync(string lane, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var heartbeat = time.CreateTimer(_ => _ = RenewAsync(), null, Heartbeat, Heartbeat);
        while (!stoppingToken.IsCancellationRequested)
        {
            var (free, claimed) = (Parallel - _running.Count, 0);
            try
            {
                if (free > 0)
                    claimed = await StartClaimedAsync(free, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                ClaimFailed(log, e);
            }
            if (claimed < free || free == 0)
                await WaitAsync(stoppingToken);
        }
        Stopping = true;
        await FinishAsync();
    }

    private async Task<int> StartClaimedAsync(int free, CancellationToken stoppingToken)
    {
        if (time.GetElapsedTime(_looked) >= Look)
        {
            _looked = time.GetTimestamp();
            await lanes.EndLeasesOfTheDeadAsync(stoppingToken);
        }
        var claimed = await lanes.ClaimAsync(free, stoppingToken);
        foreach (var lane in claimed)
        {
            var lost = new CancellationTokenSource();
            _running[lane] = lost;
            _ = Task.Run(() => RunAsync(lane, lost), CancellationToken.None);
        }
        return claimed.Count;
    }

    private async Task RunAsync(string lane, CancellationTokenSource lost)
    {
        try
        {
            await WorkAsync(lane, lost.Token);
        }
        catch (LaneLostException)
        {
            LaneLost(log, lane);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            // The program stops, or another process has the lane: it will be worked on again.
        }
        catch (Exception e)
        {
            // Such as a database that is away. The lease runs out and the lane is taken again.
            LaneFailed(log, e, lane);
        }
        finally
        {
            _running.TryRemove(lane, out _);
            lost.Dispose();
            // There is a free place now, and the lane may have got an item between its last look and its release.
            Wake();
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            if (_running.IsEmpty)
                return;
            var started = _running.Keys.ToList();
            var ours = (await lanes.RenewAsync(CancellationToken.None)).ToHashSet(StringComparer.Ordinal);
            foreach (var lane in started.Where(l => !ours.Contains(l)))
                CancelIfRunning(lane);
        }
        catch (Exception e)
        {
            ClaimFailed(log, e);
        }
    }

    private void CancelIfRunning(string lane)
    {
        try
        {
            if (_running.TryGetValue(lane, out var lost))
                lost.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended at this very moment.
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var look = new CancellationTokenSource(Look, time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, look.Token);
        try
        {
            await _wake.WaitAsync(enough.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look, or to stop.
        }
    }

    // What is under way may end; what does not end in time is cancelled and given back, for another process or the next start.
    private async Task FinishAsync()
    {
        using var enough = new CancellationTokenSource(Patience, time);
        while (!_running.IsEmpty && !enough.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        foreach (var lane in _running.Keys)
        {
            CancelIfRunning(lane);
            try
            {
                await lanes.ReleaseAsync(lane, CancellationToken.None);
            }
            catch (Exception e)
            {
                // The lease runs out by itself; giving it back only spares the next process the wait.
                LaneFailed(log, e, lane);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Lanes cannot be claimed or renewed; trying again.")]
    private static partial void ClaimFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work on lane {Lane} broke off; it will be taken again.")]
    private static partial void LaneFailed(ILogger log, Exception exception, string lane);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lane {Lane} was taken over by another process.")]
    private static partial void LaneLost(ILogger log, string lane);
}
