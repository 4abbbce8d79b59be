using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using FsCheck;
using FsCheck.Fluent;
using Understanding.Questions;
using Understanding.Questions.Names;

namespace Understanding.Tests.Questions;

public class QuestionParserTests
{
    private static readonly QuestionParser Parser = new();

    [Theory]
    [InlineData("今天天气怎么样")]
    [InlineData("帮我订一张机票")]
    [InlineData("网络部上个月的利润是多少")]
    [InlineData("你好")]
    [InlineData("what is the weather today")]
    [InlineData("what was our revenue last month")]
    [InlineData("asdf qwerty zxcv")]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("搁置的投诉")]
    public void What_is_no_question_about_complaints_is_unclear_and_comes_with_questions_that_can_be_asked(string text)
    {
        var parsed = Parse(text);
        Assert.Null(parsed.Query);
        Assert.NotEmpty(parsed.Unclear!.Nearest);
        Assert.All(parsed.Unclear.Nearest, q => Assert.Empty(QueryRules.Faults(q, TelecomExample.Organisation)));
    }

    [Theory]
    [InlineData("逾期率是多少", "逾期率")]
    [InlineData("first response timeliness last month", "first response timeliness")]
    [InlineData("本月投訴率", "投訴率")]
    public void A_figure_that_is_not_kept_is_named_rather_than_replaced(string text, string words)
    {
        var unclear = Parse(text).Unclear!;
        Assert.Equal(UnclearReason.UnknownFigure, unclear.Reason);
        Assert.Equal([words], unclear.Words);
    }

    [Theory]
    [InlineData("按产品统计本月投诉")]
    [InlineData("complaints by quarter")]
    public void A_grouping_that_is_not_kept_is_named_rather_than_replaced(string text) =>
        Assert.Equal(UnclearReason.UnknownGrouping, Parse(text).Unclear!.Reason);

    [Fact]
    public void Two_departments_in_one_question_are_meant_together_and_compared_where_a_figure_is_asked()
    {
        Assert.Equal<OneOrMore>(["network", "market"], Parse("网络部和市场部本月的投诉").Query!.Filters!.Department!);
        var query = Parse("网络部和市场部上个月的及时率").Query!;
        Assert.Equal((QueryKind.Metric, Grouping.Department), (query.Kind, query.GroupBy));
    }

    [Theory]
    [InlineData(
        "哪个员工被投诉最多",
        """{"kind":"ranking","metric":"received","groupBy":"about","sort":{"by":"value","order":"desc"},"limit":1}"""
    )]
    [InlineData(
        "谁手上的件最多",
        """{"kind":"ranking","metric":"open","groupBy":"owner","sort":{"by":"value","order":"desc"},"limit":1}"""
    )]
    [InlineData("complaints about Li Wei", """{"kind":"list","filters":{"about":"Li Wei"}}""")]
    [InlineData("电话13911112222的投诉", """{"kind":"list","filters":{"phone":"13911112222"}}""")]
    [InlineData("+86 139-1111-2222 complaints", """{"kind":"list","filters":{"phone":"13911112222"}}""")]
    [InlineData("how many complaints from English customers", """{"kind":"count","filters":{"language":"en"}}""")]
    [InlineData("重开过至少两次的投诉", """{"kind":"list","filters":{"rounds":{"min":3}}}""")]
    [InlineData(
        "投诉至少两次的客户",
        """{"kind":"ranking","metric":"received","groupBy":"customer","sort":{"by":"value","order":"desc"},"having":{"min":2}}"""
    )]
    [InlineData(
        "及时率低于80%的部门",
        """{"kind":"ranking","metric":"timelinessRate","groupBy":"department","sort":{"by":"value","order":"asc"},"having":{"under":0.8}}"""
    )]
    [InlineData("周末收到多少投诉", """{"kind":"count","filters":{"weekdays":["sat","sun"]}}""")]
    [InlineData("晚上10点到早上6点收到多少投诉", """{"kind":"count","filters":{"hours":{"from":22,"to":6}}}""")]
    [InlineData("最近48小时收到多少投诉", """{"kind":"count","period":{"from":"2026-11-19","to":"2026-11-21","last":"PT48H"}}""")]
    [InlineData("last fiscal quarter: how many complaints", """{"kind":"count","period":{"from":"2026-07-01","to":"2026-09-30"}}""")]
    [InlineData("春节以来收到多少投诉", """{"kind":"count","period":{"from":"2026-02-17","to":"2026-11-21"}}""")]
    [InlineData("还没有人接单的投诉", """{"kind":"list","filters":{"status":["received","assigned"]}}""")]
    public void What_managers_ask_beyond_counting_is_read(string text, string query) =>
        Assert.Equal(query, Parse(text).Query is { } read ? QueryJson.Write(read) : Parse(text).Unclear!.Reason.ToString());

    [Fact]
    public void A_word_with_a_meaning_that_was_not_used_is_told() =>
        Assert.Contains("塔楼", string.Concat(Parse("网络部塔楼投诉上个月有多少件").Unused), StringComparison.Ordinal);

    [Fact]
    public void A_question_longer_than_500_characters_is_not_parsed() =>
        Assert.Equal(UnclearReason.TooLong, Parse(new string('件', 501)).Unclear!.Reason);

    [Theory]
    [InlineData("小李手上的件", 2)]
    [InlineData("Li's overdue tickets", 2)]
    [InlineData("李工负责的投诉", 2)]
    [InlineData("李娜的单子", 0)]
    [InlineData("li na 的单子", 0)]
    [InlineData("张敏的单子", 0)]
    public void A_name_that_fits_several_colleagues_is_asked_back(string text, int candidates)
    {
        var parsed = Parser.Parse(text, "zh-CN", TelecomExample.With(("aad-li-na", "李娜")), TelecomExample.Now);
        Assert.NotNull(parsed.Query?.Filters?.Owner);
        Assert.Equal(candidates, parsed.People.SingleOrDefault()?.Candidates.Count ?? 0);
    }

    [Theory]
    [InlineData("Li Wei", "aad-li-wei")]
    [InlineData("wei li", "aad-li-wei")]
    [InlineData("liwei", "aad-li-wei")]
    [InlineData("李偉", "aad-li-wei")]
    [InlineData("小陈", "aad-chen-jie")]
    [InlineData("陈经理", "aad-chen-jie")]
    [InlineData("Manager Zhang", "aad-zhang-min")]
    [InlineData("Alex", "aad-alex")]
    [InlineData("wilber", "aad-alex")]
    [InlineData("aad-ceo", "aad-ceo")]
    public void A_name_is_found_however_it_is_written(string written, string id) =>
        Assert.Equal([id], Colleagues.Match(written, TelecomExample.Organisation).Select(s => s.Id));

    [Fact]
    public void A_full_name_beats_a_part_of_another()
    {
        var organisation = TelecomExample.With(("aad-li-wei-guo", "李伟国"), ("aad-ou", "欧阳娜"));
        Assert.Equal(["aad-li-wei"], Colleagues.Match("李伟", organisation).Select(s => s.Id));
        Assert.Equal(["aad-ou"], Colleagues.Match("Ouyang Na", organisation).Select(s => s.Id));
        Assert.Empty(Colleagues.Match("王五", organisation));
    }

    [Fact]
    public void Words_that_changed_nothing_are_handed_back() => Assert.Equal(["外星"], Parse("上个月外星网络部投诉及时率").Unused);

    [Fact]
    public void Departments_and_categories_are_known_by_alias_and_abbreviation()
    {
        var organisation = TelecomExample.Organisation with
        {
            Departments =
            [
                .. TelecomExample.Organisation.Departments,
                new("after", new LocalizedText("售后服务部"), "aad-alex") { Aliases = ["After-sales", "维修组"] },
            ],
        };
        foreach (
            var text in new[]
            {
                "售后部现在有几件超时",
                "维修组现在有几件超时",
                "How many overdue in after-sales now?",
                "售後服務部現在有幾件超時",
            }
        )
            Assert.Equal<OneOrMore>("after", Parser.Parse(text, "zh-CN", organisation, TelecomExample.Now).Query?.Filters?.Department!);
        Assert.Equal<OneOrMore>("service", Parse("客服部现在有几件超时").Query?.Filters?.Department!);
    }

    [Fact]
    public void Periods_are_whole_days_in_the_organisations_zone()
    {
        // 2026-12-31 16:30 UTC is already New Year in Shanghai.
        var query = Parser
            .Parse("本月收到多少投诉", "zh-CN", TelecomExample.Organisation, new(2026, 12, 31, 16, 30, 0, TimeSpan.Zero))
            .Query!;
        Assert.Equal(new(new(2027, 1, 1), new(2027, 1, 31)), query.Period);
    }

    [Theory]
    [InlineData("超过10天还没处理的投诉", "2026-11-11", null)]
    [InlineData("tickets older than 2 weeks", "2026-11-07", null)]
    [InlineData("逾期超过3天的", "2026-11-18", PeriodOf.Due)]
    public void Age_is_counted_back_from_today(string text, string to, PeriodOf? of)
    {
        var period = Parse(text).Query!.Period!;
        Assert.Equal(
            (DateOnly.MinValue, DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), of),
            (period.From, period.To, period.Of)
        );
    }

    [Fact]
    public void A_comparison_with_a_named_month_uses_the_earlier_question()
    {
        var october = new ComplaintQuery
        {
            Kind = QueryKind.Metric,
            Metric = Metric.TimelinessRate,
            Period = new(new(2026, 10, 1), new(2026, 10, 31)),
        };
        var parsed = Parser.Parse("跟9月比呢", "zh-CN", TelecomExample.Organisation, TelecomExample.Now, october);
        Assert.Equal(Comparison.PreviousPeriod, parsed.Query!.CompareTo);
        parsed = Parser.Parse("versus July", "en", TelecomExample.Organisation, TelecomExample.Now, october);
        Assert.Equal(new(new(2026, 7, 1), new(2026, 7, 31)), parsed.Query!.CompareWith);
    }

    [Fact]
    public void No_text_makes_the_parser_fail()
    {
        var words = QuestionBook
            .Read("dev")
            .SelectMany(l => l.Text.Split(' '))
            .Concat(["\u0000", "\ud800", "🙂", "\u202e", "'; DROP TABLE complaints;--", "[[[", "(((", "99999999999999", "P", "的的的"])
            .ToArray();
        var texts = Gen.Elements(words).ArrayOf().Select(w => string.Join(' ', w.Take(30)));
        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var parsed = Parse(text);
                    return parsed.Query is { } query
                        ? QueryRules.Faults(query, TelecomExample.Organisation).Count == 0
                        : parsed.Unclear is not null;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static ParsedQuestion Parse(string text) => Parser.Parse(text, "zh-CN", TelecomExample.Organisation, TelecomExample.Now);
}
