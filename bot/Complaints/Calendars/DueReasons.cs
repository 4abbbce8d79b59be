using Complaints.Organisations;

namespace Complaints.Calendars;

/// <summary>Takes a due time apart into what was counted and what was not, on the same time line that it was counted on.
/// <paramref name="work"/> is null for the calendar clock.</summary>
internal sealed class DueReasons(WallClock wall, WorkingDays days, WorkingTime? work)
{
    public DueExplanation Of(DateTimeOffset start, TimeSpan length, DateTimeOffset? due, IReadOnlyList<Pause> pauses)
    {
        var from = start.UtcDateTime;
        var held = RunningTime.Merged(from, pauses);
        // Without a due time the last pause is the open one.
        var end = due?.UtcDateTime ?? held[^1].From;
        var touched = work is null ? [] : DaysIn(from, end);
        return new()
        {
            Start = wall.Shown(from),
            Clock = work is null ? ClockBase.Calendar : ClockBase.Business,
            Length = length > TimeSpan.Zero ? length : TimeSpan.Zero,
            Due = due is null ? null : wall.Shown(end),
            Counted = [.. Counted(from, end, pauses)],
            Skipped = Joined(touched.Where(d => d.Kind is DayKind.Weekend or DayKind.Holiday)),
            MakeUpDays = [.. touched.Where(d => d.Kind == DayKind.MakeUp).Select(d => d.Day)],
            Pauses = [.. held.Where(p => p.From < end || due is null).Select(Held)],
        };
    }

    private IEnumerable<CountedSpan> Counted(DateTime start, DateTime end, IReadOnlyList<Pause> pauses) =>
        from stretch in RunningTime.From(start, pauses).TakeWhile(s => s.From < end)
        let to = stretch.To < end ? stretch.To : end
        from piece in work?.Pieces(stretch.From, to) ?? [(stretch.From, to)]
        select new CountedSpan(wall.Shown(piece.From), wall.Shown(piece.To));

    private PausedSpan Held((DateTime From, DateTime To) pause) =>
        pause.To == DateTime.MaxValue
            ? new(wall.Shown(pause.From), null, TimeSpan.Zero)
            : new(wall.Shown(pause.From), wall.Shown(pause.To), work?.Between(pause.From, pause.To) ?? pause.To - pause.From);

    private List<(DateOnly Day, DayKind Kind)> DaysIn(DateTime from, DateTime to)
    {
        var (first, last) = (DateOnly.FromDateTime(wall.Local(from)), DateOnly.FromDateTime(wall.Local(to)));
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1))
                .Select(first.AddDays)
                .Select(d => (d, days.KindOf(d))),
        ];
    }

    private static List<SkippedDays> Joined(IEnumerable<(DateOnly Day, DayKind Kind)> resting)
    {
        var joined = new List<SkippedDays>();
        foreach (var (day, kind) in resting)
        {
            if (joined.Count > 0 && joined[^1].Kind == kind && joined[^1].Last.AddDays(1) == day)
                joined[^1] = joined[^1] with { Last = day };
            else
                joined.Add(new(kind, day, day));
        }
        return joined;
    }
}
