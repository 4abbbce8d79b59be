using System.Text.Json.Nodes;
using ComplaintBot.Tests.Fixtures;
using Understanding.Questions;
using Xunit.Abstractions;

namespace Understanding.Tests.Questions;

public class QuestionBookTests(ITestOutputHelper output)
{
    [Fact]
    public void The_book_holds_300_questions_a_third_in_each_language_half_of_them_kept_back()
    {
        var (dev, kept) = (QuestionBook.Read("dev"), QuestionBook.Read("heldback"));
        Assert.True(dev.Count + kept.Count >= 300);
        Assert.InRange(kept.Count, dev.Count - 5, dev.Count + 5);
        Assert.All(dev.Concat(kept).GroupBy(l => l.Language), g => Assert.InRange(g.Count(), 100, 120));
        Assert.Equal(dev.Count + kept.Count, dev.Concat(kept).Select(l => l.Id).Distinct().Count());
    }

    [Fact]
    public void The_half_that_was_tuned_on_is_understood()
    {
        var lines = QuestionBook.Read("dev");
        var (met, missed) = QuestionBook.Score(lines);
        output.WriteLine($"exact match {met}/{lines.Count}; missed: {string.Join(' ', missed)}");
        Assert.True(met >= 0.98 * lines.Count, $"{met}/{lines.Count}, missed {string.Join(' ', missed)}");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    [InlineData("en")]
    public void The_half_that_was_kept_back_is_understood_in_each_language(string language)
    {
        var lines = QuestionBook.Read("heldback").Where(l => l.Language == language).ToList();
        var (met, _) = QuestionBook.Score(lines);
        output.WriteLine($"{language}: exact match {met}/{lines.Count}");
        Assert.True(met >= 0.92 * lines.Count, $"{met}/{lines.Count}");
    }

    [Fact]
    public void The_half_that_was_kept_back_is_understood_to_95_percent()
    {
        var lines = QuestionBook.Read("heldback");
        var (met, _) = QuestionBook.Score(lines);
        output.WriteLine($"exact match {met}/{lines.Count}");
        Assert.True(met >= 0.95 * lines.Count, $"{met}/{lines.Count}");
    }

    /// <summary>Written from the published schema alone, later than the book and without sight of the word lists; drawn by lot into
    /// a half to develop with ("more-dev") and one whose single answers were never looked at ("more-heldback").</summary>
    [Theory]
    [InlineData("more-dev", 0.98)]
    [InlineData("more-heldback", 0.92)]
    public void Questions_that_came_later_are_understood(string half, double share)
    {
        var lines = QuestionBook.Read(half);
        var (met, _) = QuestionBook.Score(lines);
        output.WriteLine($"exact match {met}/{lines.Count}");
        Assert.True(met >= share * lines.Count, $"{met}/{lines.Count}");
    }

    [Fact]
    public void Every_query_of_the_book_can_be_read_written_and_executed()
    {
        Assert.All(
            new[] { "dev", "heldback", "more-dev", "more-heldback" }.SelectMany(QuestionBook.Read),
            line =>
            {
                var query = QueryJson.Read(line.Query.ToJsonString(), out var error);
                Assert.True(query is not null, error);
                Assert.Equal(QuestionBook.Canonical(line.Query), QuestionBook.Canonical(JsonNode.Parse(QueryJson.Write(query))));
                Assert.Empty(QueryRules.Faults(query, TelecomExample.Organisation));
            }
        );
    }

    [Fact]
    public void Traditional_and_simplified_characters_mean_the_same()
    {
        var parser = new QuestionParser();
        foreach (
            var (simplified, traditional) in new[]
            {
                ("还没结案的宽带投诉有几件", "還沒結案的寬帶投訴有幾件"),
                ("上个月网络部及时率", "上個月網絡部及時率"),
                ("按严重程度统计未结投诉", "按嚴重程度統計未結投訴"),
                ("只看VIP的", "只看VIP的"),
            }
        )
        {
            var (a, b) = (Parse(simplified), Parse(traditional));
            Assert.NotNull(a);
            Assert.Equal(a, b);
        }

        string? Parse(string text) =>
            parser.Parse(text, "zh-CN", TelecomExample.Organisation, TelecomExample.Now).Query is { } query ? QueryJson.Write(query) : null;
    }
}
