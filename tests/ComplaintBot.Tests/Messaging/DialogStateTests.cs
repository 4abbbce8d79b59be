using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Messaging;

public sealed class DialogStateTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_dialog_is_found_again_as_it_was_left(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var dialogs = new DialogStates(test.Database, new FakeTimeProvider());
        var fresh = await dialogs.LoadAsync("msteams|a:1");
        await SaveAsync(test.Database, dialogs.Save(fresh, """{"step":"category"}"""));
        await SaveAsync(test.Database, dialogs.Save(await dialogs.LoadAsync("msteams|a:1"), """{"step":"确认"}"""));

        var found = await new DialogStates(test.Open(), new FakeTimeProvider()).LoadAsync("msteams|a:1");

        Assert.Equal((null, 0), (fresh.Json, fresh.Version));
        Assert.Equal(("""{"step":"确认"}""", 2), (found.Json, found.Version));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_turns_that_started_from_the_same_state_cannot_both_save(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var dialogs = new DialogStates(test.Database, new FakeTimeProvider());
        var (one, two) = (await dialogs.LoadAsync("k"), await dialogs.LoadAsync("k"));
        await SaveAsync(test.Database, dialogs.Save(one, "1"));

        await Assert.ThrowsAsync<ConcurrencyException>(() => SaveAsync(test.Database, dialogs.Save(two, "2")));
        var (three, four) = (await dialogs.LoadAsync("k"), await dialogs.LoadAsync("k"));
        await SaveAsync(test.Database, dialogs.Save(three, "3"));
        await Assert.ThrowsAsync<ConcurrencyException>(() => SaveAsync(test.Database, dialogs.Save(four, "4")));

        Assert.Equal(("3", 2), ((await dialogs.LoadAsync("k")).Json, (await dialogs.LoadAsync("k")).Version));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Work_that_lost_a_race_is_run_again_on_the_new_state(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var dialogs = new DialogStates(test.Database, new FakeTimeProvider());

        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(i =>
                    Task.Run(() =>
                        UnitOfWork.RunAsync(
                            test.Database,
                            async work =>
                            {
                                var state = await dialogs.LoadAsync("k");
                                work.Add(dialogs.Save(state, state.Json + i));
                            }
                        )
                    )
                )
        );

        Assert.Equal("012", string.Concat((await dialogs.LoadAsync("k")).Json!.Order()));
    }

    private static async Task SaveAsync(Database database, IWrite write)
    {
        var work = new UnitOfWork(database);
        work.Add(write);
        await work.CommitAsync();
    }
}
