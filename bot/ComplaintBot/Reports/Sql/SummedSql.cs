using System.Globalization;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Sums;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>Rows of a figure taken from table <c>figure_sums</c> instead of from every complaint. Whole months are read by the
/// month, the days at a period's ends by the day.</summary>
internal static class SummedSql
{
    private const int MostApart = 50;

    /// <summary>True when the sums are kept for everything that a query filters and groups by. <paramref name="source"/> null =
    /// no.</summary>
    public static bool Covers(FigureSource? source, SettledQuery settled, Grouping? group) =>
        source is not null
        && SumSeries.Of(source) is not null
        && (settled.Asker.SeesAll || settled.Asker.Departments.Count > 0)
        && Groups.AreSummed(group)
        && settled.Query.Period?.Last is null
        && Covers(settled.Query.Filters, source)
        && Covers(settled.Query.Filters?.Not, null);

    /// <summary>Rows (i, g, n, d, a), to be joined by UNION ALL.</summary>
    public static IEnumerable<string> Rows(
        FigureSource source,
        SettledQuery settled,
        Grouping? group,
        IReadOnlyList<Bucket> buckets,
        Places places,
        DateTimeOffset now,
        SqlPieces sql
    )
    {
        var conditions = string.Concat(Conditions.OfSums(settled, now, sql).Select(c => " AND " + c));
        var pieces = buckets.SelectMany(b => Pieces(b, source.EndedAfter is not null)).ToList();
        var column = Groups.Column(group, settled.Asker.Organisation);
        string Where(string unit, string first, string last, string end)
        {
            var open = source.EndedAfter is null ? "" : $" AND c.later > {end}";
            return $"c.series = '{SumSeries.Of(source)}' AND c.unit = {unit} AND c.day BETWEEN {first} AND {last}{open}{conditions}";
        }
        // Planners know best what to do with constants; hundreds of stretches come as a table instead.
        if (pieces.Count <= MostApart)
        {
            foreach (var p in pieces)
                yield return $"""
                      SELECT {p.Number} AS i, {column} AS g, c.n AS n, c.d AS d, c.a AS a
                      FROM figure_sums c
                      WHERE {Where($"'{p.Unit}'", sql.Add(p.First), sql.Add(p.Last), sql.Add(p.End))}
                    """;
        }
        else
        {
            var table = string.Join(
                " UNION ALL ",
                pieces.Select(p =>
                    $"SELECT {p.Number} AS i, '{p.Unit}' AS unit, "
                    + $"{sql.Add(p.First)} AS first, {sql.Add(p.Last)} AS last_of_piece, {sql.Add(p.End)} AS last"
                )
            );
            yield return $"""
                  SELECT p.i AS i, {column} AS g, c.n AS n, c.d AS d, c.a AS a
                  FROM ({table}) p CROSS JOIN figure_sums c
                  WHERE {Where("p.unit", "p.first", "p.last_of_piece", "p.last")}
                """;
        }
        if (settled.Asker.SeesAll)
            yield break;
        // What managers carry themselves for other departments: few, found by owner first.
        var (from, on) = source.Table is null
            ? ("complaints c", "")
            : ($"complaints c CROSS JOIN {source.Table} x", "x.ticket = c.ticket AND ");
        var own = SqlPieces.And(Conditions.OfOwnElsewhere(settled, now, sql, source.Department).Prepend(places.Fill(source)));
        var ownColumn = Groups.Column(group, settled.Asker.Organisation, source.Department);
        yield return $"""
              SELECT {places.Index} AS i, {ownColumn} AS g, {source.Numerator} AS n, {source.Rows} AS d, {source.Also} AS a
              FROM {places.From}{from}
              WHERE {on}{own}
            """;
    }

    private static bool Covers(QueryFilters? filters, FigureSource? source) =>
        filters is null
        || (filters.Status is null || IsCounted(filters.Status, source))
            && filters is { Overdue: null, DueWithin: null, Owner: null, About: null, Customer: null, Phone: null, Language: null }
            && filters
                is { Place: null, Channel: null, Text: null, Score: null, Reopened: null, Rounds: null, Weekdays: null, Hours: null };

    // A series knows one status at most: its own.
    private static bool IsCounted(IReadOnlyList<QueryStatus> statuses, FigureSource? source) =>
        statuses switch
        {
            [QueryStatus.Open] => source == AllFigures.Of(Metric.Open).Sources[0],
            [QueryStatus.Closed] => source == AllFigures.Of(Metric.Closed).Sources[0],
            _ => false,
        };

    private static IEnumerable<Piece> Pieces(Bucket b, bool cutByLater)
    {
        var (first, last) = (b.FirstDay, b.LastDay);
        var fromMonth =
            first.Day == 1 ? first
            : first.Year == 9999 && first.Month == 12 ? DateOnly.MaxValue
            : new DateOnly(first.Year, first.Month, 1).AddMonths(1);
        var endsWithMonth = last.Day == DateTime.DaysInMonth(last.Year, last.Month);
        var toMonth = new DateOnly(last.Year, last.Month, 1);
        // A month's later days are known by their month only: not enough where the period ends within one.
        if (fromMonth > last || (cutByLater && !endsWithMonth) || (!endsWithMonth && fromMonth == toMonth))
        {
            yield return new(b.Index, "d", first, last, last);
            yield break;
        }
        if (first < fromMonth)
            yield return new(b.Index, "d", first, fromMonth.AddDays(-1), last);
        yield return new(b.Index, "m", fromMonth, endsWithMonth ? toMonth : toMonth.AddMonths(-1), last);
        if (!endsWithMonth)
            yield return new(b.Index, "d", toMonth, last, last);
    }

    /// <summary>Sums of one unit, the first and last of them, and the end of the period they are for.</summary>
    private sealed record Piece(int Index, string Unit, DateOnly First, DateOnly Last, DateOnly End)
    {
        public string Number => Index.ToString(CultureInfo.InvariantCulture);
    }
}
