using System.ComponentModel;
using System.Globalization;
using ComplaintBot.Operation;
using ComplaintBot.People;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Simulation;
using Spectre.Console.Cli;

namespace Workbench.Simulation;

/// <summary><c>demo</c>: fills a database of its own with the last four weeks of a simulated company, so that there is something to
/// ask about.</summary>
internal sealed class DemoCommand : AsyncCommand<DemoCommand.Settings>
{
    private const int Weeks = 4;
    private const int ComplaintsAYear = 900;
    private const int Seed = 20261123;

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[database]")]
        [Description("The SQLite file, made anew; else data/demo.db of the repository.")]
        public string? Database { get; init; }
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(settings.Database, output, TimeProvider.System, progress));

    /// <summary>Makes the database anew at <c>data/demo.db</c> below the content root, or at the path given; 0 when done, 1 when
    /// the path cannot be used.</summary>
    public static async Task<int> RunAsync(string? given, TextWriter output, TimeProvider time, IProgress<WorkStep>? progress = null)
    {
        var root = Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") ?? Directory.GetCurrentDirectory();
        var path = Path.GetFullPath(given ?? Path.Combine(root, "data", "demo.db"));
        if (File.Exists(path) && !path.EndsWith("demo.db", StringComparison.Ordinal))
        {
            await output.WriteLineAsync($"{path} exists already; the demo only replaces a file called demo.db.");
            return 1;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var old in new[] { path, path + "-wal", path + "-shm" })
            File.Delete(old);

        var organisation = OrganisationFileException.Demand(OrganisationFile.Load(OrganisationFile.ExamplePath));
        await using var database = Database.For($"Data Source={path}");
        await database.MigrateAsync(time);
        var complaints = Play(new(organisation, Seed, ComplaintsAYear, time.GetUtcNow().AddDays(-7 * Weeks)), time.GetUtcNow());
        var store = new ComplaintStore(database, new SumsBeside());
        foreach (var (stored, complaint) in complaints.Index())
        {
            var work = new UnitOfWork(database);
            work.Add(store.Save(complaint, organisation));
            await work.CommitAsync();
            progress?.Report(new("Storing complaints", (stored + 1.0) / complaints.Count));
        }
        await NumberOnAsync(database, complaints);

        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {complaints.Count} complaints of the last {Weeks} weeks, {complaints.Count(c => c.IsOpen)} of them open, in {path}

                Start the bot on them:   ConnectionStrings__ComplaintBot="Data Source={path}" ./dev run
                Then ask as a manager (for example aad-wu-fang, quality):
                  现在有哪些投诉没处理完？
                  現在有哪些逾時？
                  what is overdue now?
                """
            )
        );
        return 0;
    }

    private static List<Complaint> Play(SimulatedYear year, DateTimeOffset until)
    {
        var complaints = new Dictionary<int, Complaint>();
        while (year.Next() is { } turn && turn.At <= until)
            complaints[turn.Number] = year.Play(turn, complaints.GetValueOrDefault(turn.Number));
        return [.. complaints.OrderBy(c => c.Key).Select(c => c.Value)];
    }

    // The next real complaint of a day gets a number after those of the demo.
    private static async Task NumberOnAsync(Database database, List<Complaint> complaints)
    {
        foreach (var day in complaints.GroupBy(c => c.Ticket[2..10], c => int.Parse(c.Ticket.AsSpan(11), CultureInfo.InvariantCulture)))
            await database.ExecuteAsync(
                "INSERT INTO ticket_numbers (day, last) VALUES (@day, @last)",
                new { day = day.Key, last = day.Max() }
            );
    }
}
