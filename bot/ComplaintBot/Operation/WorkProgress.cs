using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ComplaintBot.Operation;

/// <summary>How far a part of long work is: <paramref name="Share"/> from 0 to 1.</summary>
public readonly record struct WorkStep(string Part, double Share);

/// <summary>Shows on standard error how far long work is, as a bar on a terminal and as lines elsewhere.</summary>
internal static class WorkProgress
{
    /// <summary>Does the work, shows what it reports, then prints what it wrote on standard output; the work's exit code.</summary>
    public static async Task<int> ShowAsync(Func<TextWriter, IProgress<WorkStep>, Task<int>> work)
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        var code = Console.IsErrorRedirected ? await work(written, new Lines()) : await ShowBarsAsync(p => work(written, p));
        await Console.Out.WriteAsync(written.ToString());
        return code;
    }

    private static Task<int> ShowBarsAsync(Func<IProgress<WorkStep>, Task<int>> work)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console
            .Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(bars => Task.Run(() => work(new Bars(bars))));
    }

    private sealed class Bars(ProgressContext context) : IProgress<WorkStep>
    {
        private readonly ConcurrentDictionary<string, Lazy<ProgressTask>> _bars = new(StringComparer.Ordinal);

        public void Report(WorkStep value) =>
            _bars.GetOrAdd(value.Part, p => new(() => context.AddTask(Markup.Escape(p)))).Value.Value = value.Share * 100;
    }

    // A line when a part begins and ends, and every few seconds between.
    private sealed class Lines : IProgress<WorkStep>
    {
        private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);
        private readonly Lock _gate = new();
        private readonly Dictionary<string, long> _told = new(StringComparer.Ordinal);

        public void Report(WorkStep value)
        {
            lock (_gate)
            {
                if (value.Share < 1 && _told.TryGetValue(value.Part, out var last) && Stopwatch.GetElapsedTime(last) < Between)
                    return;
                _told[value.Part] = Stopwatch.GetTimestamp();
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Part}: {value.Share:P0}"));
            }
        }
    }
}
