using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.Quality;
using ComplaintBot.Tests.Storage;
using Complaints.Handling;
using Complaints.Organisations;

namespace ComplaintBot.Tests.Notices;

/// <summary>Nothing ordinary in quiet hours, no more cards a day than the policy says, one card that asks.</summary>
public sealed class QuietNoticesTests
{
    private static readonly Organisation Company = Filing.Company with
    {
        Calendar = Filing.Company.Calendar with { QuietHours = new(new(22, 0), new(7, 30)) },
    };

    [Theory, ClassData(typeof(Engines))]
    public async Task In_quiet_hours_an_ordinary_assignment_waits_for_its_owners_working_hours(string engine)
    {
        await using var office = await Office.OpenAsync(engine, Company);
        office.Time.SetUtcNow(At(14, 23, 5));
        var complaint = await office.FilesAsync("C-20261014-0001", "directline:1", new("billing", "多收了钱"));
        Assert.Empty(await office.SentToAsync(complaint.Owner!));

        office.Time.SetUtcNow(At(15, 8, 0));
        Assert.Equal(0, await office.SendHeldAsync());
        office.Time.SetUtcNow(At(15, 9, 0));
        Assert.Equal(1, await office.SendHeldAsync());
        Assert.Contains("C-20261014-0001", Assert.Single(await office.SentToAsync(complaint.Owner!)), StringComparison.Ordinal);
        Assert.Equal(0, await office.SendHeldAsync());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_just_wrote_to_the_bot_is_awake_and_gets_it_whatever_the_hour(string engine)
    {
        await using var office = await Office.OpenAsync(engine, Company);
        office.Time.SetUtcNow(At(14, 23, 5));
        foreach (var member in Company.Staff)
            await office.SpokeAsync(member.Id);
        var first = await office.FilesAsync("C-20261014-0001", "directline:1", new("billing", "多收了钱"));
        await office.SendHeldAsync();
        Assert.Contains("C-20261014-0001", Assert.Single(await office.SentToAsync(first.Owner!)), StringComparison.Ordinal);

        // An hour later nobody knows.
        office.Time.SetUtcNow(At(15, 0, 10));
        var second = await office.FilesAsync("C-20261015-0001", "directline:2", new("billing", "又多收了钱"));
        await office.SendHeldAsync();
        Assert.DoesNotContain(await office.SentToAsync(second.Owner!), m => m.Contains("C-20261015-0001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("safety", Severity.Critical)]
    [InlineData("staff-attitude", Severity.High)]
    public async Task What_is_critical_or_falls_due_in_the_night_comes_at_once(string category, Severity severity)
    {
        await using var office = await Office.OpenAsync(TestDatabase.Sqlite, Company);
        office.Time.SetUtcNow(At(14, 23, 5));
        var complaint = await office.FilesAsync("C-20261014-0001", "directline:1", new(category, "有危险"), severity);
        Assert.NotEmpty(await office.SentToAsync(complaint.Owner!));
    }

    [Fact]
    public async Task What_became_of_it_overnight_is_what_comes_in_the_morning_and_many_come_as_one_list()
    {
        await using var office = await Office.OpenAsync(TestDatabase.Sqlite, Company);
        office.Time.SetUtcNow(At(14, 23, 5));
        var first = await office.FilesAsync("C-20261014-0001", "directline:1", new("billing", "多收了钱"));
        var (owner, other) = (first.Owner!, first.Owner == "service-1" ? "service-2" : "service-1");
        office.Must(first, "service-head", new Assign(other));
        await office.StoreAsync(first);
        for (var i = 2; i <= 9; i++)
        {
            var one = await office.FilesAsync($"C-20261014-000{i}", $"directline:{i}", new("billing", "多收了钱"));
            if (one.Owner != other)
                office.Must(one, "service-head", new Assign(other));
            await office.StoreAsync(one);
        }
        office.Time.SetUtcNow(At(15, 9, 0));
        await office.SendHeldAsync();

        Assert.DoesNotContain(await office.NewToAsync(owner), m => m.Contains("C-20261014-0001", StringComparison.Ordinal));
        var list = Assert.Single(await office.NewToAsync(other));
        Assert.Contains("下班后来的 9 件", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_the_days_number_a_digest_comes_once_and_is_then_changed()
    {
        var strict = Company with
        {
            Ladder = Company.Ladder with { DigestAbove = 1 },
            Staff = [.. Company.Staff.Where(s => s.Id != "service-2" && s.Id != "service-3")],
        };
        await using var office = await Office.OpenAsync(TestDatabase.Sqlite, strict);
        for (var i = 1; i <= 3; i++)
            await office.FilesAsync($"C-20261014-000{i}", $"directline:{i}", new("billing", "多收了钱"));
        office.Time.Advance(TimeSpan.FromMinutes(65));
        await office.RunTimersAsync();
        office.Time.Advance(TimeSpan.FromMinutes(31));
        await office.SendDigestsAsync();
        await office.RunTimersAsync();
        office.Time.Advance(TimeSpan.FromMinutes(31));
        await office.SendDigestsAsync();

        var keys = await office.KeysToAsync("service-1");
        var digests = keys.Where(k => k?.StartsWith("digest:", StringComparison.Ordinal) == true).ToList();
        Assert.True(digests.Count >= 2, string.Join(',', keys));
        Assert.Single(digests.Distinct());
    }

    [Fact]
    public async Task A_newer_reminder_of_a_ticket_makes_the_older_one_quiet()
    {
        await using var office = await Office.OpenAsync(TestDatabase.Sqlite, Company);
        var complaint = await office.FilesAsync("C-20261014-0001", "directline:1", new("billing", "多收了钱"));
        foreach (var minutes in new[] { 65, 35 })
        {
            office.Time.Advance(TimeSpan.FromMinutes(minutes));
            await office.RunTimersAsync();
        }
        var sent = await office.SentToAsync(complaint.Owner!);
        Assert.Equal(2, await office.RemindersToAsync(complaint.Owner!));
        Assert.Contains(sent, m => m.Contains("已有新的提醒", StringComparison.Ordinal));
    }

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 10, day, hour, minute, 0, TimeSpan.FromHours(8));
}
