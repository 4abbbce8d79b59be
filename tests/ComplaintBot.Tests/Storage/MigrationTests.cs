using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;

namespace ComplaintBot.Tests.Storage;

public sealed class MigrationTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Several_processes_that_start_together_migrate_once(string engine)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(engine);
        Database[] processes = [test.Database, test.Open(), test.Open(), test.Open()];

        await Task.WhenAll(processes.Select(p => Task.Run(() => p.MigrateAsync(TimeProvider.System))));

        Assert.All(await Task.WhenAll(processes.Select(p => p.IsReadyAsync())), Assert.True);
        Assert.Equal(
            await test.Database.QueryAsync<int>("SELECT DISTINCT number FROM migrations ORDER BY number"),
            await test.Database.QueryAsync<int>("SELECT number FROM migrations ORDER BY number")
        );
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Migrating_again_changes_nothing(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var before = await test.Database.QueryAsync<long>("SELECT applied_at FROM migrations");

        await test.Database.MigrateAsync(TimeProvider.System);

        Assert.Equal(before, await test.Database.QueryAsync<long>("SELECT applied_at FROM migrations"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_program_older_than_the_database_refuses_to_start(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        await test.Database.ExecuteAsync("INSERT INTO migrations (number, name, applied_at) VALUES (9999, 'from the future', 0)");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.MigrateAsync(TimeProvider.System));

        Assert.Contains("9999", refusal.Message, StringComparison.Ordinal);
    }
}
