using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>What a query must keep to before it is executed, wherever it came from: the local parser, a model, or a card's
/// button.</summary>
public static class QueryRules
{
    private static readonly string[] Channels = ["web", "teams", "phone", "counter"];

    /// <summary>Days of the week as a query names them, from Monday.</summary>
    public static readonly IReadOnlyList<string> Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Every fault, in words for a log; empty when the query can be executed for <paramref name="organisation"/>.</summary>
    public static IReadOnlyList<string> Faults(ComplaintQuery query, Organisation organisation)
    {
        var faults = new List<string>();
        void Check(bool holds, string fault)
        {
            if (!holds)
                faults.Add(fault);
        }

        var changes = query.FollowsUp == true;
        Check(
            query.Kind is not (QueryKind.Metric or QueryKind.Trend or QueryKind.Ranking) || query.Metric is not null || changes,
            $"kind {query.Kind} needs a metric"
        );
        Check(query.Kind != QueryKind.Ranking || query.GroupBy is not null || changes, "a ranking needs groupBy");
        Check(query.Limit is null or (>= 1 and <= 1000), "limit is 1..1000");
        foreach (var period in new[] { query.Period, query.CompareWith }.OfType<QueryPeriod>())
        {
            Check(period.From <= period.To, "a period's from is after its to");
            Check(IsLength(period.Last), $"last \"{period.Last}\" is no ISO 8601 length");
        }
        foreach (var filters in new[] { query.Filters, query.Filters?.Not }.OfType<QueryFilters>())
            CheckFilters(filters, organisation, Check);
        Check(query.Filters?.Not?.Not is null, "not within not");
        return faults;
    }

    private static void CheckFilters(QueryFilters filters, Organisation organisation, Action<bool, string> check)
    {
        void Each(IReadOnlyList<string>? values, string name, Func<string, bool> exists)
        {
            check(values is not { Count: 0 }, "an empty list");
            foreach (var value in values?.Where(v => !exists(v)) ?? [])
                check(false, $"no {name} \"{value}\"");
        }

        Each(filters.Department, "department", d => d == "me" || organisation.FindDepartment(d) is not null);
        Each(filters.Category, "category", c => organisation.FindCategory(c) is not null);
        Each(filters.Channel, "channel", Channels.Contains);
        Each(filters.Language, "language", Languages.All.Contains);
        Each(filters.Weekdays, "weekday", Weekdays.Contains);
        Each(filters.CustomerLevel, "customer level", l => !string.IsNullOrWhiteSpace(l));
        check(filters.Status is not { Count: 0 } && filters.Severity is not { Count: 0 }, "an empty list");
        check(IsLength(filters.DueWithin), $"dueWithin \"{filters.DueWithin}\" is no ISO 8601 length");
        check(IsRange(filters.Score, 1, 5), "score is within 1..5");
        check(IsRange(filters.Rounds, 1, 1000), "rounds are 1 or more");
        check(filters.Hours is null or { From: >= 0 and <= 23, To: >= 0 and <= 24 }, "hours are within 0..24");
        check(
            filters.Phone is null || (filters.Phone.Length is >= 3 and <= 20 && filters.Phone.All(char.IsAsciiDigit)),
            "a phone number is 3..20 digits"
        );
        var words = new[] { filters.Owner, filters.About, filters.Place }
            .SelectMany(o => o ?? [])
            .Append(filters.Customer)
            .Append(filters.Text);
        check(words.All(w => w is null || (!string.IsNullOrWhiteSpace(w) && w.Length <= 200)), "words to look for are 1..200 characters");
    }

    private static bool IsLength(string? iso) => iso is null || Duration.TryParse(iso, out _);

    private static bool IsRange(NumberRange? range, int least, int most) =>
        range is null
        || (
            range is not { Min: null, Max: null }
            && !(range.Min < least)
            && !(range.Max < least)
            && !(range.Min > most)
            && !(range.Max > most)
            && !(range.Min > range.Max)
        );
}
