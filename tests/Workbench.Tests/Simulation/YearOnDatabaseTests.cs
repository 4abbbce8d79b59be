using System.Globalization;
using ComplaintBot.Tests.Fixtures;
using Workbench.Simulation;

namespace Workbench.Tests.Simulation;

/// <summary>A simulated year on the real store of both engines: the figures balance, and every complaint is read back as it was.</summary>
public sealed class YearOnDatabaseTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_small_year_balances_and_every_complaint_is_read_back_as_it_was(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        Assert.True(await SimulateCommand.PlayAsync(test.Database, complaints: 60, seed: 3, output), output.ToString());

        Assert.Contains("Everything balances.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(60, await test.Database.ScalarAsync<long>("SELECT count(*) FROM complaints"));
    }

    [Fact]
    public async Task What_was_changed_behind_the_programs_back_is_found()
    {
        await using var test = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var year = await PlayedAsync(test);
        await test.Database.ExecuteAsync(
            "DELETE FROM complaint_events WHERE ticket = (SELECT max(ticket) FROM complaint_events) AND version > 3"
        );

        var different = await year.Played.ReadBackAsync(new(year.Company, year.Until));

        Assert.Equal(await test.Database.ScalarAsync<string>("SELECT max(ticket) FROM complaint_events"), Assert.Single(different));
    }

    private static async Task<(YearOnDatabase Played, Complaints.Organisations.Organisation Company, DateTimeOffset Until)> PlayedAsync(
        TestDatabase test
    )
    {
        var company = Complaints.Simulation.SimulatedCompany.Make(seed: 5, handlers: 12, year: 2027);
        var year = new Complaints.Simulation.SimulatedYear(company, 5, 20, new(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        var played = new YearOnDatabase(test.Database, company);
        await played.PlayAsync(year);
        return (played, company, year.Until);
    }
}
