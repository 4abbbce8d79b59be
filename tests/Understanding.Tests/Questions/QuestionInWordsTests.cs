using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using Understanding.Questions;

namespace Understanding.Tests.Questions;

public class QuestionInWordsTests
{
    [Theory]
    [InlineData("上个月网络部投诉及时率多少？", "zh-CN", "理解为：投诉处理及时率 · 部门：网络部 · 2026年10月")]
    [InlineData("三天内到期的严重投诉", "zh-CN", "理解为：投诉清单 · 3天内到期 · 等级：特急")]
    [InlineData("除了资费类，还有多少没关的", "zh-CN", "理解为：投诉件数 · 未结案 · 不含：类别：资费套餐")]
    [InlineData("上週結案的案件匯出成Excel", "zh-TW", "理解為：匯出投訴 · 已結案 · 2026-11-09 至 2026-11-15 結案 · Excel 檔案")]
    [InlineData("第三季及時率和去年同期相比", "zh-TW", "理解為：投訴處理及時率 · 2026年第3季 · 與2025年第3季相比")]
    [InlineData(
        "top 3 categories last month",
        "en",
        "Understood as: category by complaints received, highest first (top 3) · October 2026"
    )]
    [InlineData("show me the 5 oldest open issues", "en", "Understood as: complaints · open · oldest first · first 5")]
    [InlineData("tickets due within 24 hours", "en", "Understood as: complaints · due within 24 hours")]
    [InlineData("complaints between October 1 and October 15", "en", "Understood as: complaints · 1 Oct 2026 – 15 Oct 2026 received")]
    public void A_query_is_said_in_the_readers_language(string text, string language, string said)
    {
        var query = new QuestionParser().Parse(text, language, TelecomExample.Organisation, TelecomExample.Now).Query!;
        Assert.Equal(said, QuestionInWords.UnderstoodAs(query, language, TelecomExample.Organisation));
    }

    [Fact]
    public void Every_query_of_the_book_can_be_said_in_every_language()
    {
        foreach (var query in Book())
        {
            var said = Languages.All.Select(l => QuestionInWords.Say(query, l, TelecomExample.Organisation)).ToList();
            Assert.All(said, s => Assert.DoesNotContain('{', s));
            Assert.DoesNotContain(said[2], said.Take(2));
        }
    }

    [Fact]
    public void Every_piece_but_the_first_can_be_taken_away()
    {
        foreach (var query in Book())
        {
            foreach (var part in QuestionInWords.Parts(query, Languages.En, TelecomExample.Organisation).Skip(1))
            {
                var without = QuestionInWords.Without(query, part.Key);
                Assert.DoesNotContain(part, QuestionInWords.Parts(without, Languages.En, TelecomExample.Organisation));
            }
        }
    }

    [Fact]
    public void Different_queries_of_the_book_are_said_differently()
    {
        var byWords = Book().GroupBy(q => QuestionInWords.Say(q, Languages.ZhCn, TelecomExample.Organisation));
        Assert.All(byWords, g => Assert.Single(g.Select(q => QueryJson.Write(q with { FollowsUp = null })).Distinct()));
    }

    private static IEnumerable<ComplaintQuery> Book() =>
        QuestionBook.Read("dev").Concat(QuestionBook.Read("heldback")).Select(l => QueryJson.Read(l.Query.ToJsonString(), out _)!);
}
