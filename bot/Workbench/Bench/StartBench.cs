using System.ComponentModel;
using System.Diagnostics;
using ComplaintBot.Operation;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Workbench.Bench;

/// <summary><c>bench start</c>: how long the published bot takes until <c>/readyz</c>, and how much memory it holds when nobody talks to
/// it.</summary>
internal sealed class StartBench : AsyncCommand<StartBench.Settings>
{
    private const double LongestMilliseconds = 1500,
        MostMegabytes = 130;

    internal sealed class Settings : BenchSettings
    {
        [CommandOption("--runs <NUMBER>")]
        [Description("How often it is started; the first time on an empty folder, then on its database.")]
        [DefaultValue(5)]
        public int Runs { get; init; }

        [CommandOption("--idle <SECONDS>")]
        [Description("How long it is left alone before its memory is looked at.")]
        [DefaultValue(10)]
        public int Idle { get; init; }

        /// <summary>Where the bot is published to when no folder is given.</summary>
        public static string Published => Path.Combine(Root, "artifacts", "bench", "published");

        /// <summary>The bot's project.</summary>
        public static string Project => Path.Combine(Root, "bot", "ComplaintBot");

        public override ValidationResult Validate() =>
            Runs < 1 ? ValidationResult.Error("--runs is a number from 1.")
            : Idle < 0 ? ValidationResult.Error("--idle is a number of seconds from 0.")
            : ValidationResult.Success();
    }

    /// <summary>Prints a table and one JSON line per figure; 0 both limits are met, 1 one is not, 2 it does not start.</summary>
    protected override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(settings, output, progress));

    private static async Task<int> RunAsync(Settings settings, TextWriter output, IProgress<WorkStep> progress)
    {
        var data = Directory.CreateTempSubdirectory("bench-start-").FullName;
        try
        {
            var program = settings.Folder is null ? await PublishAsync(progress) : settings.Program;
            var (starts, memory) = (new List<double>(), new List<double>());
            for (var run = 0; run < settings.Runs; run++)
            {
                progress.Report(new("starting", (double)run / settings.Runs));
                await using var bot = await BenchProcess.OfBotAsync(program, data);
                starts.Add(bot.Start.TotalMilliseconds);
                await Task.Delay(TimeSpan.FromSeconds(settings.Idle));
                memory.Add(bot.Megabytes);
            }
            progress.Report(new("starting", 1));
            List<BenchFigure> figures =
            [
                new("bot", "ms to the first /readyz", starts[0]),
                new("bot", "ms to /readyz, median", Median(starts), LongestMilliseconds),
                new("bot", "resident MB idle, median", Median(memory), MostMegabytes),
            ];
            await BenchFigure.PrintAsync("start", figures, output);
            return figures.TrueForAll(f => f.IsMet) ? 0 : 1;
        }
        catch (InvalidOperationException e)
        {
            await output.WriteLineAsync(e.Message);
            return 2;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> PublishAsync(IProgress<WorkStep> progress)
    {
        progress.Report(new("publishing", 0));
        var start = new ProcessStartInfo(
            "dotnet",
            ["publish", Settings.Project, "--configuration", "Release", "--output", Settings.Published, "--verbosity", "quiet"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var told = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The bot could not be published: " + told);
        progress.Report(new("publishing", 1));
        return Settings.Published;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
