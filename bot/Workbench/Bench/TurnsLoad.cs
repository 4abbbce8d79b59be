using System.Diagnostics;
using System.Globalization;

namespace Workbench.Bench;

/// <summary>Customers who talk to a bot through its endpoint for channels, each waiting for an answer before the next word.</summary>
internal sealed class TurnsLoad(BenchConnector connector, int conversations)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly HttpClient Http = new() { Timeout = Patience };
    private readonly IReadOnlyList<IReadOnlyList<BenchLine>> _matters = Matters.Read();
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private int _customers;

    /// <summary>Lets them talk for so long and measures; turns that had not ended by then do not count.</summary>
    public async Task<TurnsMeasure> RunAsync(BenchProcess program, TimeSpan length)
    {
        var measure = new TurnsMeasure();
        var (started, processor) = (Stopwatch.GetTimestamp(), program.Processor);
        await Task.WhenAll(
            Enumerable
                .Range(0, conversations)
                .Select(n => Task.Run(() => TalkAsync(program.Address, n, () => Stopwatch.GetElapsedTime(started) < length, measure)))
        );
        measure.Add(Stopwatch.GetElapsedTime(started), program.Processor - processor);
        return measure;
    }

    private async Task TalkAsync(Uri bot, int n, Func<bool> goesOn, TurnsMeasure measure)
    {
        while (goesOn())
        {
            var customer = string.Create(CultureInfo.InvariantCulture, $"{_run}-{Interlocked.Increment(ref _customers)}");
            var matter = _matters[n++ % _matters.Count];
            for (var line = 0; line < matter.Count && goesOn(); line++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{customer}-{line}");
                var since = Stopwatch.GetTimestamp();
                if (await SayAsync(bot, customer, id, matter[line]))
                    measure.Add(Stopwatch.GetElapsedTime(since));
                else
                    measure.AddFailure();
            }
        }
    }

    private async Task<bool> SayAsync(Uri bot, string customer, string id, BenchLine line)
    {
        var answered = connector.AnsweredAsync(id);
        using var response = await Http.PostAsJsonAsync(
            new Uri(bot, "/api/messages"),
            new
            {
                type = "message",
                id,
                timestamp = DateTimeOffset.UtcNow,
                channelId = "webchat",
                serviceUrl = connector.Url,
                locale = line.Language,
                from = new { id = "customer-" + customer },
                recipient = new { id = "bot" },
                conversation = new { id = customer },
                text = line.Text,
            }
        );
        return response.IsSuccessStatusCode && await Task.WhenAny(answered, Task.Delay(Patience)) == answered;
    }
}

/// <summary>What was measured of one program, over all its rounds.</summary>
internal sealed class TurnsMeasure
{
    private readonly List<double> _milliseconds = [];
    private TimeSpan _length;
    private TimeSpan _processor;

    public int Failed { get; private set; }

    public double TurnsPerSecond => _milliseconds.Count / _length.TotalSeconds;

    public double ProcessorMilliseconds => _processor.TotalMilliseconds / Math.Max(1, _milliseconds.Count);

    /// <summary>Milliseconds that this share of the turns did not exceed, from the request to the first answer.</summary>
    public double Quantile(double share)
    {
        lock (_milliseconds)
            return _milliseconds.Count == 0
                ? 0
                : _milliseconds
                    .Order()
                    .ElementAt(Math.Clamp((int)Math.Ceiling(_milliseconds.Count * share) - 1, 0, _milliseconds.Count - 1));
    }

    public void Add(TimeSpan turn)
    {
        lock (_milliseconds)
            _milliseconds.Add(turn.TotalMilliseconds);
    }

    public void AddFailure()
    {
        lock (_milliseconds)
            Failed++;
    }

    public void Add(TimeSpan length, TimeSpan processor) => (_length, _processor) = (_length + length, _processor + processor);

    public void Add(TurnsMeasure other)
    {
        _milliseconds.AddRange(other._milliseconds);
        Failed += other.Failed;
        Add(other._length, other._processor);
    }
}
