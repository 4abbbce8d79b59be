using System.Globalization;

namespace Understanding.Dates;

/// <summary>Days with a name.</summary>
internal enum Feast
{
    None,
    NewYear,
    Valentine,
    StPatrick,
    WomensDay,
    ArborDay,
    AprilFools,
    EarthDay,
    LabourDayMay,
    YouthDay,
    ChildrensDay,
    Juneteenth,
    IndependenceDay,
    ArmyDay,
    TeachersDay,
    NationalDay,
    DoubleTenth,
    Halloween,
    AllSaints,
    VeteransDay,
    SinglesDay,
    DoubleTwelve,
    MidYearSale,
    ChristmasEve,
    Christmas,
    BoxingDay,
    NewYearsEve,
    GroundhogDay,
    GuyFawkes,
    ConsumerDay,
    PeaceMemorial,
    NationalHolidayWeek,
    MayHolidayWeek,
    SpringFestival,
    SpringFestivalWeek,
    SpringFestivalEve,
    LanternFestival,
    Qingming,
    DragonBoat,
    DoubleSeventh,
    MidAutumn,
    DoubleNinth,
    Laba,
    EasterSunday,
    GoodFriday,
    EasterMonday,
    MothersDay,
    FathersDay,
    Thanksgiving,
    BlackFriday,
    CyberMonday,
    LabourDaySeptember,
    MemorialDay,
    KingDay,
    PresidentsDay,
    ColumbusDay,
    WhiteDay,
    CincoDeMayo,
    AllSouls,
    AshWednesday,
    PalmSunday,
    MaundyThursday,
    Ascension,
    Pentecost,
    WhitMonday,
    EidAlFitr,
    EidAlAdha,
    RamadanStart,
    IslamicNewYear,
}

/// <summary>When named days fall in a given year. The lunar ones come from the calendars of .NET.</summary>
internal static class Feasts
{
    private static readonly ChineseLunisolarCalendar Lunar = new();
    private static readonly UmAlQuraCalendar Hijri = new();

    private static readonly Dictionary<Feast, (int Month, int Day)> Fixed = new()
    {
        [Feast.NewYear] = (1, 1),
        [Feast.Valentine] = (2, 14),
        [Feast.StPatrick] = (3, 17),
        [Feast.WomensDay] = (3, 8),
        [Feast.ArborDay] = (3, 12),
        [Feast.AprilFools] = (4, 1),
        [Feast.EarthDay] = (4, 22),
        [Feast.LabourDayMay] = (5, 1),
        [Feast.YouthDay] = (5, 4),
        [Feast.ChildrensDay] = (6, 1),
        [Feast.Juneteenth] = (6, 19),
        [Feast.IndependenceDay] = (7, 4),
        [Feast.ArmyDay] = (8, 1),
        [Feast.TeachersDay] = (9, 10),
        [Feast.NationalDay] = (10, 1),
        [Feast.DoubleTenth] = (10, 10),
        [Feast.Halloween] = (10, 31),
        [Feast.AllSaints] = (11, 1),
        [Feast.VeteransDay] = (11, 11),
        [Feast.SinglesDay] = (11, 11),
        [Feast.DoubleTwelve] = (12, 12),
        [Feast.MidYearSale] = (6, 18),
        [Feast.ChristmasEve] = (12, 24),
        [Feast.Christmas] = (12, 25),
        [Feast.BoxingDay] = (12, 26),
        [Feast.NewYearsEve] = (12, 31),
        [Feast.GroundhogDay] = (2, 2),
        [Feast.GuyFawkes] = (11, 5),
        [Feast.WhiteDay] = (3, 14),
        [Feast.CincoDeMayo] = (5, 5),
        [Feast.AllSouls] = (11, 2),
        [Feast.ConsumerDay] = (3, 15),
        [Feast.PeaceMemorial] = (2, 28),
    };

    /// <summary>The days of a feast in a year of the common calendar; null when it has none or the calendars do not reach so far.</summary>
    public static Span? In(Feast feast, int year)
    {
        if (Fixed.TryGetValue(feast, out var day))
            return Span.Day(new(year, day.Month, day.Day));
        return feast switch
        {
            Feast.NationalHolidayWeek => new(new(year, 10, 1), new(year, 10, 7)),
            Feast.MayHolidayWeek => new(new(year, 5, 1), new(year, 5, 5)),
            Feast.SpringFestival => LunarDay(year, 1, 1),
            Feast.SpringFestivalWeek => LunarDay(year, 1, 1) is { } first ? new Span(first.From, first.From.AddDays(6)) : null,
            Feast.SpringFestivalEve => LunarDay(year, 1, 1) is { } first ? Span.Day(first.From.AddDays(-1)) : null,
            Feast.LanternFestival => LunarDay(year, 1, 15),
            Feast.DragonBoat => LunarDay(year, 5, 5),
            Feast.DoubleSeventh => LunarDay(year, 7, 7),
            Feast.MidAutumn => LunarDay(year, 8, 15),
            Feast.DoubleNinth => LunarDay(year, 9, 9),
            Feast.Laba => LunarDay(year - 1, 12, 8),
            Feast.Qingming => Span.Day(new(year, 4, QingmingDay(year))),
            Feast.EasterSunday => Span.Day(Easter(year)),
            Feast.GoodFriday => Span.Day(Easter(year).AddDays(-2)),
            Feast.EasterMonday => Span.Day(Easter(year).AddDays(1)),
            Feast.AshWednesday => Span.Day(Easter(year).AddDays(-46)),
            Feast.PalmSunday => Span.Day(Easter(year).AddDays(-7)),
            Feast.MaundyThursday => Span.Day(Easter(year).AddDays(-3)),
            Feast.Ascension => Span.Day(Easter(year).AddDays(39)),
            Feast.Pentecost => Span.Day(Easter(year).AddDays(49)),
            Feast.WhitMonday => Span.Day(Easter(year).AddDays(50)),
            Feast.MothersDay => Nth(year, 5, DayOfWeek.Sunday, 2),
            Feast.FathersDay => Nth(year, 6, DayOfWeek.Sunday, 3),
            Feast.Thanksgiving => Nth(year, 11, DayOfWeek.Thursday, 4),
            Feast.BlackFriday => Span.Day(Nth(year, 11, DayOfWeek.Thursday, 4).From.AddDays(1)),
            Feast.CyberMonday => Span.Day(Nth(year, 11, DayOfWeek.Thursday, 4).From.AddDays(4)),
            Feast.LabourDaySeptember => Nth(year, 9, DayOfWeek.Monday, 1),
            Feast.MemorialDay => Span.Day(UnitArithmetic.OnOrBefore(new(year, 5, 31), DayOfWeek.Monday)),
            Feast.KingDay => Nth(year, 1, DayOfWeek.Monday, 3),
            Feast.PresidentsDay => Nth(year, 2, DayOfWeek.Monday, 3),
            Feast.ColumbusDay => Nth(year, 10, DayOfWeek.Monday, 2),
            Feast.EidAlFitr => HijriDay(year, 10, 1),
            Feast.EidAlAdha => HijriDay(year, 12, 10),
            Feast.RamadanStart => HijriDay(year, 9, 1),
            Feast.IslamicNewYear => HijriDay(year, 1, 1),
            _ => null,
        };
    }

    /// <summary>The n-th such weekday of a month, counted from 1.</summary>
    public static Span Nth(int year, int month, DayOfWeek weekday, int n) =>
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
