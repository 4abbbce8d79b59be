using ComplaintBot.People;
using ComplaintBot.PersonalData;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Storage;
using ComplaintBot.Tests.Trust.Hosting;
using Complaints;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Simulation;

namespace ComplaintBot.Tests.Reports;

/// <summary>The sums that figures are read from are what counting the complaints gives, whatever happens to them.</summary>
public sealed class SumTableTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Whole_lives_with_merging_keep_the_sums_exact(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var (store, sums) = (new ComplaintStore(test.Database, new SumsBeside()), new SumTable(test.Database));
        var company = SimulatedCompany.Make(seed: 11, handlers: 12, year: 2027);
        var year = new SimulatedYear(company, 11, 40, new(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        var quality = company.Staff.First(s => s.Roles.Contains(Role.Quality));
        var (turns, merged) = (0, new HashSet<string>(StringComparer.Ordinal));
        while (year.Next() is { } turn)
        {
            if (merged.Contains(turn.Ticket))
                continue;
            var complaint = year.Play(turn, turn.Kind == HappeningKind.Filed ? null : await store.LoadAsync(turn.Ticket));
            await Filing.SaveAsync(test.Database, store.Save(complaint, company));
            if (
                ++turns % 90 == 0
                && complaint.IsOpen
                && await test.Database.FirstOrDefaultAsync<string>(
                    "SELECT min(ticket) FROM complaints WHERE is_open = 1 AND ticket <> @Ticket",
                    new { complaint.Ticket }
                )
                    is { } other
            )
            {
                var (from, into) = (await store.LoadAsync(complaint.Ticket), await store.LoadAsync(other));
                if (ComplaintDesk.Do(from!, new Merge(into!), new(company, turn.At, Actor.Staff(quality), Channel.Teams)).Ok)
                {
                    await test.Database.WriteAsync(async tx =>
                    {
                        await store.Save(from!, company).ExecuteAsync(tx, CancellationToken.None);
                        await store.Save(into!, company).ExecuteAsync(tx, CancellationToken.None);
                    });
                    merged.Add(from!.Ticket);
                }
            }
            if (turns % 100 == 0)
                Assert.Equal(0, await sums.DifferencesAsync());
        }
        Assert.NotEmpty(merged);
        Assert.Equal(0, await sums.DifferencesAsync());
        Assert.True(await test.Database.ScalarAsync<long>("SELECT count(DISTINCT series) FROM figure_sums WHERE d > 0") >= 8);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Every_state_and_forgetting_the_customer_keep_the_sums_exact(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var (store, sums) = (new ComplaintStore(test.Database, new SumsBeside()), new SumTable(test.Database));
        var organisation = OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation!;
        var arranged = new Arranged(test.Database, organisation);
        foreach (var state in Enum.GetValues<ComplaintState>())
        {
            await arranged.InAsync(state, "directline:dl_" + state);
            Assert.Equal(0, await sums.DifferencesAsync());
        }
        var erasure = new CustomerErasure(test.Database, store, new(test.Database, new(), TimeProvider.System));
        var admin = Actor.Staff(organisation.Staff.First(s => s.Roles.Contains(Role.Admin)));
        foreach (var ended in new[] { ComplaintState.Closed, ComplaintState.Withdrawn, ComplaintState.NotAccepted })
        {
            var (write, refusal) = await erasure.PlanAsync(
                await erasure.TracesAsync("directline:dl_" + ended, CancellationToken.None),
                new(organisation, TimeProvider.System.GetUtcNow().AddDays(1), admin, Channel.Teams),
                CancellationToken.None
            );
            Assert.Null(refusal);
            await Filing.SaveAsync(test.Database, write!);
            Assert.Equal(0, await sums.DifferencesAsync());
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Many_at_once_keep_the_sums_exact(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        await using var other = test.Open();
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var database = i % 2 == 0 ? test.Database : other;
                        var complaint = Filing.File("C-20261014-" + i.ToString("0000", System.Globalization.CultureInfo.InvariantCulture));
                        await Filing.SaveAsync(database, complaint);
                        complaint.MarkStored();
                        Assert.True(Filing.Accept(complaint).Ok);
                        await Filing.SaveAsync(database, complaint);
                    })
                )
        );
        Assert.Equal(0, await new SumTable(test.Database).DifferencesAsync());
        Assert.Equal(
            40,
            await test.Database.ScalarAsync<long>("SELECT sum(d) FROM figure_sums WHERE series = 'Received.0' AND unit = 'm'")
        );
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Sums_that_are_missing_or_of_an_older_definition_are_made_at_start(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var sums = new SumTable(test.Database);
        var complaint = Filing.File("C-20261014-0001");
        Assert.True(Filing.Accept(complaint).Ok);
        await Filing.SaveAsync(test.Database, complaint);
        await test.Database.ExecuteAsync(
            "UPDATE complaints SET first_response_at = received_at + 10000000, first_response_day = NULL, next_due_day = NULL"
        );
        await test.Database.ExecuteAsync("DELETE FROM figure_sums");
        Assert.NotEqual(0, await sums.DifferencesAsync());

        await sums.EnsureAsync(Filing.Company);

        Assert.Equal(0, await sums.DifferencesAsync());
        Assert.Equal("2026-10-14", await test.Database.ScalarAsync<string>("SELECT first_response_day FROM complaints"));
        Assert.NotNull(await test.Database.ScalarAsync<string>("SELECT next_due_day FROM complaints"));
        await test.Database.ExecuteAsync("UPDATE figure_sums SET n = n + 1");
        await sums.EnsureAsync(Filing.Company);
        Assert.NotEqual(0, await sums.DifferencesAsync());
        await test.Database.ExecuteAsync("UPDATE figure_sums_made SET definition = 'older'");
        await sums.EnsureAsync(Filing.Company);
        Assert.Equal(0, await sums.DifferencesAsync());
    }
}
