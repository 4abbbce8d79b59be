using System.Globalization;
using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>Periods and lengths as people say them: "2026年10月", "Q3 2026", "1–15 Oct 2026", "48 hours".</summary>
public static class PeriodInWords
{
    /// <summary>The days of a period.</summary>
    public static string Say(QueryPeriod period, string language)
    {
        var (from, to) = (period.From, period.To);
        var en = language == Languages.En;
        if (from == DateOnly.MinValue)
            return string.Format(CultureInfo.InvariantCulture, QuestionTerms.Until.In(language), Day(to, en));
        if (from == to)
            return Day(from, en);
        if (from.Day != 1 || to.AddDays(1).Day != 1)
            return en ? $"{Day(from, en)} – {Day(to, en)}" : $"{Day(from, en)} 至 {Day(to, en)}";
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month + 1;
        return (months, (from.Month - 1) % Math.Max(1, months)) switch
        {
            (1, _) => en ? from.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : $"{from.Year}年{from.Month}月",
            (3, 0) => en
                ? $"Q{(from.Month + 2) / 3} {from.Year}"
                : string.Format(CultureInfo.InvariantCulture, QuestionTerms.Quarter.In(language), from.Year, (from.Month + 2) / 3),
            (12, 0) => en ? $"{from.Year}" : $"{from.Year}年",
            _ => en
                ? $"{from.ToString("MMM yyyy", CultureInfo.InvariantCulture)} – {to.ToString("MMM yyyy", CultureInfo.InvariantCulture)}"
                : $"{from.Year}年{from.Month}月 至 {to.Year}年{to.Month}月",
        };
    }

    /// <summary>An ISO 8601 length: "3天", "48 hours". Unreadable text is returned as it is.</summary>
    public static string Length(string iso, string language)
    {
        if (!Duration.TryParse(iso, out var duration))
            return iso;
        var parts = new List<string>();
        void Add(int n, LocalizedText unit)
        {
            if (n > 0)
                parts.Add(language == Languages.En ? $"{n} {unit.In(language)}{(n == 1 ? "" : "s")}" : $"{n}{unit.In(language)}");
        }

        Add(duration.Months, QuestionTerms.MonthUnit);
        Add(duration.Days, QuestionTerms.DayUnit);
        Add((int)duration.Time.TotalHours, QuestionTerms.HourUnit);
        Add(duration.Time.Minutes, QuestionTerms.MinuteUnit);
        return parts.Count > 0 ? string.Join(" ", parts) : iso;
    }

    private static string Day(DateOnly day, bool en) =>
        en ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
