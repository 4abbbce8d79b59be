using System.Text.Json.Nodes;
using Complaints;

namespace ComplaintBot.Tests.Typing;

/// <summary>Traps of conversations that other ticket systems fell into, through the real conversation.</summary>
public sealed class ConversationTrapTests
{
    [Fact]
    public async Task Every_customer_of_merged_complaints_hears_the_result_and_words_to_the_merged_one_reach_the_survivor()
    {
        await using var world = await TypingWorld.BuildAsync();
        var (survivor, merged) = (
            await Prepared.InAsync(world, ComplaintState.InProgress),
            await Prepared.InAsync(world, ComplaintState.Assigned)
        );
        await world.StaffSaysAsync(Prepared.Quality, $"把 {merged.Ticket} 合并到 {survivor.Ticket}");
        await world.StaffSaysAsync(Prepared.Quality, "是");
        await world.StaffSaysAsync(survivor.Owner, $"{survivor.Ticket} 完成措施：光猫已更换");
        await world.StaffSaysAsync(survivor.Owner, $"{survivor.Ticket} 结果：两家的线路都已修复");

        Assert.Contains("两家的线路都已修复", await world.CustomerHeardAsync(survivor.Customer), StringComparison.Ordinal);
        Assert.Contains("两家的线路都已修复", await world.CustomerHeardAsync(merged.Customer), StringComparison.Ordinal);

        await world.CustomerSaysAsync(merged.Customer, "还是不行，晚上又断了", "zh-CN");
        Assert.Equal(
            (ComplaintState.Planning, 2),
            ((await world.ComplaintAsync(survivor.Ticket)).State, (await world.ComplaintAsync(survivor.Ticket)).Round)
        );
        Assert.Equal(ComplaintState.Merged, (await world.ComplaintAsync(merged.Ticket)).State);
    }

    [Fact]
    public async Task Somebody_elses_number_in_a_message_attaches_nothing_and_tells_nothing()
    {
        await using var world = await TypingWorld.BuildAsync();
        var (theirs, mine) = (
            await Prepared.InAsync(world, ComplaintState.AwaitingConfirmation),
            await Prepared.InAsync(world, ComplaintState.Planning)
        );
        var before = (await world.ComplaintAsync(theirs.Ticket)).Version;

        var said =
            await world.CustomerSaysAsync(mine.Customer, $"{theirs.Ticket} 满意", "zh-CN")
            + await world.CustomerSaysAsync(mine.Customer, $"{theirs.Ticket} 还是不行，又断了", "zh-CN");

        Assert.Equal(before, (await world.ComplaintAsync(theirs.Ticket)).Version);
        Assert.DoesNotContain("光猫已更换", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_in_Teams_carries_words_for_the_notification()
    {
        await using var world = await TypingWorld.BuildAsync();
        var prepared = await Prepared.InAsync(world, ComplaintState.Assigned);
        await world.StaffSaysAsync(prepared.Owner, $"接单 {prepared.Ticket}");

        var cards = (await world.SentAsync()).Select(p => JsonNode.Parse(p)!).Where(m => m["attachments"]?.AsArray().Count > 0).ToList();
        Assert.NotEmpty(cards);
        Assert.All(cards, m => Assert.False(string.IsNullOrWhiteSpace(m["summary"]?.GetValue<string>())));
    }

    [Fact]
    public async Task A_stranger_in_Teams_cannot_do_anything_by_typing()
    {
        await using var world = await TypingWorld.BuildAsync();
        var prepared = await Prepared.InAsync(world, ComplaintState.Assigned);
        var said = await world.StaffSaysAsync("aad-nobody", $"接单 {prepared.Ticket}");

        Assert.Equal(ComplaintState.Assigned, (await world.ComplaintAsync(prepared.Ticket)).State);
        Assert.DoesNotContain("宽带又断了", said, StringComparison.Ordinal);
    }
}
