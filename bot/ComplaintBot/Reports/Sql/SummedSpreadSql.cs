using System.Globalization;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Sums;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>Median and 90th percentile of lengths of time for whole months, by department: how many fall in each hour (on the first
/// day in each five minutes) is summed up; only the complaints of the hour that the median lies in are looked at, and so for the
/// percentile. Exact to the second.</summary>
internal static class SummedSpreadSql
{
    /// <summary>True when every bucket is a calendar month and nothing but departments is filtered and grouped by.</summary>
    public static bool Covers(IReadOnlyList<FigureSource> sources, SettledQuery settled, Grouping? group, IReadOnlyList<Bucket> buckets) =>
        sources is [var source]
        && group is not (Grouping.Category or Grouping.Severity or Grouping.CustomerLevel)
        && SummedSql.Covers(source, settled, group)
        && ByDepartment(settled.Query.Filters)
        && ByDepartment(settled.Query.Filters?.Not)
        && buckets.All(b => b.FirstDay.Day == 1 && b.FirstDay.Year < 9999 && b.LastDay == b.FirstDay.AddMonths(1).AddDays(-1));

    /// <summary>Rows (bucket, grp, numerator, denominator, also, median, p90); those with a null grp carry the whole.</summary>
    public static string Build(
        FigureSource source,
        SettledQuery settled,
        Grouping? group,
        IReadOnlyList<Bucket> buckets,
        DateTimeOffset now,
        SqlPieces sql
    )
    {
        string[] counted = source.Is is null ? [] : [source.Is];
        var (value, column) = (source.Numerator, Groups.Column(group, settled.Asker.Organisation, source.Department));
        var sumColumn = Groups.Column(group, settled.Asker.Organisation);
        var sums = SqlPieces.And(Conditions.OfSums(settled, now, sql).Prepend($"c.series = '{SumSeries.Of(source)}'"));
        var rows = SqlPieces.And(Conditions.Of(settled, now, sql, source.Department).Concat(counted));
        string Own() => SqlPieces.And(Conditions.OfOwnElsewhere(settled, now, sql, source.Department).Concat(counted));
        var (from, to) = (SumSeries.FirstOf("h.bin"), SumSeries.FirstOf("(h.bin + 1)"));
        // What managers carry themselves for other departments: few, found by owner first.
        var elsewhere = settled.Asker.SeesAll
            ? ""
            : $"""
                UNION ALL
                  SELECT b.i, {column}, {SumSeries.BinOf(value)}, {value}, 1
                  FROM complaints c JOIN b ON substr({source.Day}, 1, 7) = b.month
                  WHERE {Own()}
                """;
        var groups = group is null ? "" : "UNION ALL SELECT i, g, bin, n, d FROM hours";
        const string first = "(m + 1) / 2";
        const string second = "(m + 2) / 2";
        const string ninth = "(9 * m + 9) / 10";
        return $"""
            WITH b(i, first, month) AS (VALUES {Months(buckets, sql)}),
            hours AS (
              SELECT i, g, bin, CAST(sum(n) AS BIGINT) AS n, CAST(sum(d) AS BIGINT) AS d FROM (
                SELECT b.i AS i, {sumColumn} AS g, c.bin AS bin, c.n AS n, c.d AS d
                FROM b CROSS JOIN figure_sums c
                WHERE {sums} AND c.unit = 'm' AND c.day = b.first
                {elsewhere}
              ) r WHERE d > 0 GROUP BY i, g, bin),
            parts AS (
              SELECT i, NULL AS g, bin, CAST(sum(n) AS BIGINT) AS n, CAST(sum(d) AS BIGINT) AS d FROM hours GROUP BY i, bin
              {groups}),
            ranked AS (
              SELECT i, g, bin, d, CAST(sum(d) OVER (PARTITION BY i, g ORDER BY bin) AS BIGINT) AS upto,
                CAST(sum(d) OVER (PARTITION BY i, g) AS BIGINT) AS m, sum(n) OVER (PARTITION BY i, g) AS total
              FROM parts),
            needed AS (
              SELECT * FROM ranked
              WHERE ({first} > upto - d AND {first} <= upto)
                OR ({second} > upto - d AND {second} <= upto)
                OR ({ninth} > upto - d AND {ninth} <= upto)),
            lengths AS (
              SELECT h.i, h.g, h.m, h.total, {value} AS v,
                h.upto - h.d + row_number() OVER (PARTITION BY h.i, h.g, h.bin ORDER BY {value}) AS k
              FROM needed h JOIN b ON b.i = h.i CROSS JOIN complaints c
              WHERE substr({source.Day}, 1, 7) = b.month AND {value} >= {from} AND {value} < {to}
                AND (h.g IS NULL OR h.g = {column}) AND {rows})
            SELECT i AS bucket, g AS grp,
              CAST(max(total) AS BIGINT) AS numerator, CAST(max(m) AS BIGINT) AS denominator, CAST(0 AS BIGINT) AS also,
              CAST(avg(CASE WHEN k = {first} OR k = {second} THEN v END) AS DOUBLE PRECISION) AS median,
              CAST(max(CASE WHEN k = {ninth} THEN v END) AS DOUBLE PRECISION) AS p90
            FROM lengths GROUP BY i, g
            """;
    }

    // Number, first day and name (2026-11) of each month.
    private static string Months(IReadOnlyList<Bucket> buckets, SqlPieces sql) =>
        string.Join(
            ", ",
            buckets.Select(b =>
            {
                var (number, month) = (
                    b.Index.ToString(CultureInfo.InvariantCulture),
                    b.FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture)
                );
                return $"({number}, {sql.Add(b.FirstDay)}, {sql.Add(month)})";
            })
        );

    private static bool ByDepartment(QueryFilters? filters) => filters is null or { Category: null, Severity: null, CustomerLevel: null };
}
