using ComplaintBot.People;
using ComplaintBot.PersonalData;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Trust.Hosting;
using Complaints;
using Complaints.Organisations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.PersonalData;

public sealed class RetentionTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Customers_are_forgotten_when_their_time_is_over(string engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine);
        var organisation = OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation!;
        var arranged = new Arranged(test.Database, organisation);
        var closed = await arranged.InAsync(ComplaintState.Closed, "directline:dl_old", complainant: c => c with { Phone = "13987654321" });
        var open = await arranged.InAsync(
            ComplaintState.InProgress,
            "directline:dl_open",
            complainant: c => c with { Phone = "13987654322" }
        );
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var store = new ComplaintStore(test.Database, new SumsBeside());
        var retention = new PersonalDataRetention(
            test.Database,
            new CustomerErasure(test.Database, store, new(test.Database, new(), TimeProvider.System)),
            new OrganisationSource(organisation),
            new PersonalDataSettings(new Duration(12, 0, TimeSpan.Zero)),
            time,
            NullLogger<PersonalDataRetention>.Instance
        );

        var early = await retention.SweepAsync();
        time.Advance(TimeSpan.FromDays(370));
        var due = await retention.SweepAsync();
        var again = await retention.SweepAsync();

        Assert.Equal((0, 1, 0), (early, due, again));
        Assert.Null((await store.LoadAsync(closed.Ticket))!.Complainant.Phone);
        Assert.Equal("13987654322", (await store.LoadAsync(open.Ticket))!.Complainant.Phone);
        Assert.Null((await new Audit(test.Database).CheckAsync()).Fault);
    }
}
