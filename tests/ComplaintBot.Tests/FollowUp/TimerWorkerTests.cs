using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Quality;
using ComplaintBot.Tests.Storage;

namespace ComplaintBot.Tests.FollowUp;

/// <summary>What happens by time beside single reminders: digests for those with many, queues for those who become free.</summary>
public sealed class TimerWorkerTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Who_has_more_reminders_than_anybody_can_follow_gets_one_digest(string engine)
    {
        var organisation = Filing.Company with
        {
            Ladder = Filing.Company.Ladder with { DigestAbove = 2 },
            Staff =
            [
                .. Filing.Company.Staff.Where(s =>
                    s.Id is "service-head" or "service-1" or "quality-head" or "executive" or "network-head" or "market-head"
                ),
            ],
        };
        await using var office = await Office.OpenAsync(engine, organisation);
        for (var i = 1; i <= 6; i++)
            await office.FilesAsync($"C-20261014-{i:0000}", $"directline:{i}", new("billing", "多收了钱"));
        // Half of the time to accept has passed for all six.
        office.Time.Advance(TimeSpan.FromMinutes(65));
        await office.RunTimersAsync();
        Assert.Equal(2, await office.RemindersToAsync("service-1"));
        Assert.Equal(0, await office.SendDigestsAsync());

        office.Time.Advance(TimeSpan.FromMinutes(31));
        await office.RunTimersAsync();
        var before = (await office.SentToAsync("service-1")).Count;
        Assert.True(await office.SendDigestsAsync() >= 1);
        var digest = (await office.SentToAsync("service-1")).Skip(before).Single();
        Assert.Contains("日报", digest, StringComparison.Ordinal);
        Assert.Contains("C-20261014-0006", digest, StringComparison.Ordinal);
        Assert.Equal(0, await office.SendDigestsAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_becomes_free_gets_the_complaint_that_waited_longest(string engine)
    {
        var today = DateOnly.FromDateTime(Filing.Now.DateTime);
        // The only handler of the department is away today.
        var away = Filing.Company with
        {
            Staff =
            [
                .. Filing
                    .Company.Staff.Where(s => s.Department != "service" || s.Id is "service-head" or "service-1")
                    .Select(s =>
                        s.Id == "service-1" ? s with { Capacity = 1, Absences = [new(today, today, null)] } : s with { Absences = [] }
                    ),
            ],
        };
        await using var office = await Office.OpenAsync(engine, away);
        for (var i = 1; i <= 3; i++)
        {
            var complaint = await office.FilesAsync($"C-20261014-{i:0000}", $"directline:{i}", new("billing", "多收了钱"));
            Assert.Equal((null, "service-head"), (complaint.Owner, complaint.Answerable));
            office.Time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(0, await office.SweepQueueAsync());

        office.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await office.SweepQueueAsync());
        Assert.Equal("service-1", (await office.FindAsync("C-20261014-0001")).Owner);
        // One is all they can carry.
        Assert.Null((await office.FindAsync("C-20261014-0002")).Owner);
        Assert.Equal(0, await office.SweepQueueAsync());
    }

    [Fact]
    public async Task The_department_s_channel_sees_the_complaint_without_the_customer()
    {
        var organisation = Filing.Company with
        {
            Departments = [.. Filing.Company.Departments.Select(d => d.Id == "service" ? d with { Channel = "19:team@thread.tacv2" } : d)],
        };
        await using var office = await Office.OpenAsync(TestDatabase.Sqlite, organisation);
        await office.FilesAsync("C-20261014-0001", "directline:1", new("billing", "多收了钱，我的电话13800000000"));
        await office.FilesAsync(
            "C-20261014-0002",
            "directline:2",
            new("staff-attitude", "service-2 态度恶劣") { AboutStaff = ["service-2"] }
        );
        var posts = await office.SentToAsync("19:team@thread.tacv2");
        var post = Assert.Single(posts);
        Assert.Contains("C-20261014-0001", post, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", post, StringComparison.Ordinal);
        Assert.DoesNotContain("林小姐", post, StringComparison.Ordinal);
    }
}
