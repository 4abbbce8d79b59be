using System.Globalization;
using System.Xml;
using Understanding.Dates;
using Understanding.Learning.Examples;
using Understanding.Orders.Times;

namespace Understanding.Orders;

/// <summary>Words of time in an order as values of card inputs.</summary>
internal static class OrderTimes
{
    private static readonly (string Day, string[] Words)[] Weekdays =
    [
        ("monday", ["周一", "星期一", "礼拜一", "mon"]),
        ("tuesday", ["周二", "星期二", "礼拜二", "tue"]),
        ("wednesday", ["周三", "星期三", "礼拜三", "wed"]),
        ("thursday", ["周四", "星期四", "礼拜四", "thu"]),
        ("friday", ["周五", "星期五", "礼拜五", "fri"]),
        ("saturday", ["周六", "星期六", "礼拜六", "sat"]),
        ("sunday", ["周日", "周天", "星期日", "星期天", "礼拜天", "礼拜日", "sun"]),
    ];

    /// <summary>A day or an hour to come: YYYY-MM-DD or YYYY-MM-DDTHH:MM; null when the words are none ("until he is back").</summary>
    public static string? Until(Mark mark, OrderText text) =>
        UpcomingTime.In(text.Folded.Substring(mark.Start, mark.Length), text.Context.Now, text.Context.Organisation)?.Value;

    /// <summary>The last day of the words: of "tomorrow" the same day, of "next week" its last one.</summary>
    public static string? LastDay(Mark mark, OrderText text)
    {
        var words = text.Text.Substring(mark.Start, mark.Length);
        var day = DateRecognizer.Upcoming(words, text.Context.Now).FirstOrDefault(d => !d.IsVague);
        return day?.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A length as ISO 8601; null when the words are none.</summary>
    public static string? Length(Mark mark, OrderText text) =>
        SpokenLength.In(text.Folded.Substring(mark.Start, mark.Length)) is { } length ? XmlConvert.ToString(length.Wall) : null;

    /// <summary>How many working days a length is; null when it is another one.</summary>
    public static string? WorkingDays(Mark mark, OrderText text) =>
        SpokenLength.In(text.Folded.Substring(mark.Start, mark.Length)) is { Unit: LengthUnit.WorkingDay } length
            ? length.Count.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>An hour of the day: HH:MM.</summary>
    public static string? Hour(Mark mark, OrderText text) =>
        TimeOfDay.In(text.Folded.Substring(mark.Start, mark.Length))?.Time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day of the week in English; the words as said when they are none.</summary>
    public static string Weekday(Mark mark, OrderText text)
    {
        var folded = text.Folded.Substring(mark.Start, mark.Length);
        return Weekdays.FirstOrDefault(d => d.Words.Any(w => folded.Contains(w, StringComparison.Ordinal))).Day ?? text.Words(mark);
    }
}
