using ComplaintBot.Tests.Fixtures;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Quality;

namespace ComplaintBot.Tests.Quality;

public sealed class PatternWorkerTests
{
    private static ComplaintDetails Broadband(string place = "北京路 8 号", params string[] about) =>
        new("broadband", "宽带又断了")
        {
            Product = "光猫 X1",
            Place = place,
            AboutStaff = about,
        };

    [Theory, ClassData(typeof(Engines))]
    public async Task The_same_problem_within_half_a_year_is_linked_and_the_measure_that_failed_is_void(string engine)
    {
        await using var office = await Office.OpenAsync(engine);
        var earlier = await office.FilesAsync("C-20261014-0001", "directline:a", Broadband(), Severity.High);
        await office.ClosesAsync(earlier, "分线盒老化进水", "更换分线盒");
        office.Must(earlier, "quality-head", new SignCaseReport("雨季前没有检查", "每季度检查分线盒"));
        await office.StoreAsync(earlier);
        await office.Patterns.CompareAsync(default);

        office.Time.Advance(TimeSpan.FromDays(60));
        // Another customer, another script.
        await office.FilesAsync("C-20261213-0001", "directline:b", Broadband("北京路8號"));
        Assert.Equal(1, await office.Patterns.CompareAsync(default));

        var later = await office.FindAsync("C-20261213-0001");
        var link = Assert.Single(later.Links);
        Assert.Equal(
            ("C-20261014-0001", LinkKind.Recurrence, "分线盒老化进水", "每季度检查分线盒"),
            (link.Ticket, link.Kind, link.Cause, link.Measure)
        );
        earlier = await office.FindAsync("C-20261014-0001");
        Assert.Equal((false, "C-20261213-0001"), (earlier.Effectiveness!.Effective, earlier.Effectiveness.RecurredAs));
        Assert.NotNull(earlier.Pending(DeadlineKind.CaseReport));
        Assert.Contains(
            await office.SentToAsync("quality-head"),
            m => m.Contains("每季度检查分线盒", StringComparison.Ordinal) && m.Contains("C-20261213-0001", StringComparison.Ordinal)
        );
        Assert.Contains(await office.SentToAsync(later.Owner!), m => m.Contains("C-20261014-0001", StringComparison.Ordinal));
        // Compared once: nothing is found again.
        Assert.Equal(0, await office.Patterns.CompareAsync(default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_cause_that_was_there_before_is_found_when_it_is_recorded(string engine)
    {
        await using var office = await Office.OpenAsync(engine);
        await office.ClosesAsync(
            await office.FilesAsync("C-20261014-0001", "directline:a", new("billing", "多收了钱")),
            "系统升级后折扣没有生效",
            "退款"
        );
        await office.FilesAsync("C-20261014-0002", "directline:b", new("billing", "账单不对"));
        await office.Patterns.CompareAsync(default);
        Assert.Empty((await office.FindAsync("C-20261014-0002")).Links);

        office.Time.Advance(TimeSpan.FromDays(1));
        var third = await office.FilesAsync("C-20261015-0001", "directline:c", new("billing", "又多收了"));
        await office.ClosesAsync(third, "系统升级以后折扣没有生效", "退款");
        await office.Patterns.CompareAsync(default);
        Assert.Equal("C-20261014-0001", Assert.Single((await office.FindAsync("C-20261015-0001")).Links).Ticket);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Many_customers_at_once_raise_one_emergency_that_later_ones_join(string engine)
    {
        await using var office = await Office.OpenAsync(engine);
        for (var i = 1; i <= 7; i++)
        {
            await office.FilesAsync($"C-20261014-{i:0000}", $"directline:{i}", Broadband($"北京路 {i} 号"));
            office.Time.Advance(TimeSpan.FromMinutes(2));
            if (i is 4)
                await office.Patterns.CompareAsync(default);
        }
        Assert.False((await office.FindAsync("C-20261014-0001")).Emergency);
        await office.Patterns.CompareAsync(default);

        var head = await office.FindAsync("C-20261014-0001");
        Assert.Equal((true, Severity.Critical, 6), (head.Emergency, head.Severity, head.Links.Count(l => l.Kind == LinkKind.Burst)));
        Assert.Single(head.History, e => e.Event is EmergencyDeclared);
        for (var i = 2; i <= 7; i++)
            Assert.Equal(
                "C-20261014-0001",
                Assert.Single((await office.FindAsync($"C-20261014-{i:0000}")).Links, l => l.Kind == LinkKind.Burst).Ticket
            );
        var card = (await office.SentToAsync("executive")).Last(m => m.Contains("突发事件", StringComparison.Ordinal));
        Assert.Contains("C-20261014-0007", card, StringComparison.Ordinal);
        Assert.Equal(0, await office.Patterns.CompareAsync(default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_complaint_about_a_person_is_linked_to_nothing(string engine)
    {
        await using var office = await Office.OpenAsync(engine);
        for (var i = 1; i <= 6; i++)
            await office.FilesAsync($"C-20261014-{i:0000}", $"directline:{i}", Broadband(about: "network-1"));
        await office.Patterns.CompareAsync(default);
        for (var i = 1; i <= 6; i++)
            Assert.Empty((await office.FindAsync($"C-20261014-{i:0000}")).Links);
    }
}
