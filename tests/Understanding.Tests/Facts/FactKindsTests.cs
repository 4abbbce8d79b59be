using System.Globalization;
using ComplaintBot.Tests.Fixtures;
using Understanding.Local;
using Understanding.Questions;

namespace Understanding.Tests.Facts;

/// <summary>The kinds of facts that customers tell, each as several people would say it. The day is Saturday, 28 November 2026.</summary>
public class FactKindsTests
{
    private static readonly LocalUnderstanding Reader = new(new(), new QuestionParser());

    private static Slots Of(string text, string language = "zh-CN") =>
        Reader
            .Read(
                text,
                new()
                {
                    Role = SpeakerRole.Customer,
                    Organisation = TelecomExample.Organisation,
                    Now = new(2026, 11, 28, 10, 0, 0, TimeSpan.FromHours(8)),
                    Language = language,
                }
            )
            .Slots;

    [Theory]
    [InlineData("宽带坏了，周五前必须修好")] // wished
    [InlineData("你们说好11月20号来装，到现在没来")] // promised
    [InlineData("我1958年3月8日生的，话费多扣了")] // born
    [InlineData("2月30号扣了我50块")] // a day that never was
    [InlineData("2025年2月29日就报修了宽带")]
    public void A_day_of_something_else_or_none_at_all_is_not_when_it_happened(string text)
    {
        var slots = Of(text);
        Assert.Null(slots.HappenedFrom);
        Assert.Null(slots.Place);
    }

    [Fact]
    public void A_day_that_may_be_two_is_asked_for() => Assert.Null(Of("Charged twice on 04/11/2026", "en").HappenedFrom);

    [Theory]
    [InlineData("10月3号买的冰箱，昨天不制冷了", "2026-11-27", "2026-11-27")]
    [InlineData("农历九月初八那天停电一整天", "2026-10-17", "2026-10-17")]
    [InlineData("正月十五晚上断的网", "2026-03-03", "2026-03-03")]
    [InlineData("民國115年11月3日斷線", "2026-11-03", "2026-11-03")]
    [InlineData("115/10/21 帳單多收 300", "2026-10-21", "2026-10-21")]
    [InlineData("断网三周了", "2026-11-07", "2026-11-28")]
    [InlineData("no internet for four days", "2026-11-24", "2026-11-28")]
    [InlineData("宽带从上周日断到今天", "2026-11-22", "2026-11-28")]
    public void Days_are_read_in_every_calendar(string text, string from, string to)
    {
        var slots = Of(text, text.Any(c => c > 'z') ? "zh-CN" : "en");
        Assert.Equal(from, slots.HappenedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(to, slots.HappenedTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("多扣了钱，电话(021)66668888", "02166668888")]
    [InlineData("宽带断了，02166668888转203", "02166668888 x203")]
    [InlineData("網路斷了，02-2345-6789 分機 12", "0223456789 x12")]
    [InlineData("Broadband down, call 07700 900456", "07700900456")]
    [InlineData("Broadband down, +1 415.555.0188", "+14155550188")]
    [InlineData("宽带断了，１３９１２３４５６７８", "13912345678")]
    [InlineData("宽带断了，0086-13812345678", "13812345678")]
    [InlineData("宽带断了，不要打13811112222，打13922223333", "13922223333")]
    [InlineData("宽带断了，电话幺三八零零一三五七九二", "13800135792")]
    public void A_phone_is_one_number_however_it_is_written(string text, string phone) => Assert.Equal(phone, Of(text).Phone);

    [Fact]
    public void What_is_called_by_its_number_is_not_what_is_wrong() =>
        Assert.Equal("broadband", Of("my phone is 07700 900999 and the broadband is down", "en").Product);

    [Theory]
    [InlineData("多扣了我66块8毛", 66.8, "CNY")]
    [InlineData("多收1 499元", 1499, "CNY")]
    [InlineData("They overcharged me €15,75", 15.75, "EUR")]
    [InlineData("多扣了四百五", 450, "CNY")]
    [InlineData("多收壹仟叁佰元", 1300, "CNY")]
    [InlineData("多扣 NTD 2400", 2400, "TWD")]
    [InlineData("每月多扣8元×6个月", 48, "CNY")]
    public void Sums_are_read_in_words_units_and_over_months(string text, double value, string currency) =>
        Assert.Equal(new Money((decimal)value, currency), Of(text).Amount);

    [Theory]
    [InlineData("积分一夜没了，6500分呢")]
    [InlineData("宽带签的300M，实测才30M")]
    public void A_number_of_something_else_is_no_sum(string text) => Assert.Null(Of(text).Amount);

    [Theory]
    [InlineData("取消增值包，把钱退给我，再给我道歉", "refund,apology")]
    [InlineData("I want a refund and an apology for the wrong bill", "refund,apology")]
    public void Several_wishes_are_kept(string text, string wishes)
    {
        var said = Of(text, text[0] == 'I' ? "en" : "zh-CN").Remedies;
        Assert.All(wishes.Split(','), w => Assert.Contains(w, said));
    }

    [Theory]
    [InlineData("师傅修过三次了，还是漏")]
    [InlineData("套餐换了两回都没换成")]
    public void What_was_done_before_is_no_wish(string text) => Assert.Empty(Of(text).Remedies);
}
