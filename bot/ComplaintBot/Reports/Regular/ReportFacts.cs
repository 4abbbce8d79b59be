using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Sql;
using ComplaintBot.Storage;
using Complaints;
using Understanding.Questions;

namespace ComplaintBot.Reports.Regular;

/// <summary>A cause that was found in so many of a category's complaints closed in the period, and in the period before. A
/// complaint with two causes counts for both.</summary>
public sealed record FoundCause(string Category, CauseClass Class, int Count, int Before);

/// <summary>Where a department fell short: promises that were <paramref name="Broken"/> of those due in the period, inspected cases
/// that <paramref name="Missed"/> the standard (a step not passed) of those inspected; and how many in the period before.</summary>
public sealed record DepartmentGap(string Department, int Due, int Broken, int BrokenBefore, int Inspected, int Missed, int MissedBefore);

/// <summary>What a quality report tells beside the figures, within the asker's rights.</summary>
public sealed class ReportFacts(Database database)
{
    private const int MostCauses = 8;

    /// <summary>The causes found most often, the most frequent first.</summary>
    public async Task<IReadOnlyList<FoundCause>> CausesAsync(
        Asker asker,
        QueryPeriod period,
        QueryPeriod before,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (sql, where) = Start(asker, now);
        var (inNow, inBefore) = (In("x.closed_day", period, sql), In("x.closed_day", before, sql));
        static string Tickets(string condition) => $"CAST(count(DISTINCT CASE WHEN {condition} THEN c.ticket END) AS INTEGER)";
        var rows = await database.QueryAsync<CauseRow>(
            $"""
            SELECT c.category, c.cause_class, {Tickets(inNow)} AS count, {Tickets(inBefore)} AS before
            FROM complaint_closes x JOIN complaints c ON c.ticket = x.ticket
            WHERE ({inNow} OR {inBefore}) AND c.cause_class IS NOT NULL AND {where}
            GROUP BY c.category, c.cause_class
            """,
            sql.Parameters,
            cancellationToken
        );
        return
        [
            .. rows.SelectMany(r => r.CauseClass.Split(',').Select(name => (Row: r, Class: Enum.Parse<CauseClass>(name, ignoreCase: true))))
                .GroupBy(
                    r => (r.Row.Category, r.Class),
                    (key, all) => new FoundCause(key.Category, key.Class, all.Sum(r => r.Row.Count), all.Sum(r => r.Row.Before))
                )
                .Where(c => c.Count > 0)
                .OrderByDescending(c => c.Count)
                .ThenBy(c => c.Category, StringComparer.Ordinal)
                .ThenBy(c => c.Class)
                .Take(MostCauses),
        ];
    }

    /// <summary>The departments that had anything due or inspected, most broken promises and missed standards first.</summary>
    public async Task<IReadOnlyList<DepartmentGap>> GapsAsync(
        Asker asker,
        QueryPeriod period,
        QueryPeriod before,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (sql, where) = Start(asker, now);
        // A promise is broken when it is one of those that make a complaint late in its day.
        var late = AllFigures.Of(Metric.Overdue).TrendSources![0];
        var broken = late.Now!.Replace("{now}", sql.Add(now), StringComparison.Ordinal);
        var (dueNow, dueBefore) = (In("x.due_day", period, sql), In("x.due_day", before, sql));
        var (seenNow, seenBefore) = (In("x.day", period, sql), In("x.day", before, sql));
        const string missed = "x.passed < x.steps";
        static string Sum(string condition) => $"CAST(sum(CASE WHEN {condition} THEN 1 ELSE 0 END) AS INTEGER)";
        static string Both(string one, string other) => Sum($"{one} AND {other}");
        var rows = await database.QueryAsync<GapRow>(
            $"""
            SELECT department, CAST(sum(due) AS INTEGER) AS due, CAST(sum(broken) AS INTEGER) AS broken,
              CAST(sum(broken_before) AS INTEGER) AS broken_before, CAST(sum(inspected) AS INTEGER) AS inspected,
              CAST(sum(missed) AS INTEGER) AS missed, CAST(sum(missed_before) AS INTEGER) AS missed_before
            FROM (
              SELECT c.department AS department, {Sum(dueNow)} AS due, {Both(dueNow, broken)} AS broken,
                {Both(dueBefore, broken)} AS broken_before, 0 AS inspected, 0 AS missed, 0 AS missed_before
              FROM {late.From}
              WHERE ({dueNow} OR {dueBefore}) AND {late.Is} AND (x.in_time IS NOT NULL OR {broken}) AND {where}
              GROUP BY c.department
              UNION ALL
              SELECT c.department, 0, 0, 0, {Sum(seenNow)}, {Both(seenNow, missed)}, {Both(seenBefore, missed)}
              FROM complaint_inspections x JOIN complaints c ON c.ticket = x.ticket
              WHERE ({seenNow} OR {seenBefore}) AND {where}
              GROUP BY c.department
            ) v GROUP BY department
            """,
            sql.Parameters,
            cancellationToken
        );
        return
        [
            .. rows.Select(r => new DepartmentGap(r.Department, r.Due, r.Broken, r.BrokenBefore, r.Inspected, r.Missed, r.MissedBefore))
                .Where(g => g.Due + g.Inspected + g.BrokenBefore + g.MissedBefore > 0)
                .OrderByDescending(g => g.Broken + g.Missed)
                .ThenBy(g => g.Department, StringComparer.Ordinal),
        ];
    }

    private static (SqlPieces Sql, string Where) Start(Asker asker, DateTimeOffset now)
    {
        var sql = new SqlPieces();
        var none = new SettledNames(null, null, null);
        return (sql, SqlPieces.And(Conditions.Of(new(new() { Kind = QueryKind.Count }, asker, none, none), now, sql)));
    }

    private static string In(string day, QueryPeriod period, SqlPieces sql) =>
        $"{day} BETWEEN {sql.Add(period.From)} AND {sql.Add(period.To)}";

    private sealed class CauseRow
    {
        public string Category { get; init; } = "";

        public string CauseClass { get; init; } = "";

        public int Count { get; init; }

        public int Before { get; init; }
    }

    private sealed class GapRow
    {
        public string Department { get; init; } = "";

        public int Due { get; init; }

        public int Broken { get; init; }

        public int BrokenBefore { get; init; }

        public int Inspected { get; init; }

        public int Missed { get; init; }

        public int MissedBefore { get; init; }
    }
}
