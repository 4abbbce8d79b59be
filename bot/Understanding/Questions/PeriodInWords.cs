using System.Globalization;
using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>Periods and lengths as people say them: "2026年10月", "Q3 2026", "1–15 Oct 2026", "48 hours".</summary>
public static class PeriodInWords
{
    /// <summary>The days of a period, or the hours where it is finer.</summary>
    public static string Say(QueryPeriod period, string language)
    {
        var (from, to) = (period.From, period.To);
        var en = language == Languages.En;
        if (period.Last is { } last)
            return QuestionTerms.Say("last", language, Length(last, language));
        if (from == DateOnly.MinValue)
            return QuestionTerms.Say("until", language, Day(to, en));
        if (from == to)
            return Day(from, en);
        if (from.Day != 1 || to.AddDays(1).Day != 1)
            return QuestionTerms.Say("range", language, Day(from, en), Day(to, en));
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month + 1;
        return (months, (from.Month - 1) % Math.Max(1, months)) switch
        {
            (1, _) => Month(from, "month", language),
            (3, 0) => QuestionTerms.Say("quarter", language, from.Year, (from.Month + 2) / 3),
            (12, 0) => QuestionTerms.Say("year", language, from.Year),
            _ => QuestionTerms.Say("range", language, Month(from, "monthShort", language), Month(to, "monthShort", language)),
        };
    }

    /// <summary>An ISO 8601 length: "3天", "48 hours". Unreadable text is returned as it is.</summary>
    public static string Length(string iso, string language)
    {
        if (!Duration.TryParse(iso, out var duration))
            return iso;
        var hours = (int)duration.Time.TotalHours;
        var parts = new[]
        {
            (duration.Months, "monthUnit"),
            (duration.Days, "dayUnit"),
            (hours, "hourUnit"),
            (duration.Time.Minutes, "minuteUnit"),
        }
            .Where(p => p.Item1 > 0)
            .Select(p => (Number: p.Item1, Unit: QuestionTerms.Of(p.Item2).In(language)))
            .Select(p => language == Languages.En ? $"{p.Number} {p.Unit}{(p.Number == 1 ? "" : "s")}" : $"{p.Number}{p.Unit}");
        return string.Join(" ", parts) is { Length: > 0 } said ? said : iso;
    }

    private static string Day(DateOnly day, bool en) => day.ToString(en ? "d MMM yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day, string key, string language) =>
        day.ToString(QuestionTerms.Of(key).In(language), CultureInfo.InvariantCulture);
}
