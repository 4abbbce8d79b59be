using System.ComponentModel;
using System.Globalization;
using ComplaintBot.Operation;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Workbench.Bench;

/// <summary><c>bench turns</c>: how many turns a second the real host takes on SQLite, beside a bare echo on the same SDK under the same
/// load in the same run. The two take turns, so that what else the machine does falls on both.</summary>
internal sealed class TurnsBench : AsyncCommand<TurnsBench.Settings>
{
    internal sealed class Settings : BenchSettings
    {
        [CommandOption("--conversations <NUMBER>")]
        [Description("How many customers talk at once.")]
        [DefaultValue(32)]
        public int Conversations { get; init; }

        [CommandOption("--seconds <NUMBER>")]
        [Description("How long each round lasts.")]
        [DefaultValue(6)]
        public int Seconds { get; init; }

        [CommandOption("--rounds <NUMBER>")]
        [Description("How often bot and echo are measured in turn.")]
        [DefaultValue(3)]
        public int Rounds { get; init; }

        public override ValidationResult Validate() =>
            Conversations is < 1 or > 1000 ? ValidationResult.Error("--conversations is a number from 1 to 1,000.")
            : Seconds < 1 ? ValidationResult.Error("--seconds is a number from 1.")
            : Rounds < 1 ? ValidationResult.Error("--rounds is a number from 1.")
            : ValidationResult.Success();
    }

    /// <summary>Prints a table and one JSON line per figure; 0 every turn was answered, 1 one was not, 2 a program does not
    /// start.</summary>
    protected override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(settings, output, progress));

    private static async Task<int> RunAsync(Settings settings, TextWriter output, IProgress<WorkStep> progress)
    {
        var folder = Directory.CreateTempSubdirectory("bench-turns-").FullName;
        try
        {
            progress.Report(new("starting bot and echo", 0));
            await using var connector = await BenchConnector.StartAsync();
            await using var bot = await BenchProcess.OfBotAsync(settings.Program, folder);
            await using var echo = await BenchProcess.OfEchoAsync();
            progress.Report(new("starting bot and echo", 1));
            return await MeasureAsync(settings, connector, bot, echo, output, progress);
        }
        catch (InvalidOperationException e)
        {
            await output.WriteLineAsync(e.Message);
            return 2;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(
        Settings settings,
        BenchConnector connector,
        BenchProcess bot,
        BenchProcess echo,
        TextWriter output,
        IProgress<WorkStep> progress
    )
    {
        var (load, length) = (new TurnsLoad(connector, settings.Conversations), TimeSpan.FromSeconds(settings.Seconds));
        var (ofBot, ofEcho) = (new TurnsMeasure(), new TurnsMeasure());
        for (var round = 0; round <= settings.Rounds; round++)
        {
            var (a, b) = (await load.RunAsync(bot, length), await load.RunAsync(echo, length));
            // The first round compiles what is called often.
            if (round > 0)
            {
                ofBot.Add(a);
                ofEcho.Add(b);
            }
            progress.Report(new("measuring", (round + 1.0) / (settings.Rounds + 1)));
        }
        List<BenchFigure> figures =
        [
            .. Figures("bot", ofBot, bot),
            .. Figures("echo", ofEcho, echo),
            new("bot / echo", "turns per second", ofBot.TurnsPerSecond / ofEcho.TurnsPerSecond),
        ];
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{settings.Conversations} conversations, {settings.Rounds} rounds of {settings.Seconds} s each, in turn"
            )
        );
        await BenchFigure.PrintAsync("turns", figures, output);
        return ofBot.Failed + ofEcho.Failed == 0 ? 0 : 1;
    }

    private static IEnumerable<BenchFigure> Figures(string program, TurnsMeasure measure, BenchProcess process) =>
        [
            new(program, "turns per second", measure.TurnsPerSecond),
            new(program, "processor ms per turn", measure.ProcessorMilliseconds),
            new(program, "p50 ms", measure.Quantile(0.5)),
            new(program, "p99 ms", measure.Quantile(0.99)),
            new(program, "resident MB", process.Megabytes),
            new(program, "turns without answer", measure.Failed),
        ];
}
