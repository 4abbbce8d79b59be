using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Cards;
using Workbench.Measuring;

namespace Workbench.Tests.Measuring;

public class UnderstandCommandTests
{
    internal static readonly string HeldBack = Path.Combine(CardFolders.Repository, "tests", "Understanding.Tests", "HeldBack");

    private static async Task<(int Code, List<JsonNode> Lines)> AskAsync(string input, string? history = null)
    {
        using var output = new MemoryStream();
        var code = await UnderstandCommand.RunAsync(
            new() { History = history },
            new MemoryStream(Encoding.UTF8.GetBytes(input)),
            output,
            TextWriter.Null,
            TimeProvider.System
        );
        return (
            code,
            [
                .. Encoding
                    .UTF8.GetString(output.ToArray())
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(l => JsonNode.Parse(l)!),
            ]
        );
    }

    [Fact]
    public async Task Each_line_is_answered_with_its_id_by_the_published_schema()
    {
        var (code, lines) = await AskAsync(
            """
            {"id":"7","text":"上个月网络部投诉及时率多少","lang":"zh-CN","role":"manager","now":"2026-11-21T10:00:00+08:00"}
            {"id":8,"text":"宽带断了，店里没法营业","now":"2026-11-21T10:00:00"}
            {"id":"d","text":"上周二去过","lang":"zh-CN","now":"2026-11-21T10:00:00","task":"dates"}
            """
        );
        Assert.Equal(0, code);
        Assert.Equal(
            """{"id":"7","intent":"ask","query":{"kind":"metric","metric":"timelinessRate","filters":{"department":"network"}"""
                + ""","period":{"from":"2026-10-01","to":"2026-10-31"}}}""",
            lines[0].ToJsonString()
        );
        Assert.Equal(
            (8, "complain", "broadband", "high"),
            (lines[1]["id"]!.GetValue<int>(), (string)lines[1]["intent"]!, (string)lines[1]["category"]!, (string)lines[1]["severity"]!)
        );
        Assert.Equal("2026-11-10", (string)lines[2]["dates"]![0]!["from"]!);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_answered_with_what_is_wrong_and_the_others_go_on()
    {
        var (code, lines) = await AskAsync(
            """
            not json
            {"id":"1"}
            {"id":"2","text":"你好"}
            """
        );
        Assert.Equal(1, code);
        Assert.NotNull(lines[0]["error"]);
        Assert.NotNull(lines[1]["error"]);
        Assert.Equal("greeting", (string)lines[2]["intent"]!);
    }

    [Fact]
    public async Task Categories_of_a_history_are_learnt_and_the_same_history_gives_the_same_answers()
    {
        var history = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            history,
            Enumerable
                .Range(0, 20)
                .SelectMany(i =>
                    new[]
                    {
                        $$"""{"text":"card not arrived yet {{i}}","category":"card_arrival"}""",
                        $$"""{"text":"the exchange rate is wrong {{i}}","category":"rate"}""",
                    }
                )
        );
        var input = """{"id":"1","text":"where is my card, it has not arrived","lang":"en"}""";
        var (first, second) = (await AskAsync(input, history), await AskAsync(input, history));
        Assert.Equal("card_arrival", (string)first.Lines[0]["category"]!);
        Assert.Equal(first.Lines[0].ToJsonString(), second.Lines[0].ToJsonString());
    }

    [Fact]
    public void Intents_reach_their_aim_on_texts_that_learning_never_saw()
    {
        var report = new StringWriter();
        Assert.Equal(0, EvaluateCommand.Run(new() { Folders = [HeldBack] }, report, TimeProvider.System));
        var figures = report
            .ToString()
            .Split('\n')
            .Where(l => l.StartsWith("intent.heldback", StringComparison.Ordinal))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(l => l.Length > 5 && l[2] == "intent")
            .ToList();
        Assert.Equal(3, figures.Count);
        Assert.All(figures, f => Assert.True(double.Parse(f[5], CultureInfo.InvariantCulture) >= 0.85, string.Join(' ', f)));
    }
}
