using System.Text.Json;
using ComplaintBot.Conversations;
using ComplaintBot.Tests.Fixtures;
using Understanding;
using Understanding.Local;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports.Asking;

/// <summary>Questions reach the parser of questions and commands the reader of commands; neither takes from the other.</summary>
public class RoutingTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("heldback")]
    public async Task Every_question_of_the_book_is_taken_as_a_question(string half)
    {
        var lost = new List<string>();
        foreach (var line in QuestionBook.Read(half))
        {
            var state = new StaffState
            {
                LastQuery = line.Previous is { } before ? JsonSerializer.SerializeToElement(before, QueryJson.Options) : null,
            };
            var meaning = await ReadAsync(line.Text, line.Language, state, line.Now);
            // Who asks for nothing but their own work is shown it.
            var isOwnWork = meaning.Intent == Intents.Mine && (string?)line.Query["filters"]?["owner"] == "me";
            if (!isOwnWork && !QuestionSigns.IsAsked(line.Text, meaning))
                lost.Add($"{line.Id} {line.Text}");
        }
        Assert.Equal("", string.Join('\n', lost));
    }

    [Theory]
    [InlineData("zh-CN", "接单 C-20261123-0001")]
    [InlineData("zh-CN", "接单")]
    [InlineData("zh-CN", "转给张敏")]
    [InlineData("zh-CN", "把 C-20261123-0001 转给张敏")]
    [InlineData("zh-CN", "原因：光猫老化，上个月也坏过")]
    [InlineData("zh-CN", "方案：更换光猫，三天内完成")]
    [InlineData("zh-CN", "结果：宽带已经修好，客户满意")]
    [InlineData("zh-CN", "告诉客户：师傅今天下午到")]
    [InlineData("zh-CN", "问客户：光猫是哪个型号？")]
    [InlineData("zh-CN", "备注：这位客户上个月投诉过两次")]
    [InlineData("zh-CN", "升级")]
    [InlineData("zh-CN", "完成措施：已更换")]
    [InlineData("zh-TW", "接單")]
    [InlineData("zh-TW", "轉給張敏")]
    [InlineData("zh-TW", "方案：更換數據機")]
    [InlineData("zh-TW", "結果：寬頻已修好")]
    [InlineData("zh-TW", "備註：這位客戶上個月投訴過兩次")]
    [InlineData("en", "accept")]
    [InlineData("en", "accept C-20261123-0001")]
    [InlineData("en", "assign to Zhang Min")]
    [InlineData("en", "cause: equipment: the modem is old, it failed last month too")]
    [InlineData("en", "plan: replace the modem")]
    [InlineData("en", "resolve: the modem was replaced")]
    [InlineData("en", "ask the customer: which modem is it?")]
    [InlineData("en", "note: this customer complained twice last month")]
    [InlineData("en", "escalate")]
    public async Task A_command_stays_a_command_even_after_a_question(string language, string text)
    {
        var state = new StaffState
        {
            LastQuery = JsonSerializer.SerializeToElement(
                new ComplaintQuery
                {
                    Kind = QueryKind.List,
                    Filters = new() { Overdue = true },
                },
                QueryJson.Options
            ),
        };
        Assert.False(await IsAskedAsync(text, language, state, TelecomExample.Now));
    }

    [Theory]
    [InlineData("zh-CN", "解决率上个月多少")]
    [InlineData("zh-CN", "已完成的投诉上个月有几件")]
    [InlineData("zh-CN", "我的工单上个月及时率")]
    [InlineData("zh-TW", "解決率上個月多少")]
    [InlineData("en", "resolution rate last month")]
    public async Task A_question_that_begins_like_a_command_is_a_question(string language, string text) =>
        Assert.True(await IsAskedAsync(text, language, new(), TelecomExample.Now));

    [Theory]
    [InlineData("zh-CN", "您辛苦了")]
    [InlineData("zh-TW", "午餐吃什麼好")]
    [InlineData("en", "let us have lunch together")]
    public async Task Talk_is_neither(string language, string text) =>
        Assert.False(await IsAskedAsync(text, language, new(), TelecomExample.Now));

    private static async Task<bool> IsAskedAsync(string text, string language, StaffState state, DateTimeOffset now) =>
        QuestionSigns.IsAsked(text, await ReadAsync(text, language, state, now));

    private static async Task<Meaning> ReadAsync(string text, string language, StaffState state, DateTimeOffset now)
    {
        var organisation = TelecomExample.Organisation;
        return await new LocalUnderstanding(new(), new QuestionParser()).ReadAsync(
            text,
            new Context
            {
                Language = language,
                Role = SpeakerRole.Manager,
                Now = organisation.Local(now),
                Organisation = organisation,
                Previous = state.PreviousQuestion(),
            },
            CancellationToken.None
        );
    }
}
