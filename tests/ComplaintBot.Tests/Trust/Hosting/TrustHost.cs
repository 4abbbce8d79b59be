using ComplaintBot.People;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;
using Complaints.Organisations;

namespace ComplaintBot.Tests.Trust.Hosting;

/// <summary>The real host with the example organisation on SQLite, a stand-in for Teams, and complaints written beside it. Visitors
/// may be fast.</summary>
public sealed class TrustHost : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private StaffChannel _staff = null!;

    internal RunningBot Bot { get; private set; } = null!;

    internal StaffChannel Staff => _staff;

    internal TestDatabase Database => _database;

    internal Organisation Organisation { get; } = OrganisationFile.Load(OrganisationFile.ExamplePath).Organisation!;

    internal Arranged Arranged => new(_database.Database, Organisation);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        Bot = await RunningBot.StartAsync(_database.ConnectionString, null, [.. NoLimits]);
        _staff = await StaffChannel.StartAsync(Bot.Address);
    }

    /// <summary>Settings with which the limits of the web channel, tested elsewhere, are out of the way.</summary>
    public static IEnumerable<(string, string)> NoLimits =>
        new[] { "PerUser", "PerConversation", "PerAddress", "UploadMegabytesPerUser", "ReadsPerConversation" }.SelectMany(l =>
            new[] { ($"DirectLine:Limits:{l}:Burst", "10000000"), ($"DirectLine:Limits:{l}:Every", "00:00:00.001") }
        );

    public async Task DisposeAsync()
    {
        await _staff.DisposeAsync();
        await Bot.DisposeAsync();
        await _database.DisposeAsync();
    }
}
