using ComplaintBot.Reports.Regular;

namespace ComplaintBot.Tests.Reports.Regular;

public class ReportWordsTests
{
    [Theory]
    [InlineData("订阅日报", "Daily on")]
    [InlineData("每天8点发日报", "Daily on 08:00")]
    [InlineData("每天早上八点半给我发日报", "Daily on 08:30")]
    [InlineData("退订周报", "Weekly off")]
    [InlineData("不要再发月报", "Monthly off")]
    [InlineData("质量报告", "Monthly now")]
    [InlineData("發日報", "Daily now")]
    [InlineData("訂閱日報", "Daily on")]
    [InlineData("退訂日報", "Daily off")]
    [InlineData("subscribe to the daily digest", "Daily on")]
    [InlineData("subscribe to the daily digest every morning at 7:45", "Daily on 07:45")]
    [InlineData("unsubscribe from the weekly report", "Weekly off")]
    [InlineData("send me the monthly quality report", "Monthly now")]
    [InlineData("上个月的投诉", null)]
    [InlineData("日报表里的投诉有几件", null)]
    [InlineData("which report is late", null)]
    public void A_wish_about_reports_is_read_or_there_is_none(string text, string? wish) =>
        Assert.Equal(wish, ReportWords.Read(text) is { } read ? $"{read.Kind} {Wanted(read.Wanted)}{At(read.At)}" : null);

    private static string Wanted(bool? wanted) =>
        wanted switch
        {
            true => "on",
            false => "off",
            null => "now",
        };

    private static string At(TimeOnly? at) => at is { } time ? $" {time:HH:mm}" : "";
}
