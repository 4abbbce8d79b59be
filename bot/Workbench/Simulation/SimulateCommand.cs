using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Storage;
using Complaints.Simulation;

namespace Workbench.Simulation;

/// <summary>The command <c>simulate [complaints] [seed]</c>: a year of a company in virtual time, on a SQLite database of its own,
/// with a report whose figures must balance.</summary>
public static class SimulateCommand
{
    private const int Year = 2027;
    private const int UsualComplaints = 20_000;
    private const int UsualSeed = 1;

    // A handler carries about this many complaints a year.
    private const int ComplaintsAHandler = 125;

    /// <summary>Makes <c>data/simulation.db</c> below the content root anew; 0 everything balances, 1 something does not, 2 wrong
    /// arguments.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        if (
            Number(arguments, 0, UsualComplaints) is not (> 0 and <= 1_000_000 and var complaints)
            || Number(arguments, 1, UsualSeed) is not { } seed
        )
        {
            await output.WriteLineAsync("simulate [complaints] [seed]: complaints from 1 to 1,000,000 and a whole number.");
            return 2;
        }
        var root = Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") ?? Directory.GetCurrentDirectory();
        var path = Path.GetFullPath(Path.Combine(root, "data", "simulation.db"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var old in new[] { path, path + "-wal", path + "-shm" })
            File.Delete(old);
        await using var database = Database.For($"Data Source={path}");
        await database.MigrateAsync(time);
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"A year of {complaints:N0} complaints, seed {seed}, in {path}")
        );
        return await PlayAsync(database, complaints, seed, output) ? 0 : 1;
    }

    /// <summary>Plays a year on an empty migrated database and prints the report; true when everything balances and was read back
    /// alike.</summary>
    public static async Task<bool> PlayAsync(Database database, int complaints, int seed, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(output);
        var began = Stopwatch.GetTimestamp();
        var company = SimulatedCompany.Make(seed, Math.Max(12, complaints / 4 / ComplaintsAHandler), Year);
        var year = new SimulatedYear(company, seed, complaints, new(Year, 1, 1, 0, 0, 0, company.TimeZone.BaseUtcOffset));
        var played = new YearOnDatabase(database, company);
        await played.PlayAsync(year);
        var playing = Stopwatch.GetElapsedTime(began);

        var report = new YearReport(company, year.Until);
        var reading = Task.Run(() => played.ReadBackAsync(report));
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

    private static int? Number(IReadOnlyList<string> arguments, int at, int usual) =>
        arguments.Count <= at ? usual
        : int.TryParse(arguments[at], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
