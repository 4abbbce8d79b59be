using ComplaintBot.Reports.Rights;
using Complaints.Organisations;
using Understanding.Questions;
using Understanding.Writing;

namespace ComplaintBot.Reports.Sql;

/// <summary>Which rows of <c>complaints c</c> a query is about, as SQL: the population, the asker's rights, the filters.</summary>
internal static class Conditions
{
    // Merged complaints are counted once, with the one they were merged into (docs/procedure.md §9); inquiries and praise are
    // counted apart.
    private const string Population = "c.kind = 'complaint'";
    private const string WithoutMerged = "c.state <> 'merged'";

    /// <summary>Everything but the period, to be joined with AND. <paramref name="department"/> is the column of the department
    /// that answers for a row.</summary>
    public static IReadOnlyList<string> Of(SettledQuery settled, DateTimeOffset now, SqlPieces sql, string department = "c.department")
    {
        var conditions = new List<string> { Population };
        var filters = settled.Query.Filters;
        if (filters?.Status?.Contains(QueryStatus.Merged) != true)
            conditions.Add(WithoutMerged);
        if (Sight(settled.Asker, department, sql) is { } sight)
            conditions.Add(sight);
        conditions.AddRange(Asked(settled, now, sql, department));
        return conditions;
    }

    /// <summary>The same for <c>figure_sums c</c>, which holds the population already: of what the asker sees, all but what they
    /// own in departments out of sight.</summary>
    public static IEnumerable<string> OfSums(SettledQuery settled, DateTimeOffset now, SqlPieces sql)
    {
        // The series says which status is counted.
        var asked = settled with
        {
            Query = settled.Query with { Filters = settled.Query.Filters is { } filters ? filters with { Status = null } : null },
        };
        if (!settled.Asker.SeesAll)
            yield return $"c.department IN {sql.AddList(settled.Asker.Departments)}";
        foreach (var condition in Asked(asked, now, sql, "c.department"))
            yield return condition;
    }

    /// <summary>What <see cref="OfSums"/> leaves out.</summary>
    public static IReadOnlyList<string> OfOwnElsewhere(SettledQuery settled, DateTimeOffset now, SqlPieces sql, string department) =>
        [
            Population,
            WithoutMerged,
            $"c.owner = {sql.Add(settled.Asker.Member.Id)} AND {department} NOT IN {sql.AddList(settled.Asker.Departments)}",
            .. Asked(settled, now, sql, department),
        ];

    private static IEnumerable<string> Asked(SettledQuery settled, DateTimeOffset now, SqlPieces sql, string department)
    {
        if (settled.Asker.Shielded.Count > 0)
        {
            var aboutNone = settled.Asker.Shielded.Select(s => $"NOT {IsAbout(s, sql)}");
            yield return $"(COALESCE(c.about_staff, '') = '' OR ({SqlPieces.And(aboutNone)}))";
        }
        // Counts of the last hours are finer than days; a rate keeps the days of its own formula.
        if (
            settled.Query is { CompareTo: null, CompareWith: null, Period: { Last: { } last } period }
            && settled.Query.Metric is null or Metric.Received or Metric.Open or Metric.Overdue or Metric.Closed
            && Duration.TryParse(last, out var length)
        )
        {
            var instant = period.Of == PeriodOf.Closed || settled.Query.Metric == Metric.Closed ? "c.closed_at" : "c.received_at";
            var first = sql.Add(now.AddMonths(-length.Months).AddDays(-length.Days) - length.Time);
            yield return $"({instant} > {first} AND {instant} <= {sql.Add(now)})";
        }
        if (settled.Query.Filters is not { } filters)
            yield break;
        foreach (var condition in Filters(filters, settled.Asked, department, settled.Asker.Organisation, now, sql))
            yield return condition;
        if (filters.Not is { } not)
        {
            foreach (var condition in Filters(not, settled.LeftOut, department, settled.Asker.Organisation, now, sql))
                yield return $"({condition}) IS NOT TRUE";
        }
    }

    /// <summary>The day that a list's or count's period is about.</summary>
    public static string Period(ComplaintQuery query, Bucket bucket, SqlPieces sql)
    {
        var ended =
            query.Filters?.Status?.Any(s =>
                s is QueryStatus.Closed or QueryStatus.Withdrawn or QueryStatus.NotAccepted or QueryStatus.Merged
            ) == true;
        return query.Period?.Of switch
        {
            PeriodOf.Closed => $"c.closed_day BETWEEN {sql.Add(bucket.FirstDay)} AND {sql.Add(bucket.LastDay)}",
            PeriodOf.Due when ended => $"c.resolve_due_day BETWEEN {sql.Add(bucket.FirstDay)} AND {sql.Add(bucket.LastDay)}",
            // What is due: open complaints by their next promise.
            PeriodOf.Due => $"c.is_open = 1 AND c.next_due >= {sql.Add(bucket.From)} AND c.next_due < {sql.Add(bucket.Until)}",
            _ => $"c.received_day BETWEEN {sql.Add(bucket.FirstDay)} AND {sql.Add(bucket.LastDay)}",
        };
    }

    private static string? Sight(Asker asker, string department, SqlPieces sql) =>
        asker.SeesAll ? null
        : asker.Departments.Count == 0 ? $"c.owner = {sql.Add(asker.Member.Id)}"
        : $"({department} IN {sql.AddList(asker.Departments)} OR c.owner = {sql.Add(asker.Member.Id)})";

    private static IEnumerable<string> Filters(
        QueryFilters f,
        SettledNames names,
        string department,
        Organisation organisation,
        DateTimeOffset now,
        SqlPieces sql
    )
    {
        if (f.Status is { } statuses)
            yield return Status(statuses, sql);
        if (f.Overdue == true)
            yield return $"(c.is_open = 1 AND c.next_due < {sql.Add(now)})";
        if (f.Overdue == false)
            yield return $"(c.is_open = 1 AND c.next_due < {sql.Add(now)}) IS NOT TRUE";
        if (f.DueWithin is { } within && Duration.TryParse(within, out var length))
        {
            var until = now.AddMonths(length.Months).AddDays(length.Days) + length.Time;
            yield return $"(c.is_open = 1 AND c.next_due >= {sql.Add(now)} AND c.next_due <= {sql.Add(until)})";
        }
        if (names.Owners is { } owners)
            yield return $"c.owner IN {sql.AddList(owners)}";
        if (names.Departments is { } departments)
            yield return $"{department} IN {sql.AddList(departments)}";
        if (names.Accused is { } accused)
            yield return Any(accused, a => IsAbout(a, sql));
        if (f.Category is { } categories)
            yield return $"c.category IN {sql.AddList(categories)}";
        if (f.Severity is { } severities)
            yield return $"c.severity IN {sql.AddList(severities.Select(s => (int)s).ToArray())}";
        if (f.CustomerLevel is { } levels)
            yield return $"c.customer_level IN {sql.AddList(levels)}";
        if (f.Customer is { } customer)
            yield return $"lower(c.customer_name) LIKE lower({sql.Contains(customer)}) ESCAPE '\\'";
        if (f.Phone is { } phone)
            yield return $"c.customer_phone LIKE {sql.Contains(phone)} ESCAPE '\\'";
        if (f.Language is { } languages)
            yield return $"c.language IN {sql.AddList(languages)}";
        if (f.Place is { } places)
            yield return Any(places, p => $"c.place_folded LIKE {sql.Contains(CharacterFolding.Fold(p))} ESCAPE '\\'");
        if (f.Channel is { } channels)
            yield return $"c.channel IN {sql.AddList(channels)}";
        if (f.Text is { } text)
            yield return $"c.words_folded LIKE {sql.Contains(CharacterFolding.Fold(text))} ESCAPE '\\'";
        if (f.Score is { } score)
            yield return $"c.last_score BETWEEN {sql.Add(score.Min ?? 1)} AND {sql.Add(score.Max ?? 5)}";
        if (f.Reopened is { } reopened)
            yield return reopened ? "c.reopen_count > 0" : "c.reopen_count = 0";
        if (f.Rounds is { } rounds)
            yield return $"c.rounds BETWEEN {sql.Add(rounds.Min ?? 1)} AND {sql.Add(rounds.Max ?? int.MaxValue)}";
        if (f.Weekdays is { } days)
        {
            var numbers = days.Select(d => Array.IndexOf([.. QueryRules.Weekdays], d));
            yield return $"{LocalTime.Weekday(organisation)} IN {sql.AddList(numbers)}";
        }
        if (f.Hours is { } hours)
        {
            var (hour, from, to) = (LocalTime.Hour(organisation), sql.Add(hours.From), sql.Add(hours.To));
            yield return $"({hour} >= {from} {(hours.From < hours.To ? "AND" : "OR")} {hour} < {to})";
        }
    }

    // The column lists ids with commas between them.
    private static string IsAbout(string person, SqlPieces sql) =>
        $"(',' || COALESCE(c.about_staff, '') || ',' LIKE {sql.Contains($",{person},")} ESCAPE '\\')";

    private static string Any(IEnumerable<string> values, Func<string, string> condition) =>
        $"({string.Join(" OR ", values.Select(condition))})";

    private static string Status(IReadOnlyList<QueryStatus> statuses, SqlPieces sql)
    {
        var exact = statuses
            .Where(s => s != QueryStatus.Open)
            .Select(s => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(s.ToString()))
            .ToArray();
        if (exact.Length == 0)
            return "c.is_open = 1";
        var states = $"c.state IN {sql.AddList(exact)}";
        return exact.Length == statuses.Count ? states : $"(c.is_open = 1 OR {states})";
    }
}
