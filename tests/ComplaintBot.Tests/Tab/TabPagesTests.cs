using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ComplaintBot.Cards;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using Microsoft.Extensions.Logging.Abstractions;
using Understanding.Questions;

namespace ComplaintBot.Tests.Tab;

/// <summary>What people see in the tab: their work, the board with the figures that questions give, and nothing that is not
/// theirs.</summary>
public sealed partial class TabPagesTests(TabSite site) : IClassFixture<TabSite>
{
    private const string Head = "aad-zhang-min";
    private const string Service = "00000000-0000-0000-0000-0000000000020";
    private const string Quality = "aad-wu-fang";
    private static readonly CardStrings Strings = CardStrings.Load(Path.Combine(AppContext.BaseDirectory, "cards", "strings"));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    [InlineData("en")]
    public async Task A_handler_sees_their_own_work_with_links_into_the_chat_and_nothing_of_the_customer(string language)
    {
        var page = await site.SeesAsync("aad-li-wei", "work", language);
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains(TabSite.OfNetwork, page, StringComparison.Ordinal);
        Assert.Contains(Strings.Text(language, "todo.accept"), page, StringComparison.Ordinal);
        Assert.Contains($"message={TabSite.OfNetwork}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("王建国", page, StringComparison.Ordinal);
        Assert.DoesNotContain(TabSite.CustomersWords, page, StringComparison.Ordinal);
        Assert.DoesNotContain(TabSite.AboutLiWei, page, StringComparison.Ordinal);
        Assert.DoesNotContain(TabSite.OfService, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    [InlineData("en")]
    public async Task The_board_is_not_for_handlers_and_says_so(string language)
    {
        var page = await site.SeesAsync("aad-li-wei", "board", language);
        Assert.Contains(Strings.Text(language, "tab.noBoard"), page, StringComparison.Ordinal);
        Assert.DoesNotContain("C-20260901", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/tab/board?", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_of_whoever_is_accused_sees_and_counts_nothing_of_it_and_other_departments_nothing_of_each_other()
    {
        var head = await site.SeesAsync(Head, "board");
        Assert.DoesNotContain(TabSite.AboutLiWei, head, StringComparison.Ordinal);
        Assert.DoesNotContain(TabSite.OfService, head, StringComparison.Ordinal);
        Assert.DoesNotContain(TabSite.AboutLiWei, await site.SeesAsync(Head, "work"), StringComparison.Ordinal);
        var service = await site.SeesAsync(Service, "board");
        Assert.DoesNotContain(TabSite.OfNetwork, service, StringComparison.Ordinal);
        var (network, all) = (Figures(head), Figures(await site.SeesAsync(Quality, "board")));
        Assert.Equal((2, 4), (network[0], all[0]));
        Assert.Contains(TabSite.AboutLiWei, await site.SeesAsync(Quality, "board"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Head, "zh-CN")]
    [InlineData(Quality, "zh-TW")]
    [InlineData(Service, "en")]
    public async Task The_boards_figures_are_those_that_the_questions_behind_them_give(string person, string language)
    {
        string[] questions = ["tab.ask.open", "example.overdue", "report.askDueToday"];
        var answering = new Answering(site.Database, NullLogger<Answering>.Instance);
        var asker = new Asker(site.Organisation.FindStaff(person)!, site.Organisation);
        var expected = new List<int>();
        foreach (var question in questions.Select(q => Strings.Text(language, q)))
        {
            var now = DateTimeOffset.UtcNow;
            var parsed = new QuestionParser().Parse(question, language, site.Organisation, site.Organisation.Local(now));
            Assert.True(parsed.Query is not null, question);
            expected.Add(
                await answering.AnswerAsync(parsed.Query!, asker, now) switch
                {
                    ListAnswer list => list.Total,
                    FigureAnswer figure => (int)figure.Whole.Now.Numerator,
                    var other => throw new InvalidOperationException($"{question}: {other}"),
                }
            );
        }
        Assert.Equal(expected, Figures(await site.SeesAsync(person, "board", language)));
    }

    [Fact]
    public async Task The_board_is_told_by_department_and_severity_with_parts_that_add_up_and_a_drawing_with_its_numbers_in_words()
    {
        var page = await site.SeesAsync(Quality, "board");
        var open = Figures(page)[0];
        foreach (var by in new[] { "tab.by.department", "tab.by.severity" })
        {
            var table = Tables()
                .Matches(page)
                .Single(t => t.Value.Contains($"<caption>{Strings.Text("zh-CN", by)}<", StringComparison.Ordinal));
            var counts = Counts().Matches(table.Value).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
            Assert.Equal(open, counts.Sum());
        }
        Assert.Matches("<svg[^>]+role=\"img\"[^>]+aria-labelledby", page);
        Assert.Matches("<desc id=\"chart-text\">[^<]*: ", page);
    }

    [Fact]
    public async Task Whoever_looks_is_shown_by_initials_where_there_is_no_picture_and_strangers_see_none()
    {
        var (type, content) = await site.FetchesAsync("aad-li-wei", "photo");
        Assert.Equal("image/svg+xml", type);
        Assert.Contains("李伟", WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(content)), StringComparison.Ordinal);
        using var http = site.Client();
        using var answer = await http.GetAsync(new Uri("/tab/photo", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static List<int> Figures(string page) =>
        [.. Numbers().Matches(page).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("<dd>(?:<a[^>]*>)?(\\d+)")]
    private static partial Regex Numbers();

    [GeneratedRegex("<table class=\"counts\">.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex("</th><td class=\"n\">(\\d+)</td>")]
    private static partial Regex Counts();
}
