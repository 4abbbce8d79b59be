using System.Globalization;
using ComplaintBot.Cards;

namespace ComplaintBot.Tests.Cards;

public class TimeTextTests
{
    private static readonly TimeText Times = new(CardFolders.Strings);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 12, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("2026-11-23T11:12+08:00", "今天 11:12", "今天 11:12", "today 11:12")]
    [InlineData("2026-11-24T09:12+08:00", "明天 09:12", "明天 09:12", "tomorrow 09:12")]
    [InlineData("2026-11-22T23:59+08:00", "昨天 23:59", "昨天 23:59", "yesterday 23:59")]
    [InlineData("2026-11-30T09:12+08:00", "11月30日（周一）09:12", "11月30日（週一）09:12", "Mon 30 Nov 09:12")]
    [InlineData("2027-01-03T00:05+08:00", "2027年1月3日（周日）00:05", "2027年1月3日（週日）00:05", "Sun 3 Jan 2027 00:05")]
    public void A_moment_is_said_as_seen_from_now(string when, string simplified, string traditional, string english)
    {
        var moment = DateTimeOffset.Parse(when, CultureInfo.InvariantCulture);
        Assert.Equal([simplified, traditional, english], new[] { "zh-CN", "zh-TW", "en" }.Select(l => Times.Moment(l, moment, Now)));
    }

    [Theory]
    [InlineData("00:00:30", "不到1分钟", "less than a minute")]
    [InlineData("00:45:10", "45分钟", "45 minutes")]
    [InlineData("01:01:00", "1小时1分钟", "1 hour 1 minute")]
    [InlineData("05:00:00", "5小时", "5 hours")]
    [InlineData("1.03:20:00", "1天3小时", "1 day 3 hours")]
    [InlineData("-2.00:00:00", "2天", "2 days")]
    public void A_length_is_said_in_its_two_largest_units(string length, string chinese, string english)
    {
        var time = TimeSpan.Parse(length, CultureInfo.InvariantCulture);
        Assert.Equal([chinese, english], new[] { "zh-CN", "en" }.Select(l => Times.Length(l, time)));
    }
}
