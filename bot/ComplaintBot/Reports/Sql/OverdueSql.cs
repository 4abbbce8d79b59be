using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Rights;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>How many are overdue now: what fell due before today is summed up by its day; only what falls due today is looked at.</summary>
internal static class OverdueSql
{
    /// <summary>True when a query asks for what is overdue now, whenever it was received, and the sums are kept for all that it
    /// filters and groups by.</summary>
    public static bool Covers(SettledQuery settled, Grouping? group)
    {
        var filters = settled.Query.Filters;
        return filters is { Overdue: true, Status: null or [QueryStatus.Open] }
            && settled.Query.Period is null
            && SummedSql.Covers(AllFigures.Pressing, Without(settled), group);
    }

    /// <summary>Rows (i, g, n, d, a) of bucket 0, to be joined by UNION ALL.</summary>
    public static IEnumerable<string> Rows(
        SettledQuery settled,
        Organisation organisation,
        Grouping? group,
        DateTimeOffset now,
        SqlPieces sql
    )
    {
        var today = DateOnly.FromDateTime(organisation.Local(now).DateTime);
        IReadOnlyList<Bucket> before = [Bucket.Always() with { LastDay = today.AddDays(-1) }];
        foreach (
            var rows in SummedSql.Rows(AllFigures.Pressing, Without(settled), group, before, new Places(before, now, today, sql), now, sql)
        )
            yield return rows;
        yield return $"""
              SELECT 0 AS i, {Groups.Column(group, organisation)} AS g, 1 AS n, 1 AS d, 0 AS a
              FROM complaints c
              WHERE c.is_open = 1 AND c.next_due_day = {sql.Add(today)} AND {SqlPieces.And(Conditions.Of(settled, now, sql))}
            """;
    }

    private static SettledQuery Without(SettledQuery settled) =>
        settled with
        {
            Query = settled.Query with { Filters = settled.Query.Filters! with { Overdue = null, Status = null } },
        };
}
