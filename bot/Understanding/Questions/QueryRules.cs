using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>What a query must keep to before it is executed, wherever it came from: the local parser, a model, or a card's
/// button.</summary>
public static class QueryRules
{
    private static readonly string[] Channels = ["web", "teams", "phone", "counter"];

    /// <summary>Every fault, in words for a log; empty when the query can be executed for <paramref name="organisation"/>.</summary>
    public static IReadOnlyList<string> Faults(ComplaintQuery query, Organisation organisation)
    {
        var faults = new List<string>();
        if (query.Kind is QueryKind.Metric or QueryKind.Trend or QueryKind.Ranking && query.Metric is null && query.FollowsUp != true)
            faults.Add($"kind {query.Kind} needs a metric");
        if (query.Kind == QueryKind.Ranking && query.GroupBy is null && query.FollowsUp != true)
            faults.Add("a ranking needs groupBy");
        if (query.Limit is < 1 or > 1000)
            faults.Add("limit is 1..1000");
        foreach (var period in new[] { query.Period, query.CompareWith })
        {
            if (period is not null && period.From > period.To)
                faults.Add("a period's from is after its to");
        }
        if (query.Filters is { } filters)
            CheckFilters(filters, organisation, faults, inNot: false);
        return faults;
    }

    private static void CheckFilters(QueryFilters filters, Organisation organisation, List<string> faults, bool inNot)
    {
        if (filters.Department is { } department && department != "me" && organisation.FindDepartment(department) is null)
            faults.Add($"no department \"{department}\"");
        if (filters.Category is { } category && organisation.FindCategory(category) is null)
            faults.Add($"no category \"{category}\"");
        if (filters.Channel is { } channel && !Channels.Contains(channel))
            faults.Add($"no channel \"{channel}\"");
        if (filters.DueWithin is { } within && !Duration.TryParse(within, out _))
            faults.Add($"dueWithin \"{within}\" is no ISO 8601 length");
        if (
            filters.Score is { } score
            && (score is { Min: null, Max: null } || score.Min is < 1 or > 5 || score.Max is < 1 or > 5 || score.Min > score.Max)
        )
            faults.Add("score is within 1..5");
        if (filters.CustomerLevel?.Any(string.IsNullOrWhiteSpace) == true)
            faults.Add("a customer level is empty");
        if (filters.Status is { Count: 0 } || filters.Severity is { Count: 0 } || filters.CustomerLevel is { Count: 0 })
            faults.Add("an empty list");
        foreach (var words in new[] { filters.Owner, filters.Customer, filters.Place, filters.Text })
        {
            if (words is not null && (string.IsNullOrWhiteSpace(words) || words.Length > 200))
                faults.Add("words to look for are 1..200 characters");
        }
        if (filters.Not is not { } not)
            return;
        if (inNot)
            faults.Add("not within not");
        else
            CheckFilters(not, organisation, faults, inNot: true);
    }
}
