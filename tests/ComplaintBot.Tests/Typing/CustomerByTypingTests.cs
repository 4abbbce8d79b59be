using Complaints;
using Complaints.Events;

namespace ComplaintBot.Tests.Typing;

/// <summary>The rows of the state table that belong to the customer, and to silence, in each language, by typing through the real
/// conversation.</summary>
public sealed class CustomerByTypingTests
{
    private static string In(string language, string cn, string tw, string en) =>
        language switch
        {
            "zh-CN" => cn,
            "zh-TW" => tw,
            _ => en,
        };

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task T1_a_told_complaint_is_filed_and_promised(string language)
    {
        await using var world = await TypingWorld.BuildAsync();
        var said = await TellAsync(world, "dl_t1", language);

        var ticket = Assert.Single(await world.TicketsOfAsync("dl_t1"));
        Assert.Contains(ticket, said, StringComparison.Ordinal);
        var complaint = await world.ComplaintAsync(ticket);
        Assert.True(complaint.IsOpen);
        Assert.NotNull(complaint.AnswerablePerson);
        Assert.Equal(language, complaint.Complainant.Language);
    }

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task T2_a_draft_that_is_dropped_is_not_filed(string language)
    {
        await using var world = await TypingWorld.BuildAsync();
        await world.CustomerSaysAsync("dl_t2", Story(language), language);
        await world.CustomerSaysAsync("dl_t2", In(language, "取消", "取消", "cancel"), language);
        var said = await world.CustomerSaysAsync("dl_t2", world.Speech.Strings.Text(language, "talk.button.drop"), language);

        Assert.Contains(world.Speech.Strings.Text(language, "talk.draftCancelled"), said, StringComparison.Ordinal);
        Assert.Empty(await world.TicketsOfAsync("dl_t2"));
    }

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task T13_and_T14_not_satisfied_opens_the_next_round_and_satisfied_closes(string language)
    {
        await using var world = await TypingWorld.BuildAsync();
        var asked = await Prepared.InAsync(world, ComplaintState.AwaitingConfirmation, language: language);
        var said = await world.CustomerSaysAsync(
            asked.Customer,
            In(language, "还是不行，晚上又断了", "還是不行，晚上又斷了", "It is still not working, it broke again at night"),
            language
        );
        Assert.Contains(world.Speech.Strings.Text(language, "talk.newRound", ("ticket", asked.Ticket)), said, StringComparison.Ordinal);
        Assert.Equal(
            (ComplaintState.Planning, 2),
            ((await world.ComplaintAsync(asked.Ticket)).State, (await world.ComplaintAsync(asked.Ticket)).Round)
        );

        var satisfied = await Prepared.InAsync(world, ComplaintState.AwaitingConfirmation, language: language);
        said = await world.CustomerSaysAsync(
            satisfied.Customer,
            In(language, "满意，谢谢", "滿意，謝謝", "I am satisfied, thank you"),
            language
        );
        Assert.Contains(
            Said(world, language, "talk.satisfied", satisfied.Ticket),
            said,
            StringComparison.Ordinal
        );
        Assert.Equal(CloseKind.Confirmed, (await world.ComplaintAsync(satisfied.Ticket)).CloseKind);
    }

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task T15_silence_is_asked_again_and_closes_as_unconfirmed(string language)
    {
        await using var world = await TypingWorld.BuildAsync();
        var asked = await Prepared.InAsync(world, ComplaintState.AwaitingConfirmation, language: language);

        var heard = await world.PassAsync(TimeSpan.FromDays(15), asked.Customer);

        var complaint = await world.ComplaintAsync(asked.Ticket);
        Assert.Equal((ComplaintState.Closed, CloseKind.Unconfirmed), (complaint.State, complaint.CloseKind));
        Assert.Equal(world.Organisation.Confirmation.Tries, complaint.History.Count(e => e.Event is ConfirmationAsked));
        Assert.Contains(asked.Ticket, heard, StringComparison.Ordinal);
    }

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task T17_the_customer_withdraws_after_being_asked_whether_they_mean_it(string language)
    {
        await using var world = await TypingWorld.BuildAsync();
        var prepared = await Prepared.InAsync(world, ComplaintState.Planning, language: language);
        await world.CustomerSaysAsync(prepared.Customer, In(language, "我要撤诉", "我要撤訴", "I want to withdraw my complaint"), language);
        Assert.True((await world.ComplaintAsync(prepared.Ticket)).IsOpen);

        var said = await world.CustomerSaysAsync(prepared.Customer, world.Speech.Strings.Text(language, "talk.button.withdraw"), language);
        Assert.Contains(Said(world, language, "talk.withdrawn", prepared.Ticket), said, StringComparison.Ordinal);
        Assert.Equal(ComplaintState.Withdrawn, (await world.ComplaintAsync(prepared.Ticket)).State);
    }

    [Theory]
    [InlineData("zh-CN", ComplaintState.Closed), InlineData("zh-TW", ComplaintState.Closed), InlineData("en", ComplaintState.Closed)]
    [
        InlineData("zh-CN", ComplaintState.Withdrawn),
        InlineData("zh-TW", ComplaintState.Withdrawn),
        InlineData("en", ComplaintState.Withdrawn)
    ]
    [
        InlineData("zh-CN", ComplaintState.NotAccepted),
        InlineData("zh-TW", ComplaintState.NotAccepted),
        InlineData("en", ComplaintState.NotAccepted)
    ]
    public async Task T18_an_ended_complaint_goes_on_by_a_few_words(string language, ComplaintState ended)
    {
        await using var world = await TypingWorld.BuildAsync();
        var prepared = await Prepared.InAsync(world, ended, language: language);
        var words =
            ended == ComplaintState.NotAccepted
                ? In(language, "我不同意，我要申诉", "我不同意，我要申訴", "I do not agree, I want to appeal")
                : In(language, "请重新打开，宽带又断了", "請重新開啟，網路又斷了", "please reopen it, the line broke again");

        var said = await world.CustomerSaysAsync(prepared.Customer, words, language);

        Assert.Contains(world.Speech.Strings.Text(language, "talk.reopened", ("ticket", prepared.Ticket)), said, StringComparison.Ordinal);
        var complaint = await world.ComplaintAsync(prepared.Ticket);
        Assert.True(complaint.IsOpen);
        Assert.Equal(1, complaint.ReopenCount);
    }

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task T19_after_the_window_the_same_words_begin_a_new_complaint_that_follows_up_the_old(string language)
    {
        await using var world = await TypingWorld.BuildAsync();
        var old = await Prepared.InAsync(world, ComplaintState.Closed, language: language);
        world.Clock.Advance(world.Organisation.Confirmation.ReopenConfirmed.ToTimeSpan() + TimeSpan.FromDays(1));

        await world.CustomerSaysAsync(
            old.Customer,
            In(
                language,
                "请重新打开，宽带又断了，没法上网",
                "請重新開啟，寬頻又斷了，無法上網",
                "please reopen it, the broadband is down again"
            ),
            language
        );
        await FileAsync(world, old.Customer, language);

        Assert.Equal(ComplaintState.Closed, (await world.ComplaintAsync(old.Ticket)).State);
        var fresh = await world.ComplaintAsync((await world.TicketsOfAsync(old.Customer))[0]);
        Assert.NotEqual(old.Ticket, fresh.Ticket);
        Assert.Contains(fresh.Links, l => l.Ticket == old.Ticket && l.Kind == LinkKind.FollowsUp);
    }

    [Theory, InlineData("zh-CN"), InlineData("zh-TW"), InlineData("en")]
    public async Task A_customer_can_bring_it_to_the_manager_and_answer_a_question_by_typing(string language)
    {
        await using var world = await TypingWorld.BuildAsync();
        var prepared = await Prepared.InAsync(world, ComplaintState.Planning, language: language);
        var said = await world.CustomerSaysAsync(
            prepared.Customer,
            In(language, "太慢了，我要找你们领导", "太慢了，我要找你們主管", "this is too slow, I want to talk to your manager"),
            language
        );
        Assert.Contains(world.Speech.Strings.Text(language, "talk.escalated", ("ticket", prepared.Ticket)), said, StringComparison.Ordinal);
        Assert.Equal(1, (await world.ComplaintAsync(prepared.Ticket)).EscalationLevel);

        await world.StaffSaysAsync(
            prepared.Owner,
            In(
                language,
                $"{prepared.Ticket} 问客户：光猫是什么型号？",
                $"{prepared.Ticket} 詢問客戶：數據機是什麼型號？",
                $"{prepared.Ticket} ask the customer: which modem is it?"
            )
        );
        Assert.Equal(HoldReason.WaitingCustomer, (await world.ComplaintAsync(prepared.Ticket)).Hold!.Reason);
        await world.CustomerSaysAsync(prepared.Customer, "HG8245", language);
        Assert.Null((await world.ComplaintAsync(prepared.Ticket)).Hold);
    }

    private static string Story(string language) =>
        In(
            language,
            "宽带又断了，上周修过一次，家里没法上网",
            "我家的寬頻又斷了，上週修過一次，完全不能上網",
            "The broadband at home is down again, it was repaired last week"
        );

    private static async Task<string> TellAsync(TypingWorld world, string user, string language)
    {
        await world.CustomerSaysAsync(user, Story(language), language);
        return await FileAsync(world, user, language);
    }

    // Skips what is asked until the summary is there, then submits it.
    private static async Task<string> FileAsync(TypingWorld world, string user, string language)
    {
        for (var asked = 0; asked < 8; asked++)
        {
            var said = await world.CustomerSaysAsync(user, world.Speech.Strings.Text(language, "talk.button.skip"), language);
            if (said.Contains(world.Speech.Strings.Text(language, "intakeSummary.title"), StringComparison.Ordinal))
                break;
        }
        return await world.CustomerPressesAsync(user, language, new { verb = "intake.submit" });
    }

    // The example company opens again what ended within 30 days.
    private static string Said(TypingWorld world, string language, string key, string ticket) =>
        world.Speech.Strings.Text(language, key, ("ticket", ticket), ("days", 30));
}
