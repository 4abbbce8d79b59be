using System.ComponentModel;
using System.Data.Common;
using ComplaintBot.Storage;
using ComplaintBot.Storage.Moving;
using Spectre.Console.Cli;

namespace ComplaintBot.Operation;

/// <summary>The command <c>migrate</c>: from the SQLite file that one began with to a PostgreSQL for many processes.</summary>
internal sealed class MigrateCommand : AsyncCommand<MigrateCommand.Arguments>
{
    /// <summary>Moves; the exit code: 0 everything is there and alike, 2 nothing was moved.</summary>
    public static async Task<int> RunAsync(string from, string to, TextWriter output, IProgress<WorkStep>? progress = null)
    {
        try
        {
            await using var source = Database.For(from);
            await using var target = Database.For(to);
            var moved = await new MoveDatabase(source, target, TimeProvider.System).RunAsync(new Shares(progress), CancellationToken.None);
            await output.WriteLineAsync(
                $"{moved.Rows:#,0} rows of {moved.Tables} tables were moved, read again and found alike; "
                    + $"{moved.Complaints:#,0} complaints with {moved.Events:#,0} events: every chain holds."
            );
            await output.WriteLineAsync(
                "Contents of files in a folder or blob storage stay where they are. "
                    + "Set ConnectionStrings:ComplaintBot to the new database and start the bot; keep the old file until you have looked."
            );
            return 0;
        }
        catch (Exception e) when (e is DbException or ArgumentException or InvalidOperationException or IOException)
        {
            await output.WriteLineAsync(e.Message);
            return 2;
        }
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, Arguments settings, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(settings.From, settings.To, output, progress));

    private sealed class Shares(IProgress<WorkStep>? told) : IProgress<double>
    {
        public void Report(double value) => told?.Report(new("Moving rows", value));
    }

    internal sealed class Arguments : CommandSettings
    {
        [CommandOption("--from <CONNECTION>", isRequired: true)]
        [Description("The SQLite file, such as \"Data Source=data/complaintbot.db\"; no bot may run on it.")]
        public string From { get; init; } = "";

        [CommandOption("--to <CONNECTION>", isRequired: true)]
        [Description("An empty PostgreSQL database, such as \"Host=db;Database=complaintbot;Username=bot;Password=…\".")]
        public string To { get; init; } = "";
    }
}
