using Complaints.Organisations;
using Understanding.Questions.Reading;

namespace Understanding.Questions.Building;

/// <summary>Conditions of a query from the mentions of a question.</summary>
internal static class FilterBuilder
{
    /// <summary>The filters, null when nothing is restricted. <paramref name="twice"/> gets the parts for which the schema takes
    /// one value and the question has several.</summary>
    public static QueryFilters? Build(
        Mentions mentions,
        IReadOnlySet<Mention> negated,
        IReadOnlySet<Mention> usedElsewhere,
        Organisation organisation,
        List<Part> twice
    )
    {
        var asked = mentions.All.Where(m => !negated.Contains(m) && !usedElsewhere.Contains(m)).ToList();
        var filters = From(asked, mentions, organisation, twice);
        var not = From([.. mentions.All.Where(negated.Contains)], mentions, organisation, twice);
        if (!not.IsEmpty())
            filters = filters with { Not = not };
        return filters.IsEmpty() ? null : filters;
    }

    private static QueryFilters From(IReadOnlyList<Mention> all, Mentions mentions, Organisation organisation, List<Part> twice)
    {
        string? One(Part part)
        {
            var values = all.Where(m => m.Part == part).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (values.Count > 1)
                twice.Add(part);
            return values.FirstOrDefault();
        }

        bool? Any(Part part) => all.Any(m => m.Part == part) ? true : null;

        var overdue = Any(Part.Overdue);
        var within = One(Part.DueWithin);
        var statuses = all.Where(m => m.Part == Part.Status).Select(m => Parse<QueryStatus>(m.Value)).Distinct().ToList();
        if (overdue == true || within is not null)
            statuses.Remove(QueryStatus.Open); // both mean open ones already
        if (statuses.Count > 1 && statuses.Exists(s => s is not (QueryStatus.Open or QueryStatus.Closed)))
            statuses.RemoveAll(s => s == QueryStatus.Open && statuses.Exists(IsBeforeClosed)); // "open ones in progress" are those in progress
        var levels = all.Where(m => m.Part == Part.Level).Select(m => m.Value).Distinct().ToList();
        var severities = Severities(all, mentions).ToList();
        return new()
        {
            Status = statuses.Count > 0 ? statuses : null,
            Overdue = overdue,
            DueWithin = within,
            Owner = One(Part.Owner),
            Department = One(Part.Department),
            Category = One(Part.Category),
            Severity = severities.Count > 0 ? severities : null,
            CustomerLevel = levels.Count > 0 ? levels : null,
            Customer = One(Part.Customer),
            Place = One(Part.Place),
            Channel = One(Part.Channel),
            Text = One(Part.Text),
            Score = One(Part.Score) is { } score ? Score(score, organisation) : null,
            Reopened = Any(Part.Reopened),
        };
    }

    private static bool IsBeforeClosed(QueryStatus status) =>
        status
            is QueryStatus.Received
                or QueryStatus.Assigned
                or QueryStatus.Investigating
                or QueryStatus.Planning
                or QueryStatus.InProgress
                or QueryStatus.AwaitingConfirmation;

    private static IEnumerable<Severity> Severities(IReadOnlyList<Mention> all, Mentions mentions)
    {
        var said = all.Where(m => m.Part == Part.Severity).ToList();
        var severities = said.Select(m => Parse<Severity>(m.Value)).ToHashSet();
        // "中等以上", "medium or worse", "at least high": the bound stands beside the grade.
        foreach (var bound in mentions.Of(Part.UpTo))
        {
            if (said.OrderBy(m => Math.Abs(m.Start - bound.Start)).FirstOrDefault() is not { } grade || Gap(grade, bound) > 3)
                continue;
            var from = Parse<Severity>(grade.Value);
            severities.UnionWith(Enum.GetValues<Severity>().Where(s => bound.Value == "up" ? s >= from : s <= from));
        }
        return severities.Order();
    }

    private static int Gap(Mention a, Mention b) => a.Start < b.Start ? b.Start - a.End : a.Start - b.End;

    private static ScoreRange Score(string value, Organisation organisation)
    {
        if (value == "low")
            return new(null, organisation.Survey.LowScore);
        if (value == "good")
            return new(4, null);
        var dash = value.IndexOf('-', StringComparison.Ordinal);
        return new(Bound(value[..dash]), Bound(value[(dash + 1)..]));
    }

    private static int? Bound(string digits) =>
        digits.Length == 0 ? null : Math.Clamp(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), 1, 5);

    internal static T Parse<T>(string camelCase)
        where T : struct, Enum => Enum.Parse<T>(camelCase, ignoreCase: true);
}
