using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;

namespace ComplaintBot.Tests.Storage;

/// <summary>What many write at once goes into few transactions, and nobody feels it.</summary>
public sealed class WriteQueueTests
{
    private static readonly AsyncLocal<string?> Caller = new();

    [Fact]
    public async Task Of_writes_that_are_committed_together_a_failed_one_is_undone_alone()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await test.Database.ExecuteAsync("CREATE TABLE t (n INTEGER PRIMARY KEY)");
        var (first, together) = WhileOneHoldsTheOthersUp(
            test.Database,
            n => n % 5 == 0 ? throw new InvalidOperationException("no") : Task.CompletedTask
        );

        await first;
        var failed = together.Count(t => Record.ExceptionAsync(() => t).GetAwaiter().GetResult() is InvalidOperationException);

        Assert.Equal(4, failed);
        Assert.Equal(16, await test.Database.ScalarAsync<long>("SELECT count(*) FROM t WHERE n % 5 <> 0"));
        Assert.Equal(16, await test.Database.ScalarAsync<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task A_refused_statement_fails_its_own_write_only()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await test.Database.ExecuteAsync("CREATE TABLE t (n INTEGER PRIMARY KEY)");
        await test.Database.ExecuteAsync("INSERT INTO t VALUES (3)");
        var (first, together) = WhileOneHoldsTheOthersUp(test.Database, _ => Task.CompletedTask);

        await first;
        var outcomes = await Task.WhenAll(together.Select(t => Record.ExceptionAsync(() => t)));

        Assert.IsType<Microsoft.Data.Sqlite.SqliteException>(Assert.Single(outcomes, e => e is not null));
        Assert.Equal(20, await test.Database.ScalarAsync<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task A_write_runs_in_the_context_of_its_caller()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        Caller.Value = "somebody else";
        await test.Database.WriteAsync(_ => Task.CompletedTask);

        Caller.Value = "me";
        Assert.Equal("me", await test.Database.WriteAsync(_ => Task.FromResult(Caller.Value)));
    }

    [Fact]
    public async Task A_write_that_was_given_up_while_it_waited_is_not_made()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await test.Database.ExecuteAsync("CREATE TABLE t (n INTEGER)");
        var (inside, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var enough = new CancellationTokenSource();
        var first = test.Database.WriteAsync(_ =>
        {
            inside.SetResult();
            return leave.Task;
        });
        await inside.Task;
        var second = test.Database.ExecuteAsync("INSERT INTO t VALUES (1)", cancellationToken: enough.Token);
        await enough.CancelAsync();
        leave.SetResult();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(0, await test.Database.ScalarAsync<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task After_the_end_nothing_is_written_and_that_is_said()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        var other = test.Open();
        await other.ExecuteAsync("CREATE TABLE t (n INTEGER)");
        await other.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => other.ExecuteAsync("INSERT INTO t VALUES (1)"));
    }

    [Fact]
    public async Task A_statement_that_is_being_read_can_be_run_again_meanwhile()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await test.Database.ExecuteAsync("CREATE TABLE t (n INTEGER)");
        await test.Database.ExecuteAsync("INSERT INTO t VALUES (1), (2), (3)");

        var pairs = await test.Database.ReadAsync(async s =>
        {
            var found = new List<(long, long)>();
            await foreach (var outer in s.StreamAsync<long>("SELECT n FROM t ORDER BY n"))
            {
                foreach (var inner in await s.QueryAsync<long>("SELECT n FROM t ORDER BY n"))
                    found.Add((outer, inner));
            }
            return found;
        });

        Assert.Equal(9, pairs.Distinct().Count());
    }

    [Fact]
    public async Task Lists_of_any_length_may_be_asked_for_one_after_the_other()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await test.Database.ExecuteAsync("CREATE TABLE t (n INTEGER)");
        await test.Database.ExecuteAsync("INSERT INTO t VALUES (1), (2), (3)");

        foreach (var wanted in new int[][] { [1], [1, 2], [], [3, 2, 1], [2] })
            Assert.Equal(
                wanted.Order(),
                await test.Database.QueryAsync<int>(
                    $"SELECT n FROM t WHERE n {test.Database.Dialect.IsOneOf("wanted")} ORDER BY n",
                    new { wanted }
                )
            );
    }

    // The first write holds the queue until all others wait, so that they are written together; number n is inserted, then checked.
    private static (Task First, IReadOnlyList<Task> Together) WhileOneHoldsTheOthersUp(Database database, Func<int, Task> check)
    {
        var leave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = database.WriteAsync(_ => leave.Task);
        List<Task> together =
        [
            .. Enumerable
                .Range(1, 20)
                .Select(n =>
                    database.WriteAsync(async tx =>
                    {
                        await tx.ExecuteAsync("INSERT INTO t VALUES (@n)", new { n });
                        await check(n);
                    })
                ),
        ];
        leave.SetResult();
        return (first, together);
    }
}
