using ComplaintBot.People;
using ComplaintBot.People.Directory;
using ComplaintBot.Tests.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.People.Graph;

/// <summary>What the directory tells is kept in the database, grows old, and outlives a directory that is away.</summary>
public sealed class DirectoryWorkerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = Company.Clock();
    private GraphServer _graph = null!;

    public async Task InitializeAsync()
    {
        _graph = await GraphServer.StartAsync();
        Company.Fill(_graph);
    }

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    [Theory, ClassData(typeof(Engines))]
    public async Task One_process_reads_and_another_takes_its_result(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (first, second) = (new OrganisationSource(Company.File), new OrganisationSource(Company.File));

        await Worker(database, first).RefreshAsync(CancellationToken.None);
        var asked = _graph.Asked.Count;
        await Worker(database, second).RefreshAsync(CancellationToken.None);

        Assert.NotNull(first.Current.FindStaff(Company.Li));
        Assert.NotNull(second.Current.FindStaff(Company.Li));
        Assert.Equal(asked, _graph.Asked.Count);
    }

    [Fact]
    public async Task People_are_read_again_after_an_hour_and_presence_after_minutes()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var organisation = new OrganisationSource(Company.File);
        var worker = Worker(database, organisation);
        await worker.RefreshAsync(CancellationToken.None);
        _graph.Asked.Clear();

        _graph.Activities[Company.Li] = "OutOfOffice";
        _time.Advance(TimeSpan.FromMinutes(5));
        await worker.RefreshAsync(CancellationToken.None);

        Assert.Equal("POST /communications/getPresencesByUserId", Assert.Single(_graph.Asked));
        Assert.Contains(Company.Li, organisation.Current.Away);

        _graph.Person(Company.Li, "李伟伟", "Network Operations");
        _time.Advance(TimeSpan.FromHours(1));
        await worker.RefreshAsync(CancellationToken.None);
        Assert.Equal("李伟伟", organisation.Current.FindStaff(Company.Li)!.Name);
    }

    [Fact]
    public async Task After_a_restart_without_the_directory_its_people_are_still_known_and_it_is_said()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await Worker(database, new(Company.File)).RefreshAsync(CancellationToken.None);
        _graph.Fault = _ => (403, "Authorization_RequestDenied", null);
        _time.Advance(TimeSpan.FromDays(2));

        var restarted = new OrganisationSource(Company.File);
        var problems = await Worker(database, restarted).RefreshAsync(CancellationToken.None);

        Assert.NotEmpty(problems);
        Assert.NotNull(restarted.Current.FindStaff(Company.Li));
    }

    [Fact]
    public async Task A_new_file_keeps_what_the_directory_told_and_another_group_in_it_is_read_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var organisation = new OrganisationSource(Company.File with { Directory = new() });
        var worker = Worker(database, organisation);
        await worker.RefreshAsync(CancellationToken.None);
        Assert.Null(organisation.Current.FindStaff(Company.Li));

        organisation.Replace(Company.File);
        await worker.RefreshAsync(CancellationToken.None);
        organisation.Replace(Company.File);

        Assert.NotNull(organisation.Current.FindStaff(Company.Li));
    }

    private DirectoryWorker Worker(TestDatabase database, OrganisationSource organisation) =>
        new(
            Company.Directory(_graph, _time),
            new DirectoryStore(database.Database, _time),
            organisation,
            Company.Settings(_graph),
            _time,
            NullLogger<DirectoryWorker>.Instance
        );
}
