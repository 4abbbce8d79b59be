using ComplaintBot.Reports.Regular;
using ComplaintBot.Tests.Fixtures;
using Understanding.Questions;

namespace ComplaintBot.Tests.Reports.Regular;

public class ReportTimesTests
{
    private static readonly TimeOnly At = new(8, 30);

    [Theory]
    [InlineData(ReportKind.Daily, "2026-11-23T08:29", null)]
    [InlineData(ReportKind.Daily, "2026-11-23T08:30", "2026-11-23")]
    [InlineData(ReportKind.Daily, "2026-11-23T21:00", "2026-11-23")]
    [InlineData(ReportKind.Daily, "2026-11-22T10:00", null)] // a Sunday
    [InlineData(ReportKind.Daily, "2026-10-10T10:00", "2026-10-10")] // a Saturday that is worked
    [InlineData(ReportKind.Weekly, "2026-11-23T09:00", "2026-11-23")]
    [InlineData(ReportKind.Weekly, "2026-11-24T09:00", null)]
    [InlineData(ReportKind.Weekly, "2026-10-08T09:00", "2026-10-08")] // the holiday ate Monday to Wednesday
    [InlineData(ReportKind.Monthly, "2026-10-08T09:00", "2026-10-08")]
    [InlineData(ReportKind.Monthly, "2026-11-02T09:00", "2026-11-02")]
    [InlineData(ReportKind.Monthly, "2026-11-03T09:00", null)]
    public void A_report_is_due_from_its_hour_on_working_days_once_a_day_week_or_month(ReportKind kind, string local, string? day)
    {
        var now = new DateTimeOffset(
            DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture),
            TimeSpan.FromHours(8)
        ).ToUniversalTime();
        Assert.Equal(
            day,
            ReportTimes
                .Due(kind, TelecomExample.Organisation, now, At)
                ?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Theory]
    [InlineData("2026-11-23T08:30", null)] // in Shanghai; 19:30 of Sunday in New York
    [InlineData("2026-11-23T21:29", null)]
    [InlineData("2026-11-23T21:30", "2026-11-23")]
    [InlineData("2026-11-24T12:00", "2026-11-23")] // still Monday there
    public void The_hour_is_that_of_whoever_gets_the_report(string local, string? day)
    {
        var now = new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        Assert.Equal(
            day,
            ReportTimes
                .Due(ReportKind.Daily, TelecomExample.Organisation, now, At, zone)
                ?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void A_weekly_report_is_about_the_week_before_and_a_monthly_one_about_the_month_before()
    {
        Assert.Equal(new QueryPeriod(new(2026, 11, 16), new(2026, 11, 22)), ReportTimes.Before(ReportKind.Weekly, new(2026, 11, 23)));
        Assert.Equal(new QueryPeriod(new(2026, 2, 1), new(2026, 2, 28)), ReportTimes.Before(ReportKind.Monthly, new(2026, 3, 2)));
    }
}
