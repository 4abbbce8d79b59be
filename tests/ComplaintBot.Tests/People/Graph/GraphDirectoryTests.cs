using ComplaintBot.People.Directory;

namespace ComplaintBot.Tests.People.Graph;

/// <summary>The real client of Microsoft Graph against a stand-in that answers as the service's reference says.</summary>
public sealed class GraphDirectoryTests : IAsyncLifetime
{
    private GraphServer _graph = null!;
    private IDirectory _directory = null!;

    public async Task InitializeAsync()
    {
        _graph = await GraphServer.StartAsync();
        Company.Fill(_graph);
        _directory = Company.Directory(_graph, Company.Clock());
    }

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    [Fact]
    public async Task All_pages_of_a_group_are_read_and_people_come_in_batches()
    {
        var read = await ReadAsync();

        Assert.Empty(read.Problems);
        Assert.Equal([Company.InFile, Company.Li, Company.Zhang, Company.Wang], read.Snapshot.People.Select(p => p.Id));
        var zhang = read.Snapshot.People.Single(p => p.Id == Company.Zhang);
        Assert.Equal([Company.Handlers, Company.Managers], zhang.Groups);
        Assert.Equal("China Standard Time", zhang.TimeZone);
        Assert.Equal(Company.Zhang, read.Snapshot.People.Single(p => p.Id == Company.Li).Manager);
        Assert.Equal(2, _graph.Asked.Count(a => a.Contains(Company.Handlers, StringComparison.Ordinal)));
        // Two batches for everything about four people, not eight calls.
        Assert.Equal(2, _graph.Asked.Count(a => a == "POST /$batch"));
    }

    [Fact]
    public async Task More_people_than_one_batch_takes_are_all_read()
    {
        var many = Enumerable.Range(100, 45).Select(i => $"22222222-0000-4000-8000-000000000{i}").ToArray();
        foreach (var id in many)
            _graph.Person(id, "P" + id[^3..], "客服中心");
        _graph.Groups[Company.Handlers] = many[..9];
        _graph.Groups[Company.Managers] = many[..9];
        var file = Company.File with { Staff = [.. many.Select(id => new Complaints.Organisations.StaffMember(id, "x", "service"))] };

        var read = await _directory.ReadPeopleAsync(file, new(), CancellationToken.None);

        Assert.Empty(read.Problems);
        Assert.Equal(45, read.Snapshot.People.Count);
        Assert.All(read.Snapshot.People, p => Assert.Equal("P" + p.Id[^3..], p.Name));
    }

    [Fact]
    public async Task Only_what_is_used_is_asked_for()
    {
        await ReadAsync();

        Assert.Contains(_graph.Asked, a => a.StartsWith($"GET /users/{Company.Li}?", StringComparison.Ordinal));
        Assert.All(
            _graph.Asked.Where(a => a.StartsWith($"GET /users/{Company.Li}?", StringComparison.Ordinal)),
            a =>
            {
                Assert.Contains("$select=id,displayName,department,accountEnabled,preferredLanguage", a, StringComparison.Ordinal);
                Assert.Contains("$expand=manager($select=id)", a, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_call_that_is_throttled_waits_as_long_as_it_is_told_and_succeeds()
    {
        var left = 2;
        _graph.Fault = path =>
            path.StartsWith("/groups/" + Company.Managers, StringComparison.Ordinal) && left-- > 0 ? (429, "TooManyRequests", 1) : null;

        var read = await ReadAsync();

        Assert.Empty(read.Problems);
        Assert.Contains(Company.Managers, read.Snapshot.People.Single(p => p.Id == Company.Zhang).Groups);
        Assert.Equal(3, _graph.Asked.Count(a => a.Contains("/groups/" + Company.Managers, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_part_of_a_batch_that_is_throttled_is_asked_again_and_the_others_are_not()
    {
        var left = 1;
        _graph.Fault = path => path == "/users/" + Company.Li && left-- > 0 ? (429, "TooManyRequests", 1) : null;

        var read = await ReadAsync();

        Assert.Empty(read.Problems);
        Assert.Contains(read.Snapshot.People, p => p.Id == Company.Li);
        Assert.Equal(2, _graph.Asked.Count(a => a.StartsWith($"GET /users/{Company.Li}?", StringComparison.Ordinal)));
        Assert.Equal(1, _graph.Asked.Count(a => a.StartsWith($"GET /users/{Company.Zhang}?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_person_who_cannot_be_told_stays_as_known_and_the_others_are_new()
    {
        var before = (await ReadAsync()).Snapshot;
        _graph.Person(Company.Li, "New name", "客服中心");
        _graph.Person(Company.Wang, "New name", "客服中心");
        _graph.Fault = path => path == "/users/" + Company.Li ? (500, "InternalServerError", null) : null;

        var read = await _directory.ReadPeopleAsync(Company.File, before, CancellationToken.None);

        Assert.Equal("李伟", read.Snapshot.People.Single(p => p.Id == Company.Li).Name);
        Assert.Equal("New name", read.Snapshot.People.Single(p => p.Id == Company.Wang).Name);
        Assert.Contains("1 of 4 people", Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/groups/", "GroupMember.Read.All")]
    [InlineData("/users/", "User.Read.All")]
    [InlineData("/mailboxSettings", "MailboxSettings.Read")]
    [InlineData("/communications/", "Presence.Read.All")]
    public async Task A_permission_that_is_missing_is_named_and_what_was_known_stays(string address, string permission)
    {
        var before = (await ReadAsync()).Snapshot;
        _graph.Fault = path => path.Contains(address, StringComparison.Ordinal) ? (403, "Authorization_RequestDenied", null) : null;

        var read = await _directory.ReadPeopleAsync(Company.File, before, CancellationToken.None);

        Assert.Contains(
            read.Problems,
            p => p.Contains(permission, StringComparison.Ordinal) && p.Contains("403", StringComparison.Ordinal)
        );
        // What somebody at the service wrote for developers may name people: it never gets into a log.
        Assert.DoesNotContain(read.Problems, p => p.Contains('@', StringComparison.Ordinal));
        Assert.Equal(before.People.Select(Told), read.Snapshot.People.Select(Told));
    }

    [Fact]
    public async Task Automatic_replies_and_out_of_office_in_Teams_are_told()
    {
        _graph.Replies[Company.Li] = ("scheduled", "2026-11-20T01:00:00.0000000", "2026-11-23T01:00:00.0000000");
        _graph.Activities[Company.Wang] = "OutOfOffice";
        _graph.Activities[Company.Zhang] = "Offline";

        var read = await ReadAsync();

        var li = read.Snapshot.People.Single(p => p.Id == Company.Li);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero), li.RepliesFrom);
        Assert.Equal([Company.Wang], read.Snapshot.OutOfOffice);
    }

    [Fact]
    public async Task Somebody_without_a_mailbox_is_no_failure_and_somebody_who_left_is_gone()
    {
        _graph.Zones.Remove(Company.Li);
        _graph.Users.Remove(Company.Wang);

        var read = await ReadAsync();

        Assert.Empty(read.Problems);
        Assert.Null(read.Snapshot.People.Single(p => p.Id == Company.Li).TimeZone);
        Assert.DoesNotContain(read.Snapshot.People, p => p.Id == Company.Wang);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_said_and_nothing_is_lost()
    {
        var before = (await ReadAsync()).Snapshot;
        await _graph.DisposeAsync();

        var read = await _directory.ReadPeopleAsync(Company.File, before, CancellationToken.None);

        Assert.Contains(read.Problems, p => p.Contains("cannot be reached", StringComparison.Ordinal));
        Assert.Equal(before.People.Select(Told), read.Snapshot.People.Select(Told));
        Assert.Equal(before.PeopleAt, read.Snapshot.PeopleAt);
    }

    private Task<DirectoryReading> ReadAsync() => _directory.ReadPeopleAsync(Company.File, new(), CancellationToken.None);

    private static (string, string, string?, string?, string) Told(DirectoryPerson p) =>
        (p.Id, p.Name, p.Department, p.TimeZone, string.Join(',', p.Groups));
}
