using Complaints;

namespace ComplaintBot.Tests.Typing;

/// <summary>Many complaints at once by typing: shown first, done after a yes, only what the person may.</summary>
public sealed class HandOverByTypingTests
{
    private const string Manager = "aad-zhang-min";

    [Theory]
    [InlineData("zh-CN", "把李伟的全部投诉转给孙磊", "确定")]
    [InlineData("zh-TW", "把李偉的全部投訴轉給孫磊", "確定")]
    [InlineData("en", "hand over all of Li Wei's complaints to Sun Lei", "yes")]
    public async Task Everything_somebody_has_goes_to_a_colleague_after_a_yes(string language, string words, string yes)
    {
        await using var world = await TypingWorld.BuildAsync();
        var (tickets, waiting) = await OfLiWeiAsync(world, 4);

        var said = await world.StaffSaysAsync(Manager, words);
        Assert.Contains(
            world.Speech.Strings.Text(language, "staff.handOver", ("count", 4), ("from", "李伟"), ("to", "孙磊")),
            said,
            StringComparison.Ordinal
        );
        Assert.Contains(world.Speech.Strings.Text(language, "staff.handOverStays", ("count", 1)), said, StringComparison.Ordinal);
        Assert.All(tickets, t => Assert.Contains(t, said, StringComparison.Ordinal));
        foreach (var ticket in tickets)
            Assert.Equal("aad-li-wei", (await world.ComplaintAsync(ticket)).Owner);

        said = await world.StaffSaysAsync(Manager, yes);
        Assert.Contains("4", said, StringComparison.Ordinal);
        foreach (var ticket in tickets)
            Assert.Equal("aad-sun-lei", (await world.ComplaintAsync(ticket)).Owner);
        Assert.Equal("aad-li-wei", (await world.ComplaintAsync(waiting)).Owner);
    }

    [Theory]
    [InlineData("李伟离职了，把他的投诉分给大家", "确定")]
    [InlineData("李偉要離職，把他的案件平均分配", "確定")]
    [InlineData("Li Wei is leaving, distribute his complaints fairly", "yes")]
    public async Task A_leavers_complaints_are_shared_fairly(string words, string yes)
    {
        await using var world = await TypingWorld.BuildAsync();
        var (tickets, _) = await OfLiWeiAsync(world, 6);
        await world.StaffSaysAsync(Manager, words);
        await world.StaffSaysAsync(Manager, yes);

        var owners = new List<string>();
        foreach (var ticket in tickets)
            owners.Add((await world.ComplaintAsync(ticket)).Owner!);
        Assert.DoesNotContain("aad-li-wei", owners);
        Assert.True(owners.Distinct().Count() > 1, "One colleague got all: " + string.Join(',', owners));
        Assert.True(owners.GroupBy(o => o).Max(g => g.Count()) - owners.GroupBy(o => o).Min(g => g.Count()) <= 2, string.Join(',', owners));
    }

    [Fact]
    public async Task No_does_nothing_and_another_sentence_drops_the_question()
    {
        await using var world = await TypingWorld.BuildAsync();
        var (tickets, _) = await OfLiWeiAsync(world, 2);
        await world.StaffSaysAsync(Manager, "把李伟的全部投诉转给孙磊");
        await world.StaffSaysAsync(Manager, "取消");
        await world.StaffSaysAsync(Manager, "把李伟的全部投诉转给孙磊");
        await world.StaffSaysAsync(Manager, "我的待办");
        await world.StaffSaysAsync(Manager, "确定");
        foreach (var ticket in tickets)
            Assert.Equal("aad-li-wei", (await world.ComplaintAsync(ticket)).Owner);
    }

    [Fact]
    public async Task Whoever_may_not_reassign_sees_nothing_of_it()
    {
        await using var world = await TypingWorld.BuildAsync();
        var (tickets, _) = await OfLiWeiAsync(world, 2);
        var said = await world.StaffSaysAsync("aad-liu-yang", "把李伟的全部投诉转给孙磊");
        Assert.Contains(world.Speech.Strings.Text("zh-CN", "staff.handOverNone", ("from", "李伟")), said, StringComparison.Ordinal);
        Assert.All(tickets, t => Assert.DoesNotContain(t, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("把 {0}、{1} 转给孙磊", "确定")]
    [InlineData("assign {0} and {1} to Sun Lei please", "yes")]
    public async Task Several_tickets_named_one_by_one_are_done_after_a_yes(string words, string yes)
    {
        await using var world = await TypingWorld.BuildAsync();
        var (tickets, _) = await OfLiWeiAsync(world, 3);
        await world.StaffSaysAsync(
            Manager,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, words, tickets[0], tickets[1])
        );
        Assert.Equal("aad-li-wei", (await world.ComplaintAsync(tickets[0])).Owner);
        await world.StaffSaysAsync(Manager, yes);
        Assert.Equal("aad-sun-lei", (await world.ComplaintAsync(tickets[0])).Owner);
        Assert.Equal("aad-sun-lei", (await world.ComplaintAsync(tickets[1])).Owner);
        Assert.Equal("aad-li-wei", (await world.ComplaintAsync(tickets[2])).Owner);
    }

    [Fact]
    public async Task The_first_two_of_the_list_shown_last_are_meant_by_their_place()
    {
        await using var world = await TypingWorld.BuildAsync();
        await OfLiWeiAsync(world, 3);
        await world.StaffSaysAsync(Manager, "李伟有哪些未结的投诉？");
        var said = await world.StaffSaysAsync(Manager, "把前两个转给孙磊");
        Assert.Contains(world.Speech.Strings.Text("zh-CN", "staff.sure"), said, StringComparison.Ordinal);
        await world.StaffSaysAsync(Manager, "确定");
        Assert.Equal(2, (await world.OfOwnerAsync("aad-sun-lei")).Count);
    }

    // So many that Li Wei works on, and one that waits for the customer's answer.
    private static async Task<(List<string> Tickets, string Waiting)> OfLiWeiAsync(TypingWorld world, int count)
    {
        var tickets = new List<string>();
        for (var i = 0; i < count; i++)
            tickets.Add((await Prepared.InAsync(world, ComplaintState.Investigating, owner: "aad-li-wei")).Ticket);
        return (tickets, (await Prepared.InAsync(world, ComplaintState.AwaitingConfirmation, owner: "aad-li-wei")).Ticket);
    }
}
