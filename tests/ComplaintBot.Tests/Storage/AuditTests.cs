using ComplaintBot.Operation;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;

namespace ComplaintBot.Tests.Storage;

public sealed class AuditTests
{
    private const string Second = "C-20261014-0002";

    private static async Task<TestDatabase> WithThreeComplaintsAsync(string engine)
    {
        var test = await TestDatabase.CreateAsync(engine);
        for (var n = 1; n <= 3; n++)
        {
            var complaint = Filing.File($"C-20261014-{n:0000}");
            Filing.Accept(complaint);
            await Filing.SaveAsync(test.Database, complaint);
        }
        return test;
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Untouched_history_verifies(string engine)
    {
        await using var test = await WithThreeComplaintsAsync(engine);

        var result = await new Audit(test.Database).CheckAsync();

        Assert.Null(result.Fault);
        Assert.Equal(
            (3, await test.Database.ScalarAsync<long>("SELECT count(*) FROM complaint_events")),
            (result.Complaints, result.Events)
        );
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_empty_database_verifies(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);

        Assert.Equal(new AuditResult(0, 0, null), await new Audit(test.Database).CheckAsync());
    }

    [Theory]
    [InlineData("UPDATE complaint_events SET event = replace(event, '宽带', '电视') WHERE ticket = @Second AND version = 1", 1)]
    [InlineData("UPDATE complaint_events SET event = 'no json at all' WHERE ticket = @Second AND version = 2", 2)]
    [InlineData("UPDATE complaint_events SET at = at + 10 WHERE ticket = @Second AND version = 2", 2)]
    [InlineData("UPDATE complaint_events SET by_id = 'service-head' WHERE ticket = @Second AND version = 1", 1)]
    [InlineData("UPDATE complaint_events SET by_kind = 'Nobody' WHERE ticket = @Second AND version = 3", 3)]
    [InlineData("UPDATE complaint_events SET hash = '00' WHERE ticket = @Second AND version = 2", 2)]
    [InlineData("DELETE FROM complaint_events WHERE ticket = @Second AND version = 1", 2)]
    [InlineData("DELETE FROM complaint_events WHERE ticket = @Second AND version = 3", 4)]
    public async Task What_was_changed_is_named(string tampering, int version)
    {
        foreach (var engine in (string[])[TestDatabase.Sqlite, TestDatabase.Postgres])
        {
            await using var test = await WithThreeComplaintsAsync(engine);
            await test.Database.ExecuteAsync(tampering, new { Second });

            var result = await new Audit(test.Database).CheckAsync();

            Assert.Equal((Second, version), (result.Fault?.Ticket, result.Fault?.Version));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Events_cut_off_at_the_end_are_missed(string engine)
    {
        await using var test = await WithThreeComplaintsAsync(engine);
        var last = await test.Database.ScalarAsync<int>("SELECT max(version) FROM complaint_events WHERE ticket = @Second", new { Second });
        await test.Database.ExecuteAsync("DELETE FROM complaint_events WHERE ticket = @Second AND version = @last", new { Second, last });

        var result = await new Audit(test.Database).CheckAsync();

        Assert.Equal((Second, last), (result.Fault?.Ticket, result.Fault?.Version));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_ticket_whose_events_are_all_gone_is_named(string engine)
    {
        await using var test = await WithThreeComplaintsAsync(engine);
        await test.Database.ExecuteAsync("DELETE FROM complaint_events WHERE ticket = @Second", new { Second });

        var result = await new Audit(test.Database).CheckAsync();

        Assert.Equal((Second, null), (result.Fault?.Ticket, result.Fault?.Version));
    }

    [Fact]
    public async Task The_command_says_what_it_found_and_its_exit_code_tells_it()
    {
        await using var test = await WithThreeComplaintsAsync(TestDatabase.Sqlite);
        string[] arguments = ["--ConnectionStrings:ComplaintBot", test.ConnectionString];
        using var whole = new StringWriter();
        using var broken = new StringWriter();
        using var nowhere = new StringWriter();

        var good = await VerifyAuditCommand.RunAsync(arguments, whole);
        await test.Database.ExecuteAsync(
            "UPDATE complaint_events SET command = 'x' WHERE ticket = @Second AND version = 1",
            new { Second }
        );
        var bad = await VerifyAuditCommand.RunAsync(arguments, broken);
        string[] noServer = ["--ConnectionStrings:ComplaintBot", "Host=127.0.0.1;Port=1;Timeout=2"];
        var unreadable = await VerifyAuditCommand.RunAsync(noServer, nowhere);

        Assert.Equal((0, 1, 2), (good, bad, unreadable));
        Assert.StartsWith("3 complaints with ", whole.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"BROKEN: {Second}, event 1: ", broken.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("The database cannot be read: ", nowhere.ToString(), StringComparison.Ordinal);
    }
}
