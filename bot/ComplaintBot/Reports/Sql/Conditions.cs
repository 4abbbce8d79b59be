using ComplaintBot.Reports.Rights;
using ComplaintBot.Understanding.Questions;
using ComplaintBot.Understanding.Writing;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Sql;

/// <summary>Which rows of <c>complaints c</c> a query is about, as SQL: the population, the asker's rights, the filters.</summary>
internal static class Conditions
{
    // Merged children are counted once, with the complaint they were merged into (requirements.md §2.8); inquiries and praise are counted apart.
    private const string Population = "c.kind = 'complaint'";
    private const string WithoutMerged = "c.state <> 'merged'";

    /// <summary>Everything but the period, to be joined with AND. <paramref name="department"/> is the column of the department that answers for a row.</summary>
    public static IReadOnlyList<string> Of(SettledQuery settled, DateTimeOffset now, SqlPieces sql, string department = "c.department")
    {
        var conditions = new List<string> { Population };
        var filters = settled.Query.Filters;
        if (filters?.Status?.Contains(QueryStatus.Merged) != true)
            conditions.Add(WithoutMerged);
        conditions.AddRange(Rights(settled.Asker, department, sql));
        if (filters is not null)
            conditions.AddRange(Filters(filters, settled.Asked, department, now, sql));
        if (filters?.Not is { } not)
            conditions.AddRange(Filters(not, settled.LeftOut, department, now, sql).Select(c => $"({c}) IS NOT TRUE"));
        return conditions;
    }

    /// <summary>The day that a list's or count's period is about.</summary>
    public static string Period(ComplaintQuery query, Bucket bucket, SqlPieces sql)
    {
        var ended = query.Filters?.Status?.Any(s => s is QueryStatus.Closed or QueryStatus.Withdrawn or QueryStatus.NotAccepted or QueryStatus.Merged) == true;
        return query.Period?.Of switch
        {
            PeriodOf.Closed => $"c.closed_day BETWEEN {sql.Add(bucket.FirstDay)} AND {sql.Add(bucket.LastDay)}",
            PeriodOf.Due when ended => $"c.resolve_due_day BETWEEN {sql.Add(bucket.FirstDay)} AND {sql.Add(bucket.LastDay)}",
            // What is due: open complaints by their next promise.
            PeriodOf.Due => $"c.is_open = 1 AND c.next_due >= {sql.Add(bucket.From)} AND c.next_due < {sql.Add(bucket.Until)}",
            _ => $"c.received_day BETWEEN {sql.Add(bucket.FirstDay)} AND {sql.Add(bucket.LastDay)}",
        };
    }

    private static IEnumerable<string> Rights(Asker asker, string department, SqlPieces sql)
    {
        if (!asker.SeesAll)
        {
            yield return asker.Departments.Count == 0
                ? $"c.owner = {sql.Add(asker.Member.Id)}"
                : $"({department} IN {sql.AddList(asker.Departments)} OR c.owner = {sql.Add(asker.Member.Id)})";
        }
        if (asker.Shielded.Count > 0)
            yield return $"(c.about_staff IS NULL OR ({string.Join(" AND ", asker.Shielded.Select(s => $"',' || c.about_staff || ',' NOT LIKE {sql.Contains($",{s},")} ESCAPE '\\'"))}))";
    }

    private static IEnumerable<string> Filters(QueryFilters f, SettledNames names, string department, DateTimeOffset now, SqlPieces sql)
    {
        if (f.Status is { } statuses)
            yield return Status(statuses, sql);
        if (f.Overdue == true)
            yield return $"(c.is_open = 1 AND c.next_due < {sql.Add(now)})";
        if (f.Overdue == false)
            yield return $"(c.is_open = 1 AND c.next_due < {sql.Add(now)}) IS NOT TRUE";
        if (f.DueWithin is { } within && Duration.TryParse(within, out var length))
            yield return $"(c.is_open = 1 AND c.next_due >= {sql.Add(now)} AND c.next_due <= {sql.Add(now.AddMonths(length.Months).AddDays(length.Days) + length.Time)})";
        if (names.Owners is { } owners)
            yield return $"c.owner IN {sql.AddList(owners)}";
        if (names.Departments is { } departments)
            yield return $"{department} IN {sql.AddList(departments)}";
        if (f.Category is { } category)
            yield return $"c.category = {sql.Add(category)}";
        if (f.Severity is { } severities)
            yield return $"c.severity IN {sql.AddList(severities.Select(s => (int)s).ToArray())}";
        if (f.CustomerLevel is { } levels)
            yield return $"c.customer_level IN {sql.AddList(levels)}";
        if (f.Customer is { } customer)
            yield return $"lower(c.customer_name) LIKE lower({sql.Contains(customer)}) ESCAPE '\\'";
        if (f.Place is { } place)
            yield return $"c.place_folded LIKE {sql.Contains(CharacterFolding.Fold(place))} ESCAPE '\\'";
        if (f.Channel is { } channel)
            yield return $"c.channel = {sql.Add(channel)}";
        if (f.Text is { } text)
            yield return $"c.words_folded LIKE {sql.Contains(CharacterFolding.Fold(text))} ESCAPE '\\'";
        if (f.Score is { } score)
            yield return $"c.last_score BETWEEN {sql.Add(score.Min ?? 1)} AND {sql.Add(score.Max ?? 5)}";
        if (f.Reopened is { } reopened)
            yield return reopened ? "c.reopen_count > 0" : "c.reopen_count = 0";
    }

    private static string Status(IReadOnlyList<QueryStatus> statuses, SqlPieces sql)
    {
        var exact = statuses.Where(s => s != QueryStatus.Open).Select(s => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(s.ToString())).ToArray();
        if (exact.Length == 0)
            return "c.is_open = 1";
        var states = $"c.state IN {sql.AddList(exact)}";
        return exact.Length == statuses.Count ? states : $"(c.is_open = 1 OR {states})";
    }
}
