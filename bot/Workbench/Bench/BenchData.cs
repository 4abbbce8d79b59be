using System.Security.Cryptography;
using System.Text;
using ComplaintBot.Reports.Sql;
using ComplaintBot.Reports.Sums;
using ComplaintBot.Storage;
using Complaints.Organisations;
using Understanding.Questions;

namespace Workbench.Bench;

/// <summary>Fills the tables that questions read with complaints of two years, made inside the database by arithmetic, so that
/// every run has the same rows.
/// About one in fifty is open; 85 % are closed in time; a third of the customers answer the survey.</summary>
internal static class BenchData
{
    /// <summary>The present of the bench: the same rows and the same periods in every run.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 18, 10, 0, 0, TimeSpan.FromHours(8));

    private const int Days = 730;

    /// <summary>Eight letters that change whenever the rows would be others, or the tables.</summary>
    public static readonly string Definition = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Complaints + SumSeries.Definition + Migrations.AllText))
    )[..8];

    public static async Task FillAsync(Database database, Organisation organisation, int size, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        await database.ExecuteAsync("CREATE TABLE bench_days (n INTEGER PRIMARY KEY, day TEXT NOT NULL, at BIGINT NOT NULL)");
        await database.WriteAsync(async tx =>
        {
            for (var n = -30; n < Days; n++)
            {
                var bucket = Bucket.Of(0, new QueryPeriod(today.AddDays(-n), today.AddDays(-n)), organisation);
                await tx.ExecuteAsync(
                    "INSERT INTO bench_days (n, day, at) VALUES (@n, @FirstDay, @From)",
                    new
                    {
                        n,
                        bucket.FirstDay,
                        bucket.From,
                    }
                );
            }
        });
        await database.ExecuteAsync(Complaints, new { size, now });
        await database.ExecuteAsync(
            """
            INSERT INTO complaint_closes (ticket, n, closed_at, closed_day, kind, rounds, in_time, reopened_at, reopened_day)
            SELECT ticket, 1, closed_at, closed_day, close_kind, 1, resolve_met, NULL, NULL FROM complaints WHERE state = 'closed'
            """
        );
        await database.ExecuteAsync(
            """
            INSERT INTO complaint_surveys (ticket, n, offered_day, answered_day, expired, score, recommend)
            SELECT ticket, 1, closed_day, closed_day, 0, 1 + version * 7 % 5, version * 3 % 11
            FROM complaints WHERE state = 'closed' AND version % 3 = 0
            """
        );
        await database.ExecuteAsync(
            """
            INSERT INTO complaint_deadlines (ticket, id, kind, started_at, due_at, due_day, paused, ended_at, in_time)
            SELECT ticket, 'resolve', 'resolve', received_at, resolve_due, resolve_due_day, 0, resolved_at, resolve_met FROM complaints
            """
        );
        await new SumTable(database).MakeAsync();
    }

    // i runs over all complaints, the newest first; version keeps i as a source of variety for the other tables.
    private const string Complaints = """
        INSERT INTO complaints (ticket, version, kind, is_open,
          state,
          close_kind,
          category,
          department,
          owner, answerable, customer, customer_name,
          severity,
          customer_level, language,
          channel,
          place, place_folded, title,
          words, words_folded,
          about_staff,
          received_at, received_day, assigned_at,
          first_response_at, first_response_day,
          resolve_due, resolve_due_day,
          resolve_met,
          resolved_at, resolve_ended_day,
          resolve_wall_seconds,
          next_due, next_due_day,
          closed_at, closed_day, ended_day,
          rounds, reopen_count, escalation_level, emergency,
          last_score)
        WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < @size),
        made AS (
          SELECT i, CAST(i AS BIGINT) * 730 / @size AS ago, i % 8 AS c, (CAST(i AS BIGINT) * 7919) % 100 AS r,
            (CAST(i AS BIGINT) * 104729) % 30000 AS s, (CAST(i AS BIGINT) * 7907) % 30000 AS t,
            CASE i % 4 WHEN 0 THEN '苏州' WHEN 1 THEN '上海' WHEN 2 THEN '高雄' END AS place
          FROM numbers),
        lived AS (
          SELECT i, ago, c, r, s, t, place, CASE WHEN r < 85 THEN 1 + r % 6 ELSE 8 + r % 5 END AS took,
            CASE WHEN r = 3 THEN '营业厅漏水' ELSE '宽带断线三天没人修' END AS words
          FROM made)
        SELECT 'B-' || m.i, m.i % 1000000, 'complaint', o.open,
          CASE WHEN o.open = 1
            THEN CASE m.i % 4 WHEN 0 THEN 'investigating' WHEN 1 THEN 'planning' WHEN 2 THEN 'inProgress' ELSE 'assigned' END
            WHEN m.r = 7 THEN 'withdrawn' ELSE 'closed' END,
          CASE WHEN o.open = 1 OR m.r = 7 THEN NULL WHEN m.r < 85 THEN 'confirmed' ELSE 'unconfirmed' END,
          CASE m.c WHEN 0 THEN 'signal' WHEN 1 THEN 'broadband' WHEN 2 THEN 'billing' WHEN 3 THEN 'attitude' WHEN 4 THEN 'tariff'
            WHEN 5 THEN 'promotion' WHEN 6 THEN 'safety' ELSE 'other' END,
          CASE m.c / 2 WHEN 0 THEN 'network' WHEN 1 THEN 'service' WHEN 2 THEN 'market' ELSE 'quality' END,
          's' || (m.i % 40), 's' || (m.i % 40), 'directline:' || (m.i % 5000), '客户' || (m.i % 5000),
          CASE WHEN m.r < 30 THEN 0 WHEN m.r < 80 THEN 1 WHEN m.r < 97 THEN 2 ELSE 3 END,
          CASE m.i % 10 WHEN 0 THEN 'vip' WHEN 1 THEN 'key' ELSE 'standard' END, 'zh-CN',
          CASE m.i % 3 WHEN 0 THEN 'web' WHEN 1 THEN 'phone' ELSE 'counter' END,
          m.place, m.place, '宽带断线',
          m.words, m.words,
          CASE WHEN m.c = 3 AND m.r < 20 THEN 's' || (m.i % 40) END,
          a.at + (32400 + m.s) * 10000000, a.day, a.at + (32400 + m.s + 600) * 10000000,
          a.at + (32400 + m.s + 300 + (CAST(m.i AS BIGINT) * 6151) % 20000) * 10000000, a.day,
          d.at + (32400 + m.s) * 10000000, d.day,
          CASE WHEN o.open = 1 OR m.r = 7 THEN NULL WHEN m.r < 85 THEN 1 ELSE 0 END,
          CASE WHEN o.open = 0 AND m.r <> 7 THEN e.at + (32400 + m.t) * 10000000 END, CASE WHEN o.open = 0 AND m.r <> 7 THEN e.day END,
          CASE WHEN o.open = 0 AND m.r <> 7 THEN m.took * 86400 + m.t - m.s END,
          CASE WHEN o.open = 1 THEN d.at + (32400 + m.s) * 10000000 END, CASE WHEN o.open = 1 THEN d.day END,
          CASE WHEN o.open = 0 AND m.r <> 7 THEN e.at + (36000 + m.t) * 10000000 END,
          CASE WHEN o.open = 0 AND m.r <> 7 THEN e.day END, CASE WHEN o.open = 0 THEN e.day END,
          1, CASE WHEN m.r = 9 THEN 1 ELSE 0 END, 0, 0,
          CASE WHEN m.i % 3 = 0 AND o.open = 0 THEN 1 + m.i * 7 % 5 END
        FROM lived m
        JOIN (SELECT 0 AS open UNION ALL SELECT 1) o ON o.open = CASE WHEN m.ago < m.took + m.i % 11 THEN 1 ELSE 0 END
        JOIN bench_days a ON a.n = m.ago
        JOIN bench_days d ON d.n = m.ago - 7
        JOIN bench_days e ON e.n = m.ago - m.took
        """;
}
