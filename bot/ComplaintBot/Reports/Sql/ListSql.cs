using ComplaintBot.Reports.Rights;
using ComplaintBot.Understanding.Questions;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Sql;

/// <summary>The one statement behind a list: a page of rows and the total.</summary>
internal static class ListSql
{
    public const string Columns =
        "c.ticket, c.state, c.is_open, c.close_kind, c.category, c.department, c.owner, c.answerable, c.severity, c.customer_name, c.customer_level, c.channel, c.place, c.product, c.title, " +
        "c.received_at, c.next_due, c.next_due_kind, c.resolve_due, c.closed_at, c.hold_reason, c.rounds, c.reopen_count, c.last_score";

    /// <summary>Rows <paramref name="offset"/>.. in order, at most <paramref name="most"/>, each with the total of all.</summary>
    public static (string Sql, SqlPieces Pieces) Page(SettledQuery settled, Organisation organisation, DateTimeOffset now, int offset, int most)
    {
        var sql = new SqlPieces();
        var where = Where(settled, organisation, now, sql);
        var text = $"""
            SELECT {Columns}, (SELECT count(*) FROM complaints c WHERE {where}) AS total
            FROM complaints c WHERE {where}
            ORDER BY {Order(settled.Query)} LIMIT {sql.Add(most)} OFFSET {sql.Add(offset)}
            """;
        return (text, sql);
    }

    /// <summary>How many rows there are.</summary>
    public static (string Sql, SqlPieces Pieces) Total(SettledQuery settled, Organisation organisation, DateTimeOffset now)
    {
        var sql = new SqlPieces();
        return ($"SELECT count(*) FROM complaints c WHERE {Where(settled, organisation, now, sql)}", sql);
    }

    private static string Where(SettledQuery settled, Organisation organisation, DateTimeOffset now, SqlPieces sql)
    {
        var conditions = Conditions.Of(settled, now, sql).ToList();
        if (settled.Query.Period is { } period)
            conditions.Add(Conditions.Period(settled.Query, Bucket.Of(0, period, organisation), sql));
        return string.Join(" AND ", conditions);
    }

    private static string Order(ComplaintQuery query)
    {
        var pressing = query.Filters?.Overdue == true || query.Filters?.DueWithin is not null || query.Filters?.Status is [QueryStatus.Open] || query.Period?.Of == PeriodOf.Due;
        var (by, order) = query.Sort is { By: not (SortField.Count or SortField.Value) } sort ? (sort.By, sort.Order)
            : pressing ? (SortField.Due, SortOrder.Asc) : (SortField.Received, SortOrder.Desc);
        var direction = order == SortOrder.Asc ? "ASC" : "DESC";
        return by switch
        {
            SortField.Due => $"c.next_due {direction} NULLS LAST, c.ticket",
            SortField.Severity => $"c.severity {direction}, c.next_due NULLS LAST, c.ticket",
            SortField.CustomerLevel => $"CASE c.customer_level WHEN 'key' THEN 2 WHEN 'standard' THEN 0 ELSE 1 END {direction}, c.next_due NULLS LAST, c.ticket",
            SortField.Score => $"c.last_score {direction} NULLS LAST, c.ticket",
            _ => $"c.received_at {direction}, c.ticket",
        };
    }
}
