using ComplaintBot.Operation;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;

namespace ComplaintBot.Tests.Storage.Moving;

/// <summary>From the file that one began with to a server: everything comes along, or nothing does.</summary>
public sealed class MoveDatabaseTests
{
    [Fact]
    public async Task After_the_move_the_bot_goes_on_as_if_nothing_had_been()
    {
        await using var file = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await using var server = await TestDatabase.CreateEmptyAsync(TestDatabase.Postgres);
        await using var bot = await RunningBot.StartAsync(file.ConnectionString);
        var customer = await WebCustomer.ComeAsync(bot.Address, "en-US");
        await customer.HearsAsync("Tell me in your own words");
        await customer.SayAsync("The broadband at home is down again, it was repaired last week");
        await customer.HearsAsync("\"type\":\"message\"");
        await bot.KillAsync();

        var (code, said) = await MoveAsync(file, server);
        await bot.StartOnAsync(server.ConnectionString);
        // The question that was open is still open, and the conversation is the same.
        await customer.SayAsync("8 King Street");
        await customer.HearsAsync("\"type\":\"message\"");

        Assert.Equal(0, code);
        Assert.Contains("found alike", said, StringComparison.Ordinal);
        Assert.Equal(
            await file.Database.ScalarAsync<long>("SELECT max(id) FROM inbox") + 1,
            await server.Database.ScalarAsync<long>("SELECT max(id) FROM inbox")
        );
    }

    [Fact]
    public async Task Complaints_keep_their_history_and_the_next_number_follows()
    {
        await using var file = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var server = await TestDatabase.CreateEmptyAsync(TestDatabase.Postgres);
        var store = new ComplaintStore(file.Database, new SumsBeside());
        var day = new DateOnly(2026, 10, 14);
        for (var i = 0; i < 3; i++)
        {
            var complaint = Filing.File(await store.NextTicketAsync(day));
            Assert.True(Filing.Accept(complaint).Refusal is null);
            await Filing.SaveAsync(file.Database, complaint);
        }
        await file.Database.ExecuteAsync(
            """
            INSERT INTO evidence_files (id, name, content_type, content, sha256, sent_by, received_at)
            VALUES ('e1', '照片.jpg', 'image/jpeg', @Content, 'x', 'dl_1', @At)
            """,
            new { Content = new byte[] { 0, 1, 254, 255 }, At = Filing.Now }
        );

        var (code, said) = await MoveAsync(file, server);

        Assert.Equal((0, true), (code, said.Contains("3 complaints", StringComparison.Ordinal)));
        var moved = new ComplaintStore(server.Database, new SumsBeside());
        Assert.Equal("C-20261014-0004", await moved.NextTicketAsync(day));
        var (before, after) = (await store.LoadAsync("C-20261014-0002"), await moved.LoadAsync("C-20261014-0002"));
        Assert.Equal(before!.History.Select(e => e.Hash), after!.History.Select(e => e.Hash));
        Assert.Equal([0, 1, 254, 255], await server.Database.ScalarAsync<byte[]>("SELECT content FROM evidence_files") ?? []);
        // A number that the database gives comes after those that came along.
        await Filing.SaveAsync(server.Database, Filing.File("C-20261014-0009"));
    }

    [Fact]
    public async Task A_running_bot_a_filled_target_and_exchanged_sides_are_refused_and_nothing_is_moved()
    {
        await using var file = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var server = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        await Filing.SaveAsync(server.Database, Filing.File("C-20261014-0001"));

        var filled = await MoveAsync(file, server);
        var exchanged = await MoveAsync(server, file);
        await file.Database.Presence.ShowAsync(CancellationToken.None);
        var running = await MoveAsync(file, server);

        Assert.All(new[] { filled, exchanged, running }, r => Assert.Equal(2, r.Code));
        Assert.Contains("empty database", filled.Said, StringComparison.Ordinal);
        Assert.Contains("SQLite file", exchanged.Said, StringComparison.Ordinal);
        Assert.Contains("running", running.Said, StringComparison.Ordinal);
        Assert.Equal(1, await server.Database.ScalarAsync<long>("SELECT count(*) FROM complaints"));
    }

    [Fact]
    public async Task A_move_that_broke_off_leaves_nothing_and_can_be_made_again()
    {
        await using var file = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var server = await TestDatabase.CreateEmptyAsync(TestDatabase.Postgres);
        await Filing.SaveAsync(file.Database, Filing.File("C-20261014-0001"));
        // PostgreSQL has no text with a zero in it, SQLite does.
        await file.Database.ExecuteAsync("UPDATE complaints SET owner = 'a' || char(0) || 'b'");

        var broken = await MoveAsync(file, server);
        await file.Database.ExecuteAsync("UPDATE complaints SET owner = 'a'");
        var again = await MoveAsync(file, server);

        Assert.Equal(2, broken.Code);
        Assert.Equal(0, again.Code);
    }

    private static async Task<(int Code, string Said)> MoveAsync(TestDatabase from, TestDatabase to)
    {
        using var output = new StringWriter();
        var code = await MigrateCommand.RunAsync(from.ConnectionString, to.ConnectionString, output);
        return (code, output.ToString());
    }
}
