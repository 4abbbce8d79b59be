using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Operation;
using ComplaintBot.Storage;
using Complaints.Simulation;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Workbench.Simulation;

/// <summary>The command <c>simulate [complaints] [seed]</c>: a year of a company in virtual time, on a SQLite database of its own,
/// with a report whose figures must balance.</summary>
internal sealed class SimulateCommand : AsyncCommand<SimulateCommand.Settings>
{
    private const int Year = 2027;
    private const int UsualComplaints = 20_000;
    private const int UsualSeed = 1;

    // A handler carries about this many complaints a year.
    private const int ComplaintsAHandler = 125;

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[complaints]")]
        [Description("How many complaints the year brings, 1 to 1,000,000.")]
        [DefaultValue(UsualComplaints)]
        public int Complaints { get; init; }

        [CommandArgument(1, "[seed]")]
        [Description("The same seed gives the same year.")]
        [DefaultValue(UsualSeed)]
        public int Seed { get; init; }

        public override ValidationResult Validate() =>
            Complaints is > 0 and <= 1_000_000
                ? ValidationResult.Success()
                : ValidationResult.Error("The number of complaints is from 1 to 1,000,000.");
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        WorkProgress.ShowAsync((output, progress) => RunAsync(settings.Complaints, settings.Seed, output, progress));

    // Makes data/simulation.db below the content root anew.
    private static async Task<int> RunAsync(int complaints, int seed, TextWriter output, IProgress<WorkStep> progress)
    {
        var root = Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") ?? Directory.GetCurrentDirectory();
        var path = Path.GetFullPath(Path.Combine(root, "data", "simulation.db"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var old in new[] { path, path + "-wal", path + "-shm" })
            File.Delete(old);
        await using var database = Database.For($"Data Source={path}");
        await database.MigrateAsync(TimeProvider.System);
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"A year of {complaints:N0} complaints, seed {seed}, in {path}")
        );
        return await PlayAsync(database, complaints, seed, output, progress) ? 0 : 1;
    }

    /// <summary>Plays a year on an empty migrated database and prints the report; true when everything balances and was read back
    /// alike.</summary>
    public static async Task<bool> PlayAsync(
        Database database,
        int complaints,
        int seed,
        TextWriter output,
        IProgress<WorkStep>? progress = null
    )
    {
        var began = Stopwatch.GetTimestamp();
        var company = SimulatedCompany.Make(seed, Math.Max(12, complaints / 4 / ComplaintsAHandler), Year);
        var year = new SimulatedYear(company, seed, complaints, new(Year, 1, 1, 0, 0, 0, company.TimeZone.BaseUtcOffset));
        var played = new YearOnDatabase(database, company);
        await played.PlayAsync(year, progress);
        var playing = Stopwatch.GetElapsedTime(began);

        var report = new YearReport(company, year.Until);
        var reading = Task.Run(() => played.ReadBackAsync(report, progress));
        var audit = await Task.Run(() => new Audit(database).CheckAsync());
        var different = await reading;
        var open = await database.ScalarAsync<long>("SELECT count(*) FROM complaints WHERE is_open = 1");
        var all = await database.ScalarAsync<long>("SELECT count(*) FROM complaints");
        var balances =
            report.Balances
            && report.Received == complaints
            && different.Count == 0
            && audit.Fault is null
            && audit.Events == report.Events
            && open == report.Open
            && all == report.Received;

        await output.WriteAsync(report.ToString());
        await output.WriteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                {"read back and alike",-34}{report.Received - different.Count,10:N0}
                {"chains that hold",-34}{(audit.Fault is null ? audit.Complaints : 0),10:N0}
                {"open in the lists",-34}{open,10:N0}
                {"ended in the lists",-34}{all - open,10:N0}
                {"turns",-34}{played.Turns,10:N0}
                {"turns read from the database",-34}{played.Reloads,10:N0}
                {"seconds",-34}{Stopwatch.GetElapsedTime(began).TotalSeconds,10:N1}
                {"  playing",-34}{(playing - played.Storing).TotalSeconds,10:N1}
                {"  storing",-34}{played.Storing.TotalSeconds,10:N1}
                {"  reading back and verifying",-34}{(Stopwatch.GetElapsedTime(began) - playing).TotalSeconds,10:N1}
                {"seconds of processor",-34}{Environment.CpuUsage.TotalTime.TotalSeconds,10:N1}
                {"peak memory, MB",-34}{Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024),10:N0}

                """
            )
        );
        if (audit.Fault is { } fault)
            await output.WriteLineAsync($"BROKEN: {fault.Ticket}, event {fault.Version}: {fault.Reason}.");
        if (different.Count > 0)
            await output.WriteLineAsync("NOT ALIKE: " + string.Join(", ", different.Take(10)));
        await output.WriteLineAsync(balances ? "Everything balances." : "SOMETHING DOES NOT BALANCE.");
        return balances;
    }
}
