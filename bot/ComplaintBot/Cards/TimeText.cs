using System.Globalization;

namespace ComplaintBot.Cards;

/// <summary>Says times the way people do: "today 11:12", "明天 09:12", "Mon 30 Nov 09:12". Give local times; no zone is guessed
/// here.</summary>
public sealed class TimeText(CardStrings strings)
{
    /// <summary>A moment, seen from <paramref name="now"/>: both in the reader's own offset.</summary>
    public string Moment(string language, DateTimeOffset when, DateTimeOffset now)
    {
        var days = DateOnly.FromDateTime(when.DateTime).DayNumber - DateOnly.FromDateTime(now.DateTime).DayNumber;
        var time = when.ToString("HH:mm", CultureInfo.InvariantCulture);
        return days switch
        {
            0 => strings.Text(language, "time.today", ("time", time)),
            1 => strings.Text(language, "time.tomorrow", ("time", time)),
            -1 => strings.Text(language, "time.yesterday", ("time", time)),
            _ => strings.Text(
                language,
                "time.onDay",
                ("day", Day(language, DateOnly.FromDateTime(when.DateTime), DateOnly.FromDateTime(now.DateTime))),
                ("time", time)
            ),
        };
    }

    /// <summary>A day, with the year only when it is not <paramref name="today"/>'s.</summary>
    public string Day(string language, DateOnly day, DateOnly today)
    {
        ReadOnlySpan<(string, object?)> parts =
        [
            ("year", day.Year),
            ("month", day.Month),
            ("day", day.Day),
            ("monthName", Named(language, "time.months", day.Month - 1)),
            ("weekday", Named(language, "time.weekdays", (int)day.DayOfWeek)),
        ];
        return strings.Text(language, day.Year == today.Year ? "time.day" : "time.dayWithYear", parts);
    }

    /// <summary>A month with its year: "October 2026", "2026年10月".</summary>
    public string Month(string language, DateOnly day) =>
        strings.Text(language, "time.month", ("year", day.Year), ("monthName", Named(language, "time.months", day.Month - 1)));

    /// <summary>A length in its two largest units: "2 days 3 hours", "45 分钟"; less than a minute is said so. Negative lengths are
    /// taken as positive.</summary>
    public string Length(string language, TimeSpan length)
    {
        var t = length.Duration();
        if (t < TimeSpan.FromMinutes(1))
            return strings.Text(language, "time.lessThanAMinute");
        var (days, hours, minutes) = ((int)t.TotalDays, t.Hours, t.Minutes);
        string[] parts = days > 0 ? [Days(days), Hours(hours)] : [Hours(hours), Minutes(minutes)];
        return string.Join(strings.Text(language, "time.between"), parts.Where(p => p.Length > 0));

        string Days(int n) => n == 0 ? "" : strings.Text(language, "time.days", ("count", n));
        string Hours(int n) => n == 0 ? "" : strings.Text(language, "time.hours", ("count", n));
        string Minutes(int n) => n == 0 ? "" : strings.Text(language, "time.minutes", ("count", n));
    }

    /// <summary>How a deadline stands: "2 hours left" or "5 hours overdue".</summary>
    public string Standing(string language, DateTimeOffset due, DateTimeOffset now) =>
        strings.Text(language, now <= due ? "time.left" : "time.overdueBy", ("length", Length(language, due - now)));

    /// <summary>The zone of a local time, such as "UTC+8" or "UTC-3:30".</summary>
    public static string Zone(DateTimeOffset local)
    {
        var (sign, length) = (local.Offset < TimeSpan.Zero ? '-' : '+', local.Offset.Duration());
        var minutes = length.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{length.Minutes:00}");
        return string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{length.Hours}{minutes}");
    }

    private string Named(string language, string key, int index) => strings.Text(language, key).Split('|')[index];
}
