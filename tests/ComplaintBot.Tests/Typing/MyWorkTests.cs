using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;
using Complaints.Quality;
using Complaints.Work;

namespace ComplaintBot.Tests.Typing;

/// <summary>"My work" by typing, for every role and in every language, on the real conversations and a real database.</summary>
public sealed class MyWorkTests
{
    [Theory]
    [InlineData("zh-CN", "我的待办")]
    [InlineData("zh-TW", "我的待辦")]
    [InlineData("en", "what do I have to do today?")]
    public async Task An_owner_sees_what_to_do_by_when_and_nothing_of_the_customer(string language, string words)
    {
        await using var world = await TypingWorld.BuildAsync();
        var mine = await Prepared.InAsync(world, ComplaintState.Investigating, owner: "aad-li-wei");
        var waiting = await Prepared.InAsync(world, ComplaintState.AwaitingConfirmation, owner: "aad-li-wei");
        var other = await Prepared.InAsync(world, ComplaintState.Investigating, owner: "aad-sun-lei");

        var said = await world.StaffSaysAsync("aad-li-wei", words);

        var strings = world.Speech.Strings;
        Assert.Contains(strings.Text(language, "work.title"), said, StringComparison.Ordinal);
        Assert.Contains(mine.Ticket, said, StringComparison.Ordinal);
        Assert.Contains(strings.Text(language, "todo.firstResponse"), said, StringComparison.Ordinal);
        Assert.Contains(strings.Text(language, "work.waiting", ("count", 1)), said, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.Ticket, said, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Ticket, said, StringComparison.Ordinal);
        Assert.DoesNotContain("又断了", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "我的待办")]
    [InlineData("zh-TW", "我的待辦")]
    [InlineData("en", "show me what is on my plate please")]
    public async Task Quality_sees_its_reports_inspections_and_answers_to_verify(string language, string words)
    {
        await using var world = await TypingWorld.BuildAsync();
        var closed = await Prepared.InAsync(world, ComplaintState.Closed, Severity.High);
        closed.Must(Prepared.OtherQuality, new Rectify("network", "按流程告知进展", world.Clock.GetUtcNow().AddDays(3)));
        closed.Must(closed.Complaint.Rectifications[0].Responsible, new Rectified(null, "已培训", null));
        await world.SaveAsync(closed.Complaint);

        var said = "";
        foreach (var quality in new[] { Prepared.Quality, Prepared.OtherQuality })
            said += await world.StaffSaysAsync(quality, words);

        var strings = world.Speech.Strings;
        Assert.Contains(strings.Text(language, "todo.caseReport"), said, StringComparison.Ordinal);
        Assert.Contains(strings.Text(language, "todo.verify"), said, StringComparison.Ordinal);
        Assert.Contains(closed.Ticket, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_sees_the_plan_to_approve_and_the_notice_to_answer()
    {
        await using var world = await TypingWorld.BuildAsync();
        var plan = await Prepared.InAsync(world, ComplaintState.Planning, Severity.High, owner: "aad-li-wei");
        plan.Must("aad-li-wei", new Complaints.Rounds.ProposePlan("更换光猫"));
        await world.SaveAsync(plan.Complaint);
        var notice = await Prepared.InAsync(world, ComplaintState.Closed);
        notice.Must(Prepared.Quality, new Rectify("network", "按流程告知进展", world.Clock.GetUtcNow().AddDays(3)));
        await world.SaveAsync(notice.Complaint);

        var said = await world.StaffSaysAsync(plan.Head, "我的待办");

        Assert.Contains(world.Speech.Strings.Text("zh-CN", "todo.approve"), said, StringComparison.Ordinal);
        Assert.Contains(world.Speech.Strings.Text("zh-CN", "todo.rectification"), said, StringComparison.Ordinal);
        Assert.Contains(plan.Ticket, said, StringComparison.Ordinal);
        Assert.Contains(notice.Ticket, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_leaves_the_list_and_an_empty_list_says_so()
    {
        await using var world = await TypingWorld.BuildAsync();
        var mine = await Prepared.InAsync(world, ComplaintState.Assigned, owner: "aad-li-wei");
        Assert.Contains(mine.Ticket, await world.StaffSaysAsync("aad-li-wei", "我的待办"), StringComparison.Ordinal);
        mine.Must("aad-li-wei", new Complaints.Handling.Decline("不是我的专业"));
        await world.SaveAsync(mine.Complaint);
        var said = await world.StaffSaysAsync("aad-li-wei", "我的待办");
        Assert.DoesNotContain(mine.Ticket, said, StringComparison.Ordinal);
        Assert.Contains(world.Speech.Strings.Text("zh-CN", "work.none"), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_are_sorted_by_what_is_due_and_paged()
    {
        await using var world = await TypingWorld.BuildAsync();
        var tickets = new List<(string Ticket, DateTimeOffset Due)>();
        for (var i = 0; i < 11; i++)
        {
            var one = await Prepared.InAsync(
                world,
                ComplaintState.Investigating,
                i % 2 == 0 ? Severity.Low : Severity.Medium,
                owner: "aad-li-wei"
            );
            tickets.Add((one.Ticket, WhoseTurn.Of(one.Complaint, ContextOf(world)).First(w => w.Person == "aad-li-wei").Due!.Value));
        }
        var said = await world.StaffSaysAsync("aad-li-wei", "我的待办");
        var expected = tickets.OrderBy(t => t.Due).ThenBy(t => t.Ticket, StringComparer.Ordinal).Select(t => t.Ticket).ToList();
        var places = expected.Take(8).Select(t => said.IndexOf(t, StringComparison.Ordinal)).ToList();
        Assert.All(places, p => Assert.True(p >= 0, said));
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(expected[^1], said, StringComparison.Ordinal);
        Assert.Contains(world.Speech.Strings.Text("zh-CN", "bundle.headline", ("count", 11)), said, StringComparison.Ordinal);
    }

    private static CommandContext ContextOf(TypingWorld world) =>
        new(world.Organisation, world.Clock.GetUtcNow(), Actor.System, Channel.Teams);
}
