using System.Globalization;
using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Dates;
using Understanding.Writing;

namespace Understanding.Questions.Reading;

/// <summary>Days and periods of a question: those that the date recogniser finds, the organisation's own holidays ("since the
/// holiday"), and steps from the
/// period before ("and the month before?").</summary>
internal static partial class PeriodReader
{
    private static readonly Finder AgeFinder = new(Age());
    private static readonly Finder HalfYearFinder = new(HalfYear());
    private static readonly Finder StepFinder = new(Step());
    private static readonly Finder UntilEndFinder = new(UntilEnd());
    private static readonly Finder DottedFinder = new(Dotted());
    private static readonly Finder WeekNumberFinder = new(WeekNumber());
    private static readonly Finder SinceHolidayFinder = new(SinceHoliday());

    /// <summary>Periods with their days.</summary>
    public static IEnumerable<Mention> Read(
        string original,
        string folded,
        string language,
        Organisation organisation,
        DateTimeOffset localNow
    )
    {
        // 几件 and 一共 ask how many; no weekday must be read out of "这周几件" and "上周一共".
        var counted = HowMany().Replace(original, m => new string('#', m.Length));
        foreach (var found in DateRecognizer.Recognize(counted, localNow, RangeReading.IncludesEnd, language))
        {
            if (found.IsVague || IsNow().IsMatch(folded.AsSpan(found.Start, found.Length)))
                continue;
            yield return new(found.Start, found.Length, Part.Period) { Days = new(found.From, found.To) };
        }
        foreach (Match match in AgeFinder.In(folded))
        {
            if (SmallNumbers.Read(match.Groups["n"].Value) is not (> 0 and < 1000 and var n))
                continue;
            var days =
                match.Groups["u"].Value is var unit && WeekUnit().IsMatch(unit) ? 7 * n
                : MonthUnit().IsMatch(unit) ? 30 * n
                : n;
            yield return new(match.Index, match.Length, Part.Period, "age")
            {
                Days = new(DateOnly.MinValue, DateOnly.FromDateTime(localNow.DateTime).AddDays(-days)),
                Weight = 3,
            };
        }
        foreach (var mention in Others(folded, DateOnly.FromDateTime(localNow.DateTime)))
            yield return mention;
        foreach (Match match in HalfYearFinder.In(folded))
        {
            var half = match.Groups["n"].Value == "first" ? 1 : 7;
            yield return new(match.Index, match.Length, Part.Period)
            {
                Days = new(new(localNow.Year, half, 1), new DateOnly(localNow.Year, half, 1).AddMonths(6).AddDays(-1)),
            };
        }
        if (
            SinceHolidayFinder.In(folded).FirstOrDefault() is { } since
            && LastHoliday(organisation.Calendar, DateOnly.FromDateTime(localNow.DateTime)) is { } holiday
        )
        {
            var today = DateOnly.FromDateTime(localNow.DateTime);
            yield return new(since.Index, since.Length, Part.Period) { Days = new(holiday.AddDays(1), today), Weight = 3 };
        }
        foreach (Match match in StepFinder.In(folded))
            yield return new(match.Index, match.Length, Part.RelativePeriod, Unit(match.Value)) { Weight = 1 };
    }

    /// <summary>What questions say and dates elsewhere rarely do: "月底前到期", "10.1到10.7", "第46周".</summary>
    private static IEnumerable<Mention> Others(string folded, DateOnly today)
    {
        foreach (Match match in UntilEndFinder.In(folded))
            yield return new(match.Index, match.Length, Part.Period) { Days = new(today, EndOf(match.Value, today)), Weight = 3 };
        foreach (Match match in DottedFinder.In(folded))
        {
            if (Day(match, "a", "b", today) is { } from && Day(match, "c", "d", today) is { } to && from <= to)
                yield return new(match.Index, match.Length, Part.Period) { Days = new(from, to), Weight = 3 };
        }
        foreach (Match match in WeekNumberFinder.In(folded))
        {
            if (
                SmallNumbers.Read(match.Groups["n"].Value) is not (>= 1 and <= 53 and var week)
                || week > ISOWeek.GetWeeksInYear(today.Year)
            )
                continue;
            var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(today.Year, week, DayOfWeek.Monday));
            yield return new(match.Index, match.Length, Part.Period) { Days = new(monday, monday.AddDays(6)), Weight = 2 };
        }
    }

    private static DateOnly EndOf(string words, DateOnly today)
    {
        if (WeekUnit().IsMatch(words))
            return today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var month =
            YearUnit().IsMatch(words) ? 12
            : QuarterUnit().IsMatch(words) ? (today.Month + 2) / 3 * 3
            : today.Month;
        return new DateOnly(today.Year, month, 1).AddMonths(1).AddDays(-1);
    }

    private static DateOnly? Day(Match match, string monthGroup, string dayGroup, DateOnly today)
    {
        var (month, day) = (
            int.Parse(match.Groups[monthGroup].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups[dayGroup].ValueSpan, CultureInfo.InvariantCulture)
        );
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(today.Year, month))
            return null;
        var date = new DateOnly(today.Year, month, day);
        return date <= today ? date : new DateOnly(today.Year - 1, month, Math.Min(day, DateTime.DaysInMonth(today.Year - 1, month)));
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

    private static string Unit(string words) =>
        words switch
        {
            _ when DayUnit().IsMatch(words) => "day",
            _ when WeekUnit().IsMatch(words) => "week",
            _ when QuarterUnit().IsMatch(words) => "quarter",
            _ when YearUnit().IsMatch(words) => "year",
            _ when MonthUnit().IsMatch(words) => "month",
            _ => "same",
        };

    [GeneratedRegex("前(?=[台厅廳臺])|[几幾](?=[件个個条條起宗单單笔张張封])|一共")]
    private static partial Regex HowMany();

    [GeneratedRegex(
        "^(现在|目前|当前|此刻|眼下|如今|当下|刚才|刚刚|至今|到现在|到目前|到目前为止|迄今|截至(目前|现在)|now|right now|currently|at the moment|at present|just now|today's date|so far|to date|until now)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex IsNow();

    [GeneratedRegex(
        @"(从|自)?((国庆|中秋|春节|元旦|五一|端午|清明)?(节?假期|放假|长假|假日|节|节日)(结束)?(以来|之后|以后|过后|后)|国庆后|(长假|假期|放假)(结束)?(至今|到现在))(到现在(为止)?|到目前(为止)?|至今|到今天|以来)?|\b(since|after) (the |our )?(last |latest |long |national |public )*(holidays?|vacation|break|long weekend|golden week)( ended| was over)?\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SinceHoliday();

    [GeneratedRegex(
        @"(再往?前|往前|再往?上)(推|移|退|数)?(面)?一?个?(?<u>月|周|星期|礼拜|季度?|年|天)(?!\d)|前(一个?|个)(?<u>月|周|星期|礼拜|季度?|年|天)(?!\d)|再(往)?前(一个)?(的)?(?=呢|[?？]|$)|\bthe (?<u>month|week|quarter|year|day) (before( that| this)?|prior|previous)\b|\bthe (previous|prior|preceding) (?<u>month|week|quarter|year|day|period|one)\b|\bone (?<u>month|week|quarter|year|day) (earlier|before|back)\b|\b(the )?(one|period) before( that)?\b|\bbefore that\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Step();

    [GeneratedRegex(
        $@"(已经|已)?(超过|超出|逾|长达|大于|多于)了?{SmallNumbers.Zh}(?<u>个?工作日|天|日|周|个?星期|个?礼拜|个月)(以上)?(了)?|{SmallNumbers.Zh}(?<u>天|日|周|个?星期|个?礼拜|个月)以上|(\b((for |by )?(more than|over|at least|longer than)|older than) {SmallNumbers.En} (?<u>days?|weeks?|months?)\b( old| late| overdue| ago)?)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Age();

    [GeneratedRegex(
        @"((这个?|本)?(月|季|年|周)(底|末)(之前|以前|前)|(截止?到?|到|在)(这个?|本)?(月|季|年|周)(底|末)(之前|以前|前)?)(?=.*(到期|截止|期满|处理|结案|完成))|\b(by|before|until) (the )?end of (the |this )?(week|month|quarter|year)\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex UntilEnd();

    [GeneratedRegex(
        @"(?<![\d.])(?<a>\d{1,2})\.(?<b>\d{1,2})(到|至|-|~)(?<c>\d{1,2})\.(?<d>\d{1,2})(?![\d.%])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dotted();

    [GeneratedRegex(
        $@"(今年的?)?第{SmallNumbers.Zh}周|\b(calendar )?week (no\.? ?|number )?{SmallNumbers.En}\b(?! (of|in|days?))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex WeekNumber();

    [GeneratedRegex(@"\b(the )?(?<n>first|second) half( year)?\b(?! (of|year of))", RegexOptions.ExplicitCapture)]
    private static partial Regex HalfYear();

    [GeneratedRegex("天|day")]
    private static partial Regex DayUnit();

    [GeneratedRegex("周|星期|礼拜|week")]
    private static partial Regex WeekUnit();

    [GeneratedRegex("季|quarter")]
    private static partial Regex QuarterUnit();

    [GeneratedRegex("年|year")]
    private static partial Regex YearUnit();

    [GeneratedRegex("月|month")]
    private static partial Regex MonthUnit();
}
