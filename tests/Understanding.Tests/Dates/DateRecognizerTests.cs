using Understanding.Dates;

namespace Understanding.Tests.Dates;

/// <summary>Now is Saturday 21 November 2026, 10:00 in Shanghai.</summary>
public class DateRecognizerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8));

    private static string Read(string text, RangeReading ranges = RangeReading.IncludesEnd, string? language = null) =>
        string.Join(
            " ",
            DateRecognizer
                .Recognize(text, Now, ranges, language)
                .Select(m => m.From == m.To ? $"{m.From:yyyy-MM-dd}" : $"{m.From:yyyy-MM-dd}..{m.To:yyyy-MM-dd}")
        );

    [Theory]
    [InlineData("你们昨天送来的垫板开裂了", "2026-11-20")]
    [InlineData("前天晚上就断网了", "2026-11-19")]
    [InlineData("大前天报的修", "2026-11-18")]
    [InlineData("后天来行不行", "2026-11-23")]
    [InlineData("三天前已经打过电话", "2026-11-18")]
    [InlineData("两个星期之前", "2026-11-07")]
    [InlineData("半年前装的宽带", "2026-05-21")]
    [InlineData("一年半以前", "2025-05-21")]
    [InlineData("两小时前停的电", "2026-11-21")]
    public void Relative_days_in_simplified_Chinese(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("上周二家里断网", "2026-11-10")]
    [InlineData("上上周三", "2026-11-04")]
    [InlineData("上個禮拜五下午", "2026-11-13")]
    [InlineData("週三還好好的", "2026-11-18")]
    [InlineData("星期天", "2026-11-15")]
    [InlineData("上周的周五", "2026-11-13")]
    [InlineData("這週末", "2026-11-21..2026-11-22")]
    [InlineData("下周一能修好吗", "2026-11-23")]
    [InlineData("周一到周五都打不通", "2026-11-16..2026-11-20")]
    public void Weekdays_in_Chinese(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("本周收到多少", "2026-11-16..2026-11-22")]
    [InlineData("上個月的帳單", "2026-10-01..2026-10-31")]
    [InlineData("上上个月", "2026-09-01..2026-09-30")]
    [InlineData("本月", "2026-11-01..2026-11-30")]
    [InlineData("第三季度", "2026-07-01..2026-09-30")]
    [InlineData("去年四季度", "2025-10-01..2025-12-31")]
    [InlineData("今年上半年", "2026-01-01..2026-06-30")]
    [InlineData("2025年", "2025-01-01..2025-12-31")]
    [InlineData("民國113年10月", "2024-10-01..2024-10-31")]
    [InlineData("本月第二周", "2026-11-09..2026-11-15")]
    [InlineData("五月第二个星期日", "2026-05-10")]
    [InlineData("上个月底", "2026-10-21..2026-10-31")]
    [InlineData("十月中旬", "2026-10-11..2026-10-20")]
    [InlineData("今年前三个月", "2026-01-01..2026-03-31")]
    public void Named_periods_are_whole(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("过去7天", "2026-11-15..2026-11-21")]
    [InlineData("最近三个月", "2026-08-22..2026-11-21")]
    [InlineData("這兩天", "2026-11-20..2026-11-21")]
    [InlineData("未来三天", "2026-11-22..2026-11-24")]
    [InlineData("last 7 days", "2026-11-15..2026-11-21")]
    [InlineData("the past two weeks", "2026-11-08..2026-11-21")]
    [InlineData("next 3 days", "2026-11-22..2026-11-24")]
    [InlineData("the last 2 quarters", "2026-04-01..2026-09-30")]
    public void The_last_days_end_today(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("过去7天", "2026-11-14..2026-11-20")]
    [InlineData("last 7 days", "2026-11-14..2026-11-20")]
    [InlineData("从10月1日到10月7日", "2026-10-01..2026-10-06")]
    [InlineData("from Monday to Friday", "2026-11-16..2026-11-19")]
    [InlineData("from March to the end of May", "2026-03-01..2026-05-31")]
    public void A_range_can_be_read_without_its_end(string text, string days) => Assert.Equal(days, Read(text, RangeReading.ExcludesEnd));

    [Theory]
    [InlineData("从十月一号到十月七号", "2026-10-01..2026-10-07")]
    [InlineData("10月1日至7日", "2026-10-01..2026-10-07")]
    [InlineData("10到15号", "2026-11-10..2026-11-15")]
    [InlineData("去年12月到今年2月", "2025-12-01..2026-02-28")]
    [InlineData("三月和五月之间", "2026-03-01..2026-05-31")]
    [InlineData("自9月起", "2026-09-01..2026-11-21")]
    [InlineData("今年以来", "2026-01-01..2026-11-21")]
    [InlineData("国庆期间", "2026-10-01..2026-10-07")]
    [InlineData("5-9 June", "2026-06-05..2026-06-09")]
    [InlineData("June 5 to 9, 2025", "2025-06-05..2025-06-09")]
    [InlineData("between the 3rd and the 9th of May", "2026-05-03..2026-05-09")]
    [InlineData("September to November", "2026-09-01..2026-11-30")]
    [InlineData("11/2/2026 - 11/9/2026", "2026-11-02..2026-11-09")]
    [InlineData("since last week", "2026-11-09..2026-11-21")]
    [InlineData("month to date", "2026-11-01..2026-11-21")]
    public void Ranges_include_both_ends(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("yesterday evening", "2026-11-20")]
    [InlineData("last night", "2026-11-20")]
    [InlineData("the day before yesterday", "2026-11-19")]
    [InlineData("no, it was last Tuesday", "2026-11-10")]
    [InlineData("this past Tuesday", "2026-11-17")]
    [InlineData("Friday last week", "2026-11-13")]
    [InlineData("last week's Friday", "2026-11-13")]
    [InlineData("on Thursday", "2026-11-19")]
    [InlineData("a week ago", "2026-11-14")]
    [InlineData("two and a half years ago", "2024-05-21")]
    [InlineData("3 days after October 2nd, 2026", "2026-10-05")]
    [InlineData("two Sundays from now", "2026-11-29")]
    [InlineData("December 4th", "2025-12-04")]
    [InlineData("4 Nov 2026", "2026-11-04")]
    [InlineData("twenty-third of October", "2026-10-23")]
    [InlineData("the 15th", "2026-11-15")]
    [InlineData("in May", "2026-05-01..2026-05-31")]
    [InlineData("the third quarter", "2026-07-01..2026-09-30")]
    [InlineData("Q2 2025", "2025-04-01..2025-06-30")]
    [InlineData("the first week of October", "2026-09-28..2026-10-04")]
    [InlineData("last Friday of September", "2026-09-25")]
    [InlineData("early this month", "2026-11-01..2026-11-15")]
    public void English_expressions(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("春节", "2026-02-17")]
    [InlineData("中秋节", "2026-09-25")]
    [InlineData("端午", "2026-06-19")]
    [InlineData("清明", "2026-04-05")]
    [InlineData("双十一买的", "2026-11-11")]
    [InlineData("去年国庆", "2025-10-01")]
    [InlineData("Christmas", "2025-12-25")]
    [InlineData("Thanksgiving 2026", "2026-11-26")]
    [InlineData("Mid-Autumn Festival", "2026-09-25")]
    [InlineData("Easter 2026", "2026-04-05")]
    public void Feasts(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("29日", "2026-10-29")]
    [InlineData("31号", "2026-10-31")]
    [InlineData("Feb 29", "2024-02-29")]
    [InlineData("十二月", "2025-12-01..2025-12-31")]
    public void What_could_be_past_or_future_is_past(string text, string days) => Assert.Equal(days, Read(text));

    [Theory]
    [InlineData("２０２６年１１月３日", "2026-11-03")]
    [InlineData("二〇二六年十一月三日", "2026-11-03")]
    [InlineData("2026.11.3", "2026-11-03")]
    [InlineData("20261103", "2026-11-03")]
    [InlineData("3/11/2026", "2026-03-11")]
    public void Digits_of_every_kind(string text, string days) => Assert.Equal(days, Read(text));

    [Fact]
    public void Chinese_speakers_write_the_day_first_when_the_year_stands_last() =>
        Assert.Equal("2026-11-03", Read("3/11/2026", language: "zh-CN"));

    [Theory]
    [InlineData("编号 C-20261123-0001")]
    [InlineData("批次号 B2026-118")]
    [InlineData("电话 138-1234-5678")]
    [InlineData("3号线停了")]
    [InlineData("5号楼没网")]
    [InlineData("每周一开会")]
    [InlineData("一周两次")]
    [InlineData("已经五天了")]
    [InlineData("今日头条上看到的")]
    [InlineData("10点30分")]
    [InlineData("It may work")]
    [InlineData("Why this may be?")]
    [InlineData("I march to the shop")]
    [InlineData("The sun is out, I sat down")]
    [InlineData("24/7 support")]
    [InlineData("every Monday")]
    [InlineData("it costs 2019 yuan")]
    [InlineData("second time I call")]
    public void What_is_no_day_is_left_alone(string text) => Assert.Equal("", Read(text));

    [Theory]
    [InlineData("最近老是断网")]
    [InlineData("前几天")]
    [InlineData("a few days ago")]
    [InlineData("all through the week")]
    public void Loose_words_are_marked_as_vague(string text) => Assert.True(Assert.Single(DateRecognizer.Recognize(text, Now)).IsVague);

    [Fact]
    public void A_match_tells_where_it_stands()
    {
        var match = Assert.Single(DateRecognizer.Recognize("您好，上週二下午 斷網了", Now));
        Assert.Equal("上週二下午", match.Text);
        Assert.Equal(3, match.Start);
        Assert.Equal(5, match.Length);
    }

    [Fact]
    public void Two_expressions_in_two_languages_are_both_found() =>
        Assert.Equal("2026-11-10 2026-11-18", Read("上周二 it broke, and 3 days ago again"));

    [Fact]
    public void Before_a_day_is_open_towards_the_past() =>
        Assert.Equal(DateOnly.MinValue, Assert.Single(DateRecognizer.Recognize("10月之前", Now)).From);

    [Theory]
    [InlineData("9999年12月31日后天")]
    [InlineData("99999999999999年前")]
    [InlineData("9999999 days ago")]
    [InlineData("民国199年")]
    [InlineData("in 9999 centuries")]
    [InlineData("上上上上上上上上周")]
    [InlineData("2026年13月45日")]
    [InlineData("month of")]
    [InlineData("from to between and")]
    public void Impossible_dates_do_no_harm(string text) => Assert.NotNull(DateRecognizer.Recognize(text, Now));

    [Fact]
    public void Random_words_never_throw_and_give_ordered_spans()
    {
        string[] words =
        [
            "上",
            "下",
            "周",
            "一",
            "月",
            "年",
            "3",
            "2026",
            "号",
            "前",
            "后",
            "到",
            "从",
            "last",
            "next",
            "week",
            "the",
            "of",
            "May",
            "1st",
            "-",
            "/",
            ",",
            "半",
            "个",
            "第",
            "Friday",
            "ago",
            "in",
            "国庆",
            "间",
            "'s",
            "9999",
            "00",
            "初",
            "0",
        ];
        var random = new Random(20261121);
        for (var n = 0; n < 20_000; n++)
        {
            var text = string.Join(
                n % 2 == 0 ? "" : " ",
                Enumerable.Range(0, random.Next(1, 9)).Select(_ => words[random.Next(words.Length)])
            );
            foreach (var match in DateRecognizer.Recognize(text, Now))
                Assert.True(match.From <= match.To && match.Text == text.Substring(match.Start, match.Length), text);
        }
    }
}
