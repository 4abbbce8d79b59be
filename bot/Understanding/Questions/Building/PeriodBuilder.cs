using Understanding.Questions.Reading;
using Understanding.Questions.Words;

namespace Understanding.Questions.Building;

/// <summary>The period of a query and what it is held against.</summary>
internal sealed class PeriodBuilder(Mentions mentions, DateOnly today, ComplaintQuery? previous)
{
    /// <summary>The query with its period and comparison.</summary>
    public ComplaintQuery Put(ComplaintQuery query)
    {
        var (period, against) = Read();
        query = query with { Period = period is null ? null : WithDay(UntilNow(period), query) };
        if (mentions.First(Part.Compare) is { } compared)
            return query with { CompareTo = FilterBuilder.Parse<Comparison>(compared.Value) };
        if (against is null)
            return query;
        if ((query.Period ?? previous?.Period) is not { } now)
            return query with { CompareTo = Comparison.PreviousPeriod };
        bool Same(QueryPeriod other) => (other.From, other.To) == (against.From, against.To);
        if (Same(PeriodSteps.YearBefore(now)))
            return query with { CompareTo = Comparison.PreviousYear };
        return Same(PeriodSteps.Previous(now))
            ? query with
            {
                CompareTo = Comparison.PreviousPeriod,
            }
            : query with
            {
                CompareWith = against,
            };
    }

    private (QueryPeriod? Period, QueryPeriod? Against) Read()
    {
        var said = mentions.Of(Part.Period).DistinctBy(m => m.Days).ToList();
        var periods = said.ConvertAll(m => m.Days!);
        var compares = mentions.Has(Part.Versus);
        switch (said)
        {
            case [_, _] when !compares && Join(periods[0], periods[1]) is { } joined:
                return (joined, null);
            // Two periods side by side: the earlier is held against, unless the words say which.
            case [var first, var second]:
                if (IsStrong(first) != IsStrong(second))
                    return IsStrong(first) ? (periods[1], periods[0]) : (periods[0], periods[1]);
                return periods[0].From < periods[1].From ? (periods[1], periods[0]) : (periods[0], periods[1]);
            case [var single] when compares && (IsStrong(single) || IsWeak(single)):
                return (null, periods[0]);
            case [..] when periods.Count > 0:
                return (periods[0], null);
        }
        if (mentions.First(Part.RelativePeriod) is not { } step)
            return default;
        var unit = step.Value == "same" && previous?.Period is null ? "month" : step.Value;
        var from = previous?.Period ?? PeriodSteps.Unit(today, unit);
        return (PeriodSteps.UnitBefore(from, unit) with { Of = null, Last = null }, null);
    }

    // "比9月", "vs September" against "和9月比".
    private bool IsStrong(Mention period) =>
        mentions.Of(Part.Versus).Any(v => v.End <= period.Start && mentions.Folded[v.End..period.Start].Trim() is "" or "the");

    private bool IsWeak(Mention period) => Details.Say("joiner", mentions.Before(period));

    private static QueryPeriod? Join(QueryPeriod a, QueryPeriod b) =>
        a.To.AddDays(1) == b.From ? new(a.From, b.To)
        : b.To.AddDays(1) == a.From ? new(b.From, a.To)
        : null;

    private QueryPeriod UntilNow(QueryPeriod period) =>
        mentions.Has(Part.SoFar) && period.From <= today && period.To > today ? period with { To = today } : period;

    private QueryPeriod WithDay(QueryPeriod period, ComplaintQuery query)
    {
        if (query.Kind is not (QueryKind.List or QueryKind.Count or QueryKind.Export))
            return period;
        var filters = query.Filters;
        if (filters?.Overdue == true && mentions.Of(Part.Period).Any(p => p.Value == "age"))
            return period with { Of = PeriodOf.Due }; // "overdue by more than three days"
        if (mentions.Has(Part.DueWord) && filters?.DueWithin is null && filters?.Overdue is null)
            return period.From == DateOnly.MinValue || IsLatest() ? DueUntil(period.To) : Upcoming(period) with { Of = PeriodOf.Due };
        return filters?.Status is [QueryStatus.Closed] && !mentions.Has(Part.ReceivedWord) ? period with { Of = PeriodOf.Closed } : period;
    }

    /// <summary>"By Friday": the period is the last day, not the first.</summary>
    private bool IsLatest() => mentions.First(Part.Period) is { } period && Details.Say("latest", mentions.Before(period));

    /// <summary>"Due on Friday" means the next one.</summary>
    private QueryPeriod Upcoming(QueryPeriod period) =>
        period.From == period.To
        && period.To < today
        && today.DayNumber - period.To.DayNumber < 7
        && mentions.First(Part.Period) is { } said
        && Details.Say("weekday", mentions.Words(said))
            ? new(period.From.AddDays(7), period.To.AddDays(7))
            : period;

    /// <summary>"Due before Friday" means the next one; the recogniser takes the last.</summary>
    private QueryPeriod DueUntil(DateOnly last) =>
        new(
            today,
            last >= today ? last
                : today.DayNumber - last.DayNumber <= 7 ? last.AddDays(7)
                : today
        )
        {
            Of = PeriodOf.Due,
        };
}
