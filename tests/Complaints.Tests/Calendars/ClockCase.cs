using Complaints.Calendars;
using Complaints.Organisations;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Tests.Calendars;

/// <summary>A calendar, a start, a limit and pauses, all on whole minutes, that a clock is asked about.</summary>
internal sealed record ClockCase(
    WorkCalendar Calendar,
    TimeZoneInfo Zone,
    DateTimeOffset Start,
    TimeSpan Limit,
    ClockBase Base,
    IReadOnlyList<Pause> Pauses
)
{
    private static readonly string[] Zones =
    [
        "Asia/Shanghai",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Asia/Kathmandu",
        "America/Santiago",
        "Pacific/Auckland",
        "Africa/Casablanca",
        "Africa/Cairo",
        "Asia/Beirut",
        "UTC",
    ];

    // Days on which one of the zones changes its clock, and ordinary ones.
    private static readonly DateOnly[] Days =
    [
        new(2026, 3, 29),
        new(2026, 10, 25),
        new(2026, 3, 8),
        new(2026, 11, 1),
        new(2026, 4, 5),
        new(2026, 10, 4),
        new(2026, 9, 6),
        new(2026, 9, 27),
        new(2026, 2, 15),
        new(2026, 3, 22),
        new(2026, 4, 24),
        new(2026, 10, 30),
        new(2026, 12, 31),
        new(2026, 2, 14),
        new(2026, 10, 1),
    ];

    public static Gen<ClockCase> Any { get; } =
        from zone in Gen.Elements(Zones)
        from day in Gen.Elements(Days)
        from calendar in AnyCalendar(day)
        from start in AnyTime(day, -4, 2)
        from length in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, 4_000))
        from clock in Gen.Frequency((4, Gen.Constant(ClockBase.Business)), (1, Gen.Constant(ClockBase.Calendar)))
        from pauses in Gen.ListOf(AnyPause(day)).Resize(4)
        select new ClockCase(calendar, TimeZoneInfo.FindSystemTimeZoneById(zone), start, TimeSpan.FromMinutes(length), clock, [.. pauses]);

    public BusinessClock Clock => new(Calendar, Zone);

    public override string ToString() =>
        $"{Zone.Id}; {string.Join(' ', Calendar.WorkingDays.Order())}; {string.Join(' ', Calendar.Hours)}; "
        + $"holidays {string.Join(' ', Calendar.Holidays)}; make-up {string.Join(' ', Calendar.MakeUpWorkingDays)}; "
        + $"start {Start:O}; limit {Limit}; {Base}; pauses {string.Join(' ', Pauses)}";

    private static Gen<WorkCalendar> AnyCalendar(DateOnly day) =>
        from week in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>())).Resize(7)
        from hours in Gen.OneOf(AnyHours(Gen.Choose(0, 96).Select(q => q * 15)), AnyHours(Gen.Choose(0, 1_440)))
        from holidays in Gen.ListOf(Gen.Choose(-4, 12)).Resize(5)
        from makeUps in Gen.ListOf(Gen.Choose(-4, 12)).Resize(3)
        select new WorkCalendar
        {
            WorkingDays = week.ToHashSet(),
            Hours = hours,
            Holidays = holidays.Select(day.AddDays).ToHashSet(),
            MakeUpWorkingDays = makeUps.Select(day.AddDays).ToHashSet(),
        };

    private static Gen<WorkPeriod[]> AnyHours(Gen<int> minuteOfDay) =>
        from bounds in Gen.ListOf(minuteOfDay).Resize(6)
        let ordered = bounds.Distinct().Order().ToArray()
        select ordered.Length < 2
            ? [new WorkPeriod(new(9, 0), TimeOnly.MinValue)]
            : ordered.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new WorkPeriod(Minute(pair[0]), Minute(pair[1]))).ToArray();

    private static Gen<Pause> AnyPause(DateOnly day) =>
        from begin in AnyTime(day, -5, 8)
        from length in Gen.OneOf(Gen.Choose(-60, 600), Gen.Choose(0, 6_000))
        from open in Gen.Choose(0, 19)
        select new Pause(begin, open == 0 ? null : begin.AddMinutes(length));

    private static Gen<DateTimeOffset> AnyTime(DateOnly day, int fromDay, int toDay) =>
        from minute in Gen.Choose(fromDay * 1_440, toDay * 1_440)
        select new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute);

    private static TimeOnly Minute(int ofDay) => new(ofDay % 1_440 * TimeSpan.TicksPerMinute);
}
