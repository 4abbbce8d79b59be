using Complaints.Organisations;

namespace Complaints.Calendars;

/// <summary>The hours in which only critical matters may disturb people. A period that ends where it begins is none.</summary>
internal sealed class QuietTime(WallClock wall, WorkPeriod? quiet)
{
    /// <summary>True when the wall clock shows a quiet time.</summary>
    public bool Covers(DateTime local)
    {
        if (quiet is not { } hours || hours.From == hours.To)
            return false;
        var time = TimeOnly.FromDateTime(local);
        return hours.From < hours.To ? hours.From <= time && time < hours.To : hours.From <= time || time < hours.To;
    }

    /// <summary>The earliest UTC time, this one included, that is not quiet.</summary>
    public DateTime End(DateTime utc)
    {
        // Two days hold the end of any quiet night, even one that is an hour longer.
        foreach (var span in wall.Spans(utc, utc.AddDays(2)))
        {
            if (!Covers(span.LocalFrom))
                return span.From;
            var wait = quiet!.Value.To - TimeOnly.FromDateTime(span.LocalFrom);
            if (span.From + wait < span.To)
                return span.From + wait;
        }
        return utc;
    }
}
