using System.Globalization;
using Understanding.Writing;

namespace Understanding.Dates;

/// <summary>A day with a name.</summary>
/// <param name="Name">Its name in Feasts.txt.</param>
/// <param name="In">Its days in a year of the common calendar; null when it has none or the calendars do not reach so far.</param>
internal sealed record Feast(string Name, Func<int, Span?> In)
{
    /// <summary>The days off around it; the feast itself where there are no others.</summary>
    public Feast DaysOff => Feasts.All.FirstOrDefault(f => f.Name == Name + ".week") ?? this;
}

/// <summary>When named days fall in a given year, from Feasts.txt. The lunar ones come from the calendars of .NET.</summary>
internal static class Feasts
{
    private static readonly ChineseLunisolarCalendar Lunar = new();
    private static readonly UmAlQuraCalendar Hijri = new();

    private static readonly IReadOnlyList<(string Name, string Rule, string[] Phrases)> Lines =
    [
        .. EmbeddedLines
            .Of("Dates.Feasts.txt")
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split([", ", ":"], 3, StringSplitOptions.TrimEntries))
            .Select(l => (l[0], l[1], l[2].Split('|', StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <summary>All of them; the value of a word for one is its place here.</summary>
    public static IReadOnlyList<Feast> All { get; } = [.. Lines.Select(l => new Feast(l.Name, Rule(l.Rule)))];

    /// <summary>The eve of the lunar year, which has a name of its own: 大年三十.</summary>
    public static Feast NewYearsEveOfTheMoon { get; } = All.First(f => f.Name == "spring-festival-eve");

    /// <summary>How people call them.</summary>
    public static IEnumerable<(string Text, WordSense Sense)> Names =>
        Lines.SelectMany((l, i) => l.Phrases.Select(p => (p, new WordSense(Word.Feast, i))));

    private static Func<int, Span?> Rule(string rule)
    {
        if (rule.Split("..") is [var first, var last])
        {
            var begin = Rule(first);
            return last[0] == '+'
                ? year => begin(year) is { } days ? new Span(days.From, days.From.AddDays(Number(last))) : null
                : year => begin(year) is { } days && Rule(last)(year) is { } end ? new Span(days.From, end.To) : null;
        }
        var words = rule.Split(' ');
        if (words is [.. var fixedPart, ['+' or '-', ..] shift] && fixedPart.Length > 0)
        {
            var day = Rule(string.Join(' ', fixedPart));
            return year => day(year) is { } days ? Span.Day(days.From.AddDays(Number(shift))) : null;
        }
        if (words is [var weekday, var place, "of", var month])
        {
            var (name, at) = (Enum.Parse<DayOfWeek>(weekday, ignoreCase: true), Number(month));
            return place == "last"
                ? year => Span.Day(UnitArithmetic.OnOrBefore(Span.Month(year, at).To, name))
                : year => Nth(year, at, name, Number(place));
        }
        if (words is ["easter"])
            return year => Span.Day(Easter(year));
        if (words is ["qingming"])
            return year => Span.Day(new(year, 4, QingmingDay(year)));
        var (m, d) = words[^1].Split('-') is [var one, var two] ? (Number(one), Number(two)) : throw new FormatException(rule);
        return words[0] switch
        {
            "moon" => year => LunarDay(year, m, d),
            "moon-before" => year => LunarDay(year - 1, m, d),
            "hijri" => year => HijriDay(year, m, d),
            _ => year => Span.Day(new(year, m, d)),
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The n-th such weekday of a month, counted from 1.</summary>
    private static Span Nth(int year, int month, DayOfWeek weekday, int n) =>
        Span.Day(UnitArithmetic.OnOrAfter(new(year, month, 1), weekday).AddDays(7 * (n - 1)));

    /// <summary>A day of the lunar year that begins in a year of the common calendar; null when that month has no such day.</summary>
    public static Span? LunarDay(int year, int month, int day)
    {
        if (year is < 1902 or > 2099 || month is < 1 or > 12)
            return null;
        var leap = Lunar.GetLeapMonth(year); // 0, or the position of the leap month: months from there on are counted one higher
        var position = leap > 0 && month >= leap ? month + 1 : month;
        return day <= Lunar.GetDaysInMonth(year, position)
            ? Span.Day(DateOnly.FromDateTime(Lunar.ToDateTime(year, position, day, 0, 0, 0, 0)))
            : null;
    }

    private static Span? HijriDay(int year, int month, int day)
    {
        if (year is < 1901 or > 2076)
            return null;
        // One Islamic year is about 354 days: the one that the middle of the year lies in, or its neighbour, holds the feast.
        var middle = Hijri.GetYear(new DateTime(year, 7, 1));
        foreach (var hijriYear in (int[])[middle, middle - 1, middle + 1])
        {
            var date = DateOnly.FromDateTime(Hijri.ToDateTime(hijriYear, month, day, 0, 0, 0, 0));
            if (date.Year == year)
                return Span.Day(date);
        }
        return null;
    }

    /// <summary>Solar term Qingming by the usual rule for 1900 to 2099: 4 or 5 April (6 in rare early years).</summary>
    private static int QingmingDay(int year)
    {
        var y = year % 100;
        var constant = year >= 2000 ? 4.81 : 5.59;
        return Math.Clamp((int)(y * 0.2422 + constant) - y / 4, 4, 6);
    }

    /// <summary>Western Easter Sunday (the anonymous Gregorian computus).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 19 * l) / 433;
        var month = (h + l - 7 * m + 90) / 25;
        return new(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
    }
}
