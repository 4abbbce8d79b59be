using System.Collections.Concurrent;
using System.Threading.Channels;
using ComplaintBot.Tests.Messaging;
using ComplaintBot.Workers;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Workers;

/// <summary>What every work by time does.</summary>
public sealed class PeriodicWorkerTests
{
    private readonly NotedTime _time = new();
    private readonly ConcurrentQueue<string> _problems = [];

    [Fact]
    public async Task It_works_at_once_then_after_each_pause_and_without_one_while_more_is_waiting()
    {
        using var worker = new Counting(_time, _problems, round => round is 1 or 2);
        await worker.StartAsync(default);
        await _time.PauseBeginsAsync();
        Assert.Equal(3, worker.Rounds);

        _time.Advance(Counting.Rest);
        await _time.PauseBeginsAsync();
        Assert.Equal(4, worker.Rounds);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task A_round_that_fails_is_told_in_the_words_of_the_work_and_tried_again()
    {
        using var worker = new Counting(_time, _problems, round => round == 1 ? throw new IOException("away") : false);
        await worker.StartAsync(default);
        await _time.PauseBeginsAsync();

        _time.Advance(Counting.Rest);
        await _time.PauseBeginsAsync();
        await worker.StopAsync(default);

        Assert.Equal(2, worker.Rounds);
        Assert.Contains("Counting went wrong; trying again in 00:01:00.", Assert.Single(_problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_installation_does_not_want_never_runs()
    {
        using var worker = new Counting(_time, _problems, _ => false) { Wanted = false };
        await worker.StartAsync(default);
        await worker.ExecuteTask!;

        Assert.Equal(0, worker.Rounds);
    }

    private sealed class NotedTime : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

        public Task PauseBeginsAsync() => _waits.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(2));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waits.Writer.TryWrite(dueTime);
            return timer;
        }
    }

    private sealed class Counting(TimeProvider time, ConcurrentQueue<string> problems, Func<int, bool> round)
        : PeriodicWorker(time, new ProblemLog<Counting>(problems))
    {
        public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

        public bool Wanted { get; init; } = true;

        public int Rounds { get; private set; }

        protected override TimeSpan Pause => Rest;

        protected override string Failure => "Counting went wrong";

        protected override bool IsWanted => Wanted;

        protected override Task<bool> WorkAsync(CancellationToken cancellationToken) => Task.FromResult(round(++Rounds));
    }
}
