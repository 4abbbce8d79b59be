using Complaints.Organisations;

namespace Complaints.Calendars;

/// <summary>What a day is to those who work.</summary>
public enum DayKind
{
    /// <summary>A working day of an ordinary week.</summary>
    Working,

    /// <summary>A working day although the week or the list of holidays says no (调休).</summary>
    MakeUp,

    /// <summary>No working day by the ordinary week.</summary>
    Weekend,

    /// <summary>No working day although the week says so.</summary>
    Holiday,
}

/// <summary>Which days are worked. A make-up day beats both the weekend and the list of holidays; a holiday beats the week.</summary>
internal sealed class WorkingDays
{
    private readonly IReadOnlySet<DayOfWeek> _week;
    private readonly WorkCalendar _calendar;
    private readonly DateOnly[] _added;
    private readonly DateOnly[] _takenAway;

    public WorkingDays(WorkCalendar calendar)
    {
        (_week, _calendar) = (calendar.WorkingDays, calendar);
        _added = [.. calendar.MakeUpWorkingDays.Where(d => !_week.Contains(d.DayOfWeek)).Order()];
        _takenAway = [.. calendar.Holidays.Where(d => KindOf(d) == DayKind.Holiday).Order()];
    }

    public DayKind KindOf(DateOnly day)
    {
        var inWeek = _week.Contains(day.DayOfWeek);
        if (_calendar.MakeUpWorkingDays.Contains(day))
            return inWeek && !_calendar.Holidays.Contains(day) ? DayKind.Working : DayKind.MakeUp;
        if (!inWeek)
            return DayKind.Weekend;
        return _calendar.Holidays.Contains(day) ? DayKind.Holiday : DayKind.Working;
    }

    public bool IsWorked(DateOnly day) => KindOf(day) is DayKind.Working or DayKind.MakeUp;

    /// <summary>How many days of [from, to) are worked, without looking at each.</summary>
    public int Count(DateOnly from, DateOnly to)
    {
        if (to <= from)
            return 0;
        var days = to.DayNumber - from.DayNumber;
        var count = days / 7 * _week.Count + Within(_added, from, to) - Within(_takenAway, from, to);
        for (var day = from.AddDays(days - days % 7); day < to; day = day.AddDays(1))
            count += _week.Contains(day.DayOfWeek) ? 1 : 0;
        return count;
    }

    private static int Within(DateOnly[] ordered, DateOnly from, DateOnly to) => Before(ordered, to) - Before(ordered, from);

    private static int Before(DateOnly[] ordered, DateOnly day)
    {
        var at = Array.BinarySearch(ordered, day);
        return at < 0 ? ~at : at;
    }
}
