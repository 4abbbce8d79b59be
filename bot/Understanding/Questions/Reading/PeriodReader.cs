using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Dates;

namespace Understanding.Questions.Reading;

/// <summary>Days and periods of a question: those that the date recogniser finds, and those of the word files, as "age:3:day",
/// "hours:48", "half:1", "end:month", "days", "week:46", "holiday" or "fiscal:quarter:-1".</summary>
internal static partial class PeriodReader
{
    /// <summary>Periods with their days; <paramref name="found"/> is what the word files found.</summary>
    public static IEnumerable<Mention> Read(
        string original,
        string folded,
        string language,
        Organisation organisation,
        DateTimeOffset localNow,
        IReadOnlyList<Mention> found
    )
    {
        var readable = original.ToCharArray();
        foreach (var hidden in found.Where(m => m.Part == Part.NotDate))
            Array.Fill(readable, '#', hidden.Start, hidden.Length);
        foreach (var date in DateRecognizer.Recognize(new(readable), localNow, RangeReading.IncludesEnd, language))
        {
            if (!date.IsVague && !found.Any(m => m.Part == Part.Now && m.Start <= date.Start && m.End >= date.Start + date.Length))
                yield return new(date.Start, date.Length, Part.Period) { Days = new(date.From, date.To) };
        }
        foreach (var said in found.Where(m => m.Part == Part.Period))
        {
            if (Days(said.Value.Split(':'), folded.Substring(said.Start, said.Length), organisation, localNow) is { } days)
                yield return said with
                {
                    Days = days,
                    Value = said.Value.Split(':')[0],
                };
        }
    }

    private static QueryPeriod? Days(string[] value, string words, Organisation organisation, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        int Number(int at) => int.Parse(value[at], CultureInfo.InvariantCulture);
        switch (value[0])
        {
            case "age":
                return Number(1) is > 0 and < 10_000 ? new(DateOnly.MinValue, today.AddDays(-Number(1))) : null;
            case "hours":
                if (Number(1) is not (> 0 and <= 1000))
                    return null;
                return new(DateOnly.FromDateTime(now.AddHours(-Number(1)).DateTime), today) { Last = $"PT{value[1]}H" };
            case "half":
                var half = new DateOnly(today.Year, Number(1) == 1 ? 1 : 7, 1);
                return new(half, half.AddMonths(6).AddDays(-1));
            case "end":
                return new(today, PeriodSteps.Unit(today, value[1]).To);
            case "days":
                return Between(words, today);
            case "week":
                if (Number(1) is not >= 1 || Number(1) > ISOWeek.GetWeeksInYear(today.Year))
                    return null;
                var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(today.Year, Number(1), DayOfWeek.Monday));
                return new(monday, monday.AddDays(6));
            case "fiscal":
                return PeriodSteps.Fiscal(today, value[1], Number(2), organisation.Calendar.FiscalYearStart);
            default:
                return LastHoliday(organisation.Calendar, today) is { } holiday ? new(holiday.AddDays(1), today) : null;
        }
    }

    /// <summary>"10.1到10.7": months and days of this year, or of last year where they are not over.</summary>
    private static QueryPeriod? Between(string words, DateOnly today)
    {
        var n = Digits().Matches(words).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return Day(n[0], n[1], today) is { } from && Day(n[2], n[3], today) is { } to && from <= to ? new(from, to) : null;
    }

    private static DateOnly? Day(int month, int day, DateOnly today)
    {
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(today.Year, month))
            return null;
        var date = new DateOnly(today.Year, month, day);
        return date <= today ? date : date.AddYears(-1);
    }

    /// <summary>The last day of the latest run of days off that holds a holiday and is over.</summary>
    private static DateOnly? LastHoliday(WorkCalendar calendar, DateOnly today)
    {
        if (!calendar.Holidays.Any(h => h < today))
            return null;
        var day = calendar.Holidays.Where(h => h < today).Max();
        while (day.AddDays(1) < today && IsOff(calendar, day.AddDays(1)))
            day = day.AddDays(1);
        return day;
    }

    private static bool IsOff(WorkCalendar calendar, DateOnly day) =>
        calendar.Holidays.Contains(day) || (!calendar.WorkingDays.Contains(day.DayOfWeek) && !calendar.MakeUpWorkingDays.Contains(day));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
