using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Complaints.Organisations;

namespace Complaints.Calendars;

/// <summary>Counts time as deadlines do (docs/procedure.md §5): every hour on the calendar clock, working hours on the business
/// clock, in one time zone, without the pauses. Immutable and pure; answers are in UTC unless they say otherwise.</summary>
public sealed class BusinessClock
{
    private static readonly ConditionalWeakTable<Organisation, ConcurrentDictionary<string, BusinessClock>> Made = [];

    private readonly WallClock _wall;
    private readonly WorkingDays _days;
    private readonly WorkingTime _work;
    private readonly QuietTime _quiet;
    private readonly int _workingDaysAWeek;

    /// <summary>A clock for a calendar in a zone. <paramref name="hours"/> are a department's own working periods, used instead of
    /// the calendar's.
    /// Throws <see cref="ArgumentException"/> when nobody would ever work, or when the periods are empty, out of order or
    /// overlap.</summary>
    public BusinessClock(WorkCalendar calendar, TimeZoneInfo zone, IReadOnlyList<WorkPeriod>? hours = null)
    {
        if (calendar.WorkingDays.Count == 0)
            throw new ArgumentException("A calendar needs at least one working day a week.", nameof(calendar));
        var dayHours = new DayHours(hours ?? calendar.Hours);
        (_wall, _days) = (new WallClock(zone), new WorkingDays(calendar));
        _work = new WorkingTime(_wall, _days, dayHours);
        _quiet = new QuietTime(_wall, calendar.QuietHours);
        WorkingDayLength = dayHours.Length;
        _workingDaysAWeek = calendar.WorkingDays.Count;
    }

    /// <summary>The clock of a department: its own hours where it has any, else the organisation's. Made once for an
    /// organisation.</summary>
    public static BusinessClock Of(Organisation organisation, string? departmentId)
    {
        var hours = organisation.FindDepartment(departmentId)?.Hours;
        return Made.GetOrCreateValue(organisation)
            .GetOrAdd(hours is null ? "" : departmentId!, _ => new BusinessClock(organisation.Calendar, organisation.TimeZone, hours));
    }

    /// <summary>The nominal working day: all periods of a day together. One day of a business length is so long, whatever the
    /// day.</summary>
    public TimeSpan WorkingDayLength { get; }

    /// <summary>The length of a limit on a clock when it starts at <paramref name="start"/>. Days are working days or 24 hours.
    /// Months lead to the same
    /// local time on the same day of a later month, clamped to month end, and are as long as the time that the clock counts until
    /// then.</summary>
    public TimeSpan Length(Duration limit, ClockBase clock, DateTimeOffset start)
    {
        var days = Days(limit.Days, clock);
        if (limit.Months == 0)
            return days + limit.Time;
        var then = _wall.Utc(_wall.Local(start.UtcDateTime).AddMonths(limit.Months));
        return Between(start.UtcDateTime, then, clock) + days + limit.Time;
    }

    /// <summary>The length of a limit where the start does not matter. Exact without months; a month is taken as 30 days, or the
    /// working days in 30 days.</summary>
    public TimeSpan Length(Duration limit, ClockBase clock) =>
        clock == ClockBase.Business ? Days(limit.Months * 30 * _workingDaysAWeek / 7 + limit.Days, clock) + limit.Time : limit.ToTimeSpan();

    /// <summary>The earliest instant at which <see cref="Elapsed"/> equals the limit. Null while a pause is open that begins before
    /// the time is up.</summary>
    public DateTimeOffset? Due(DateTimeOffset start, Duration limit, ClockBase clock, IReadOnlyList<Pause> pauses) =>
        Due(start, Length(limit, clock, start), clock, pauses);

    /// <summary>The same for a length already measured on the clock, such as a share of a limit.
    /// Throws <see cref="ArgumentOutOfRangeException"/> when the time is up only after the year 9999.</summary>
    public DateTimeOffset? Due(DateTimeOffset start, TimeSpan length, ClockBase clock, IReadOnlyList<Pause> pauses)
    {
        if (length <= TimeSpan.Zero)
            return start.ToUniversalTime();
        foreach (var (from, to) in RunningTime.From(start.UtcDateTime, pauses))
        {
            if (to == DateTime.MaxValue)
                return Instant(clock == ClockBase.Business ? _work.After(from, length) : from + length);
            var here = Between(from, to, clock);
            if (length <= here)
                return Instant(clock == ClockBase.Business ? _work.After(from, length) : from + length);
            length -= here;
        }
        return null;
    }

    /// <summary>The time that the clock counts in [start, end) without the pauses; nothing when the end is not after the start.</summary>
    public TimeSpan Elapsed(DateTimeOffset start, DateTimeOffset end, ClockBase clock, IReadOnlyList<Pause> pauses)
    {
        var sum = TimeSpan.Zero;
        foreach (var (from, to) in RunningTime.From(start.UtcDateTime, pauses))
        {
            if (from >= end.UtcDateTime)
                break;
            sum += Between(from, to < end.UtcDateTime ? to : end.UtcDateTime, clock);
        }
        return sum;
    }

    /// <summary>Why <see cref="Due(DateTimeOffset, Duration, ClockBase, IReadOnlyList{Pause})"/> says what it says.</summary>
    public DueExplanation Explain(DateTimeOffset start, Duration limit, ClockBase clock, IReadOnlyList<Pause> pauses) =>
        Explain(start, Length(limit, clock, start), clock, pauses);

    /// <summary>Why <see cref="Due(DateTimeOffset, TimeSpan, ClockBase, IReadOnlyList{Pause})"/> says what it says.</summary>
    public DueExplanation Explain(DateTimeOffset start, TimeSpan length, ClockBase clock, IReadOnlyList<Pause> pauses) =>
        new DueReasons(_wall, _days, clock == ClockBase.Business ? _work : null).Of(
            start,
            length,
            Due(start, length, clock, pauses),
            pauses
        );

    /// <summary>True on a day (in the clock's zone) on which people work.</summary>
    public bool IsWorkingDay(DateOnly day) => _days.IsWorked(day);

    /// <summary>What a day is to those who work.</summary>
    public DayKind KindOf(DateOnly day) => _days.KindOf(day);

    /// <summary>True when the business clock runs at an instant.</summary>
    public bool IsWorkingTime(DateTimeOffset instant) => NextWorkingInstant(instant) == instant;

    /// <summary>The earliest instant, this one included, at which the business clock runs.</summary>
    // The end of the first tick that is worked is one tick after its beginning.
    public DateTimeOffset NextWorkingInstant(DateTimeOffset instant) =>
        Instant(_work.After(instant.UtcDateTime, TimeSpan.FromTicks(1)).AddTicks(-1));

    /// <summary>True during the quiet hours. Rest days are not quiet as such: a clock that must not count them is a business
    /// clock.</summary>
    public bool IsQuiet(DateTimeOffset instant) => _quiet.Covers(_wall.Local(instant.UtcDateTime));

    /// <summary>The earliest instant, this one included, that is not quiet.</summary>
    public DateTimeOffset NextLoudInstant(DateTimeOffset instant) => Instant(_quiet.End(instant.UtcDateTime));

    /// <summary>An instant as the clock's zone shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => _wall.Shown(instant.UtcDateTime);

    private TimeSpan Between(DateTime from, DateTime to, ClockBase clock) =>
        to <= from ? TimeSpan.Zero
        : clock == ClockBase.Business ? _work.Between(from, to)
        : to - from;

    private TimeSpan Days(int count, ClockBase clock) =>
        TimeSpan.FromTicks(count * (clock == ClockBase.Business ? WorkingDayLength : TimeSpan.FromDays(1)).Ticks);

    private static DateTimeOffset Instant(DateTime utc) => new(utc.Ticks, TimeSpan.Zero);
}
