using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using Npgsql;

namespace Infra.Tests.Deploying;

/// <summary>What docs/operations.md tells an operator to do, really done: publish, start on PostgreSQL, upgrade over a running
/// process, stop, back up, restore into an empty database, check the chains.</summary>
public sealed class LifeOfADeploymentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaintbot-deployment-").FullName;

    private string Program => Path.Combine(_folder, "program");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_starts_is_upgraded_while_it_runs_stops_and_comes_back_from_a_backup()
    {
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        await Publication.MakeAsync(Program);

        // An empty database: the first process makes the tables.
        await using var first = await DeployedBot.StartAsync(Program, _folder, connection);
        using var visitor = new Visitor(first.Address);
        var ticket = await visitor.ComplainAsync("My broadband has been down since yesterday, I cannot work.");
        var migrations = await MigrationsAsync(connection);
        Assert.NotEmpty(migrations);

        // An upgrade: the new process starts beside the old one, migrates nothing twice, and takes over.
        await using var second = await DeployedBot.StartAsync(Program, _folder, connection);
        Assert.Equal(migrations, await MigrationsAsync(connection));
        Assert.True(await first.IsReadyAsync());
        Assert.Equal(0, await first.StopAsync());
        Assert.True(await second.IsReadyAsync());
        Assert.Contains(ticket, await visitor.SaidAsync(second.Address), StringComparison.Ordinal);
        Assert.Equal(0, await second.StopAsync());

        // A backup, and an empty database that becomes what the first one was.
        var backup = Path.Combine(_folder, "complaintbot.dump");
        var restored = await server.CreateDatabaseAsync();
        await RunAsync("pg_dump", ["--format=custom", "--file=" + backup, "--dbname=" + Address(connection)]);
        await RunAsync("pg_restore", ["--no-owner", "--exit-on-error", "--dbname=" + Address(restored), backup]);
        var (code, said) = await Tool.RunAsync(
            "dotnet",
            [Path.Combine(Program, "ComplaintBot.dll"), "verify-audit"],
            DeployedBot.Settings(restored)
        );
        Assert.True(code == 0, said);
        Assert.Contains("1 complaints with ", said, StringComparison.Ordinal);
        Assert.Contains("every chain holds", said, StringComparison.Ordinal);

        await using var third = await DeployedBot.StartAsync(Program, _folder, restored);
        Assert.Equal(migrations, await MigrationsAsync(restored));
        // Keys are in the database, too: who had a token before the disaster still has it.
        Assert.Contains(ticket, await visitor.SaidAsync(third.Address), StringComparison.Ordinal);
        Assert.Equal(0, await third.StopAsync());
    }

    private static async Task<IReadOnlyList<(int Number, long AppliedAt)>> MigrationsAsync(string connection)
    {
        await using var database = Database.For(connection);
        return await database.QueryAsync<(int, long)>("SELECT number, applied_at FROM migrations ORDER BY number");
    }

    private static async Task RunAsync(string tool, IReadOnlyList<string> arguments)
    {
        var (code, said) = await Tool.RunAsync(Path.Combine(PostgresServer.BinFolder(), tool), arguments);
        Assert.True(code == 0, said);
    }

    // As the tools of PostgreSQL write it.
    private static string Address(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return $"host={parts.Host} port={parts.Port} user={parts.Username} dbname={parts.Database}";
    }
}
