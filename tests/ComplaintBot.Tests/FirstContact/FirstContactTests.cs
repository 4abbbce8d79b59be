using ComplaintBot.FirstContact;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.People;
using ComplaintBot.People.Graph;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.People.Graph;
using Complaints.Organisations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Ids = ComplaintBot.Tests.People.Graph.Company;

namespace ComplaintBot.Tests.FirstContact;

/// <summary>People who never said hello get the app installed by Microsoft Graph (a stand-in in the documented shapes), once.</summary>
public sealed class FirstContactTests
{
    private static readonly Organisation Organisation = TelecomExample.Organisation with
    {
        Staff =
        [
            new(Ids.Li, "Li", "network"),
            new(Ids.Zhang, "Zhang", "network"),
            new(Ids.Wang, "Wang", "network"),
            new("aad-not-an-object-id", "Trying", "network"),
        ],
    };

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_wrote_is_reached_whoever_took_it_away_is_not_and_of_the_others_nothing_was_heard(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await HeardAsync(database, Ids.Li, active: true);
        await HeardAsync(database, Ids.Zhang, active: false);

        var missing = await new Reach(database.Database).MissingAsync(Organisation.Staff, CancellationToken.None);

        Assert.Equal([("Zhang", false), ("Wang", true), ("Trying", true)], missing.Select(m => (m.Member.Name, m.NeverHeardOf)));
    }

    [Fact]
    public async Task The_app_is_installed_once_for_those_of_whom_nothing_was_heard()
    {
        await using var graph = await GraphServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await HeardAsync(database, Ids.Li, active: true);
        await HeardAsync(database, Ids.Zhang, active: false);
        using var worker = Worker(graph, database);

        Assert.Equal(1, await worker.RunAsync(CancellationToken.None));
        Assert.Equal(0, await worker.RunAsync(CancellationToken.None));

        var (person, app) = Assert.Single(graph.Installed);
        Assert.Equal(Ids.Wang, person);
        Assert.Equal($"{graph.Endpoint}/appCatalogs/teamsApps/our-app", app);
    }

    [Theory]
    [InlineData(409, "Conflict", 3)]
    [InlineData(403, "Forbidden", 0)]
    [InlineData(404, "NotFound", 0)]
    public async Task Somebody_who_has_it_already_is_no_failure_and_a_refusal_stops_nothing(int status, string code, int installed)
    {
        await using var graph = await GraphServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        graph.Fault = path => path.EndsWith("/installedApps", StringComparison.Ordinal) ? (status, code, null) : null;
        using var worker = Worker(graph, database);

        Assert.Equal(installed, await worker.RunAsync(CancellationToken.None));

        Assert.Equal(3, graph.Asked.Count);
    }

    private static FirstContactWorker Worker(GraphServer graph, TestDatabase database)
    {
        var settings = new GraphSettings
        {
            Enabled = true,
            Endpoint = graph.Endpoint,
            TeamsApp = "our-app",
        };
        return new(
            new Reach(database.Database),
            new AppInstaller(GraphConnection.Open(settings, new ConfigurationBuilder().Build()), settings),
            new OrganisationSource(Organisation),
            TimeProvider.System,
            NullLogger<FirstContactWorker>.Instance
        );
    }

    private static Task HeardAsync(TestDatabase database, string id, bool active) =>
        database.Database.ExecuteAsync(
            """
            INSERT INTO conversation_references (lane, person, directory, personal, active, reference, updated_at)
            VALUES (@lane, @lane, @directory, TRUE, @active, '{}', 0)
            """,
            new
            {
                lane = "lane-" + id,
                directory = LaneKey.Person("msteams", id),
                active,
            }
        );
}
