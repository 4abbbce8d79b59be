using ComplaintBot.Reports.Sql;
using ComplaintBot.Storage;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Sums;

/// <summary>Makes the whole table of sums anew from the tables that it follows from, and compares it with them.</summary>
public sealed class SumTable(Database database)
{
    // The day of an instant depends on the organisation's zone, which SQL does not know.
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;

    /// <summary>Makes the sums anew when they are missing or were made by an older definition of the figures. Safe when several
    /// processes start at once.</summary>
    public Task EnsureAsync(Organisation organisation, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async tx =>
            {
                await tx.Dialect.LockMigrationsAsync(tx, cancellationToken);
                if (
                    await tx.ScalarAsync<string>("SELECT definition FROM figure_sums_made", cancellationToken: cancellationToken)
                    == SumSeries.Definition
                )
                    return;
                await DaysAsync(tx, "first_response", "first_response_at", organisation, cancellationToken);
                await DaysAsync(tx, "next_due", "next_due", organisation, cancellationToken);
                await MakeAsync(tx, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Makes the sums anew.</summary>
    public Task MakeAsync(CancellationToken cancellationToken = default) =>
        database.WriteAsync(tx => MakeAsync(tx, cancellationToken), cancellationToken);

    /// <summary>How many sums are not what counting the complaints gives; 0 when all hold.</summary>
    public Task<long> DifferencesAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async session =>
            {
                const string columns = $"series, unit, day, later, {SumSeries.Dimensions}, n, d, a";
                return await session.ScalarAsync<long>(
                    $"""
                    SELECT count(*) FROM (
                      SELECT 1 AS one FROM (
                        SELECT {columns} FROM figure_sums WHERE n <> 0 OR d <> 0 OR a <> 0
                        UNION ALL
                        SELECT {columns} FROM ({string.Join(
                        "\nUNION ALL\n",
                        SumSeries.Facts.SelectMany(f => Sums(f.Key, f.Value))
                    )}) counted WHERE n <> 0 OR d <> 0 OR a <> 0
                      ) both_of_them GROUP BY {columns} HAVING count(*) <> 2
                    ) different
                    """,
                    cancellationToken: cancellationToken
                );
            },
            cancellationToken
        );

    private static async Task MakeAsync(DbTransactionScope tx, CancellationToken cancellationToken)
    {
        await tx.ExecuteAsync("DELETE FROM figure_sums", cancellationToken: cancellationToken);
        foreach (var sums in SumSeries.Facts.SelectMany(f => Sums(f.Key, f.Value)))
            await tx.ExecuteAsync(
                $"INSERT INTO figure_sums (series, unit, day, later, {SumSeries.Dimensions}, n, d, a) {sums}",
                cancellationToken: cancellationToken
            );
        await tx.ExecuteAsync("DELETE FROM figure_sums_made", cancellationToken: cancellationToken);
        await tx.ExecuteAsync(
            "INSERT INTO figure_sums_made (definition) VALUES (@Definition)",
            new { SumSeries.Definition },
            cancellationToken
        );
    }

    private static IEnumerable<string> Sums(string series, string facts)
    {
        foreach (
            var (unit, day, later) in new[] { ("d", "day", "later"), ("m", Month("day"), Month("later")) }.Where(u =>
                u.Item1 == "m" || !SumSeries.IsOfLengths(series)
            )
        )
        {
            yield return $"""
                SELECT series, '{unit}' AS unit, {day} AS day, {later} AS later, {SumSeries.Dimensions},
                  CAST(sum(n) AS BIGINT) AS n, CAST(sum(d) AS BIGINT) AS d, CAST(sum(a) AS BIGINT) AS a
                FROM ({facts}) f GROUP BY series, {day}, {later}, {SumSeries.Dimensions}
                """;
        }
    }

    private static string Month(string day) => $"CASE WHEN {day} = '' THEN '' ELSE substr({day}, 1, 7) || '-01' END";

    // Columns that came later than their instants.
    private static async Task DaysAsync(
        DbTransactionScope tx,
        string name,
        string instant,
        Organisation organisation,
        CancellationToken cancellationToken
    )
    {
        var missing = $"FROM complaints WHERE {name}_day IS NULL";
        var first =
            await tx.ScalarAsync<DateTimeOffset?>($"SELECT min({instant}) {missing}", cancellationToken: cancellationToken) ?? Never;
        var last = await tx.ScalarAsync<DateTimeOffset?>($"SELECT max({instant}) {missing}", cancellationToken: cancellationToken) ?? Never;
        for (var day = Projection.Day(first, organisation); day <= Projection.Day(last, organisation); day = day.AddDays(1))
        {
            var bucket = Bucket.Of(0, new QueryPeriod(day, day), organisation);
            await tx.ExecuteAsync(
                $"UPDATE complaints SET {name}_day = @day WHERE {instant} >= @From AND {instant} < @Until AND {name}_day IS NULL",
                new
                {
                    day,
                    bucket.From,
                    bucket.Until,
                },
                cancellationToken
            );
        }
    }
}
