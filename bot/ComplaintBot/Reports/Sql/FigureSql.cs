using System.Globalization;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Rights;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>The one statement behind a figure: sums per bucket and group.</summary>
internal static class FigureSql
{
    /// <summary>Rows (bucket, grp, numerator, denominator, also, median, p90). For a figure with a spread that is grouped, rows
    /// with a null grp carry the whole.</summary>
    public static (string Sql, SqlPieces Pieces) Build(
        SettledQuery settled,
        Figure figure,
        bool overTime,
        IReadOnlyList<Bucket> buckets,
        Grouping? group,
        DateTimeOffset now,
        DateOnly today
    )
    {
        var sql = new SqlPieces();
        var places = new Places(buckets, now, today, sql);
        var sources = (overTime ? figure.TrendSources : null) ?? figure.Sources;
        if (figure.HasSpread && SummedSpreadSql.Covers(sources, settled, group, buckets))
            return (SummedSpreadSql.Build(sources[0], settled, group, buckets, now, sql), sql);
        if (
            figure.Metric == Metric.Overdue
            && !overTime
            && buckets is [{ LastDay: var until }]
            && until == DateOnly.MaxValue
            && Overdue(settled) is var all
            && OverdueSql.Covers(all, group)
        )
            return (Sums(SqlPieces.UnionAll(OverdueSql.Rows(all, settled.Asker.Organisation, group, now, sql))), sql);
        // Elsewhere a spread needs every row, not their sums.
        var rows = SqlPieces.UnionAll(
            sources.SelectMany(s =>
                !figure.HasSpread && SummedSql.Covers(s, settled, group)
                    ? SummedSql.Rows(s, settled, group, buckets, places, now, sql)
                    : [Rows(s, settled, group, places, now, sql)]
            )
        );
        return (places.With(figure.HasSpread ? Spread(rows, group is not null) : Sums(rows)), sql);
    }

    /// <summary>The same for complaints counted as a list would count them: one bucket per period.</summary>
    public static (string Sql, SqlPieces Pieces) Count(
        SettledQuery settled,
        IReadOnlyList<Bucket?> buckets,
        Grouping? group,
        DateTimeOffset now,
        DateOnly today
    )
    {
        var sql = new SqlPieces();
        if (buckets is [null] && OverdueSql.Covers(settled, group))
            return (Sums(SqlPieces.UnionAll(OverdueSql.Rows(settled, settled.Asker.Organisation, group, now, sql))), sql);
        var source = CountedAs.Source(settled.Query);
        if (SummedSql.Covers(source, settled, group))
        {
            var stretches = buckets.Select((b, i) => b ?? Bucket.Always(i)).ToList();
            var places = new Places(stretches, now, today, sql);
            return (places.With(Sums(SqlPieces.UnionAll(SummedSql.Rows(source!, settled, group, stretches, places, now, sql)))), sql);
        }
        var column = Groups.Column(group, settled.Asker.Organisation);
        var rows = buckets.Select(
            (bucket, i) =>
            {
                var conditions = Conditions.Of(settled, now, sql).ToList();
                if (bucket is not null)
                    conditions.Add(Conditions.Period(settled.Query, bucket, sql));
                var number = i.ToString(CultureInfo.InvariantCulture);
                return $"""
                      SELECT {number} AS i, {column} AS g, 1 AS n, 1 AS d, 0 AS a
                      FROM complaints c WHERE {SqlPieces.And(conditions)}
                    """;
            }
        );
        return (Sums(SqlPieces.UnionAll(rows)), sql);
    }

    /// <summary>Rows (day, change): how the number of open complaints changed on each day after <paramref name="after"/>, and one
    /// with an empty day for the number now.</summary>
    public static (string Sql, SqlPieces Pieces) Backlog(SettledQuery settled, DateOnly after, DateTimeOffset now)
    {
        var sql = new SqlPieces();
        var where = SqlPieces.And(Conditions.Of(settled, now, sql));
        var day = sql.Add(after);
        return (
            $"""
            SELECT day, CAST(sum(n) AS BIGINT) AS change FROM (
              SELECT '' AS day, 1 AS n FROM complaints c WHERE c.is_open = 1 AND {where}
              UNION ALL
              SELECT c.received_day, 1 FROM complaints c WHERE c.received_day > {day} AND {where}
              UNION ALL
              SELECT c.ended_day, -1 FROM complaints c WHERE c.state IN ('withdrawn', 'notAccepted') AND c.ended_day > {day} AND {where}
              UNION ALL
              SELECT x.closed_day, -1 FROM complaint_closes x JOIN complaints c ON c.ticket = x.ticket
              WHERE x.closed_day > {day} AND {where}
              UNION ALL
              SELECT x.reopened_day, 1 FROM complaint_closes x JOIN complaints c ON c.ticket = x.ticket
              WHERE x.reopened_day > {day} AND {where}
            ) v GROUP BY day
            """,
            sql
        );
    }

    private static SettledQuery Overdue(SettledQuery settled) =>
        settled with
        {
            Query = settled.Query with { Period = null, Filters = (settled.Query.Filters ?? new()) with { Overdue = true } },
        };

    private static string Rows(FigureSource source, SettledQuery settled, Grouping? group, Places places, DateTimeOffset now, SqlPieces sql)
    {
        var where = SqlPieces.And(Conditions.Of(settled, now, sql, source.Department).Prepend(places.Fill(source)));
        var once = source.OncePerComplaint ? "DISTINCT c.ticket, " : "";
        var column = Groups.Column(group, settled.Asker.Organisation, source.Department);
        return $"""
              SELECT {once}{places.Index} AS i, {column} AS g, {source.Numerator} AS n, {source.Rows} AS d, {source.Also} AS a
              FROM {places.From}{source.From} WHERE {where}
            """;
    }

    private static string Sums(string rows)
    {
        // UNION ALL needs equal columns; a leading ticket of the once-per-complaint form is simply not read.
        return $"""
            SELECT i AS bucket, g AS grp,
              CAST(sum(n) AS BIGINT) AS numerator, CAST(sum(d) AS BIGINT) AS denominator, CAST(sum(a) AS BIGINT) AS also
            FROM (
            {rows}
            ) v GROUP BY i, g
            """;
    }

    private static string Spread(string rows, bool grouped)
    {
        var whole = """
            SELECT i AS bucket, NULL AS grp,
              CAST(sum(n) AS BIGINT) AS numerator, CAST(max(m) AS BIGINT) AS denominator, CAST(0 AS BIGINT) AS also,
              CAST(avg(CASE WHEN k = (m + 1) / 2 OR k = (m + 2) / 2 THEN n END) AS DOUBLE PRECISION) AS median,
              CAST(max(CASE WHEN k = (9 * m + 9) / 10 THEN n END) AS DOUBLE PRECISION) AS p90
            FROM (
              SELECT i, n, row_number() OVER (PARTITION BY i ORDER BY n) AS k, count(*) OVER (PARTITION BY i) AS m
              FROM v
            ) r GROUP BY i
            """;
        var groups = """
            SELECT i, g, CAST(sum(n) AS BIGINT), CAST(max(m) AS BIGINT), CAST(0 AS BIGINT),
              CAST(avg(CASE WHEN k = (m + 1) / 2 OR k = (m + 2) / 2 THEN n END) AS DOUBLE PRECISION),
              CAST(max(CASE WHEN k = (9 * m + 9) / 10 THEN n END) AS DOUBLE PRECISION)
            FROM (
              SELECT i, g, n, row_number() OVER (PARTITION BY i, g ORDER BY n) AS k, count(*) OVER (PARTITION BY i, g) AS m
              FROM v
            ) r GROUP BY i, g
            """;
        return $"WITH v AS (\n{rows}\n)\n{whole}{(grouped ? "\nUNION ALL\n" + groups : "")}";
    }
}
