namespace Complaints.Calendars;

/// <summary>Instants in whole microseconds, the finest that history keeps: what is compared with history must not be finer.</summary>
internal static class Microseconds
{
    /// <summary>The instant, or the last whole microsecond before it.</summary>
    public static DateTimeOffset Floor(DateTimeOffset instant) => instant.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMicrosecond));

    /// <summary>The instant, or the first whole microsecond after it.</summary>
    public static DateTimeOffset Ceiling(DateTimeOffset instant)
    {
        var over = instant.UtcTicks % TimeSpan.TicksPerMicrosecond;
        return over == 0 ? instant : instant.AddTicks(TimeSpan.TicksPerMicrosecond - over);
    }
}
