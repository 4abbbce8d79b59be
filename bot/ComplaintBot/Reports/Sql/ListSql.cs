using System.Globalization;
using ComplaintBot.Reports.Rights;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sql;

/// <summary>The one statement behind a list: a page of rows and the total.</summary>
internal static class ListSql
{
    public const string Columns =
        "c.ticket, c.state, c.is_open, c.close_kind, c.category, c.department, c.owner, c.answerable, c.severity, "
        + "c.customer_name, c.customer_level, c.channel, c.place, c.product, c.title, c.words, "
        + "c.received_at, c.next_due, c.next_due_kind, c.resolve_due, c.closed_at, c.hold_reason, c.rounds, c.reopen_count, c.last_score";

    /// <summary>Rows <paramref name="offset"/>.. in order, at most <paramref name="most"/>, each with the total of all.</summary>
    public static (string Sql, SqlPieces Pieces) Page(
        SettledQuery settled,
        Organisation organisation,
        DateTimeOffset now,
        int offset,
        int most
    )
    {
        var sql = new SqlPieces();
        var (where, order) = (Where(settled, organisation, now, sql), Order(settled.Query));
        // Grades are few: each one's best rows by an index, then the best of those.
        var rows = order.Grades is not { } within
            ? $"complaints c WHERE {where}"
            : $"(\n{SqlPieces.UnionAll(Enum.GetValues<Severity>().Select(s => BestOf(s, where, within, (long)offset + most, sql)))}\n) c";
        var text = $"""
            SELECT {Columns}, ({Total(settled, organisation, now, where, sql)}) AS total
            FROM {rows}
            ORDER BY {order.Text} LIMIT {sql.Add(most)} OFFSET {sql.Add(offset)}
            """;
        return (text, sql);
    }

    private static string BestOf(Severity severity, string where, string order, long most, SqlPieces sql) =>
        $"""
              SELECT * FROM (
                SELECT {Columns}, c.received_day FROM complaints c
                WHERE c.severity = {((int)severity).ToString(CultureInfo.InvariantCulture)} AND {where}
                ORDER BY {order} LIMIT {sql.Add(most)}
              ) grade
            """;

    /// <summary>How many rows there are.</summary>
    public static (string Sql, SqlPieces Pieces) Total(SettledQuery settled, Organisation organisation, DateTimeOffset now)
    {
        var sql = new SqlPieces();
        return (Total(settled, organisation, now, Where(settled, organisation, now, sql), sql), sql);
    }

    private static string Total(SettledQuery settled, Organisation organisation, DateTimeOffset now, string where, SqlPieces sql)
    {
        const string sum = "SELECT CAST(COALESCE(sum(d), 0) AS BIGINT) FROM";
        if (OverdueSql.Covers(settled, null))
            return $"{sum} (\n{SqlPieces.UnionAll(OverdueSql.Rows(settled, organisation, null, now, sql))}\n) v";
        var source = CountedAs.Source(settled.Query);
        if (!SummedSql.Covers(source, settled, null))
            return $"SELECT count(*) FROM complaints c WHERE {where}";
        IReadOnlyList<Bucket> all = [settled.Query.Period is { } period ? Bucket.Of(0, period, organisation) : Bucket.Always()];
        var places = new Places(all, now, DateOnly.FromDateTime(organisation.Local(now).DateTime), sql);
        return $"{sum} (\n{SqlPieces.UnionAll(SummedSql.Rows(source!, settled, null, all, places, now, sql))}\n) v";
    }

    private static string Where(SettledQuery settled, Organisation organisation, DateTimeOffset now, SqlPieces sql)
    {
        var conditions = Conditions.Of(settled, now, sql).ToList();
        if (settled.Query.Period is { } period)
            conditions.Add(Conditions.Period(settled.Query, Bucket.Of(0, period, organisation), sql));
        // Every complaint has a day; saying so leads SQLite to the index that is in the order of the list.
        else if (Order(settled.Query).Text is var order && (order == Newest("DESC") || order == Newest("ASC")))
            conditions.Add("c.received_day > ''");
        return SqlPieces.And(conditions);
    }

    private static (string Text, string? Grades) Order(ComplaintQuery query)
    {
        var open = query.Filters?.Status is [QueryStatus.Open] || query.Period?.Of == PeriodOf.Due;
        var pressing = query.Filters?.Overdue == true || query.Filters?.DueWithin is not null || open;
        var (by, order) =
            query.Sort is { By: not (SortField.Count or SortField.Value) } sort ? (sort.By, sort.Order)
            : pressing ? (SortField.Due, SortOrder.Asc)
            : (SortField.Received, SortOrder.Desc);
        var direction = order == SortOrder.Asc ? "ASC" : "DESC";
        return by switch
        {
            SortField.Due => ($"c.next_due {direction} NULLS LAST, c.ticket", null),
            SortField.Severity when pressing => ($"c.severity {direction}, c.next_due NULLS LAST, c.ticket", null),
            SortField.Severity => ($"c.severity {direction}, {Newest("DESC")}", Newest("DESC")),
            SortField.CustomerLevel => (
                $"CASE c.customer_level WHEN 'key' THEN 2 WHEN 'standard' THEN 0 ELSE 1 END {direction}, c.next_due NULLS LAST, c.ticket",
                null
            ),
            SortField.Score => ($"c.last_score {direction} NULLS LAST, c.ticket", null),
            _ => (Newest(direction), null),
        };
    }

    // The day says no more than the instant, but it is what periods are about: so one index serves both.
    private static string Newest(string direction) => $"c.received_day {direction}, c.received_at {direction}, c.ticket {direction}";
}
