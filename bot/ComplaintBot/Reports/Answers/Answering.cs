using System.Globalization;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Sql;
using ComplaintBot.Storage;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Answers;

/// <summary>Answers queries from the database: rights first, then one statement.</summary>
public sealed partial class Answering(Database database, ILogger<Answering> logger)
{
    /// <summary>Rows of a list's page.</summary>
    public const int PageSize = 10;

    /// <summary>Most rows of a file.</summary>
    public const int MostExported = 100_000;

    /// <summary>Most stretches of a trend; a longer period is cut coarser.</summary>
    private const int MostStretches = 400;

    /// <summary>The answer for <paramref name="asker"/> at <paramref name="now"/>. <paramref name="page"/> counts from 1 and is for
    /// lists only. An export is answered by its first page; its file comes from <see cref="AllRowsAsync"/>.</summary>
    public async Task<Answer> AnswerAsync(
        ComplaintQuery query,
        Asker asker,
        DateTimeOffset now,
        int page = 1,
        CancellationToken cancellationToken = default
    )
    {
        var (settled, obstacle) = QueryRights.Settle(query, asker);
        if (settled is null)
        {
            if (obstacle is Obstacle.NotAllowed notAllowed)
                AskedBeyondRights(logger, asker.Member.Id, notAllowed.What);
            return new Refused(query, now, obstacle!);
        }
        return query.Kind switch
        {
            QueryKind.List or QueryKind.Export => await ListAsync(settled, now, page, cancellationToken),
            QueryKind.Count => await CountAsync(settled, now, cancellationToken),
            QueryKind.Trend => await TrendAsync(settled, now, cancellationToken),
            _ => await FigureAsync(settled, now, cancellationToken),
        };
    }

    /// <summary>All complaints of a list or export, at most <see cref="MostExported"/>, one by one; an empty sequence when the
    /// asker may not see them.</summary>
    public async Task<IReadOnlyList<ListedComplaint>> AllRowsAsync(
        ComplaintQuery query,
        Asker asker,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        if (QueryRights.Settle(query, asker).Query is not { } settled)
            return [];
        var most = Math.Min(query.Limit ?? MostExported, MostExported);
        var (sql, pieces) = ListSql.Page(settled, asker.Organisation, now, 0, most);
        return await database.QueryAsync<Row>(sql, pieces.Parameters, cancellationToken);
    }

    private async Task<ListAnswer> ListAsync(SettledQuery settled, DateTimeOffset now, int page, CancellationToken cancellationToken)
    {
        var (query, size) = (settled.Query, PageSize);
        var most = query.Limit ?? int.MaxValue;
        var offset = Math.Max(0, page - 1) * size;
        var (sql, pieces) = ListSql.Page(settled, settled.Asker.Organisation, now, offset, Math.Max(0, Math.Min(size, most - offset)));
        var rows = await database.QueryAsync<Row>(sql, pieces.Parameters, cancellationToken);
        var total = rows.Count > 0 ? rows[0].Total : 0;
        if (rows.Count == 0 && page > 1)
        {
            // The page is beyond the end by now (complaints were closed since): the total alone, and the last page instead.
            var (count, countPieces) = ListSql.Total(settled, settled.Asker.Organisation, now);
            total = (int)await database.ScalarAsync<long>(count, countPieces.Parameters, cancellationToken);
            var last = (Math.Min(total, most) + size - 1) / size;
            if (last > 0 && last < page)
                return await ListAsync(settled, now, last, cancellationToken);
        }
        return new(query, now, rows, Math.Min(total, most), Math.Max(1, page), size);
    }

    private async Task<FigureAnswer> CountAsync(SettledQuery settled, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (query, organisation) = (settled.Query, settled.Asker.Organisation);
        if (Groups.IsTime(query.GroupBy))
            return await TrendAsync(
                settled with
                {
                    Query = query with { Kind = QueryKind.Trend, Metric = Metric.Received },
                },
                now,
                cancellationToken
            );
        var before = PeriodSteps.ComparedPeriod(query);
        List<Bucket?> buckets = [query.Period is { } period ? Bucket.Of(0, period, organisation) : null];
        if (before is not null)
            buckets.Add(Bucket.Of(1, before, organisation));
        var (sql, pieces) = FigureSql.Count(settled, buckets, query.GroupBy, now, DateOnly.FromDateTime(organisation.Local(now).DateTime));
        var sums = await SumsAsync(sql, pieces, cancellationToken);
        var (whole, rows) = Grouped(sums, FigureUnit.Count, query.GroupBy, before is not null);
        return new FigureAnswer(query, now, null, query.Period, before, whole, []).WithRows(rows);
    }

    private async Task<FigureAnswer> FigureAsync(SettledQuery settled, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (query, organisation) = (settled.Query, settled.Asker.Organisation);
        var figure = AllFigures.Of(query.Metric ?? Metric.Received);
        var today = DateOnly.FromDateTime(organisation.Local(now).DateTime);
        var period = query.Period ?? UsualPeriod.For(query, figure, today);
        if (Groups.IsTime(query.GroupBy))
        {
            var trend = await TrendAsync(settled with { Query = query with { Period = period } }, now, cancellationToken);
            return (trend with { Query = query, PeriodIsUsual = query.Period is null }).WithRows(trend.Rows);
        }
        var before = PeriodSteps.ComparedPeriod(query with { Period = period });
        List<Bucket> buckets = [period is null ? Bucket.Always() : Bucket.Of(0, period, organisation)];
        if (before is not null)
            buckets.Add(Bucket.Of(1, before, organisation));
        var (sql, pieces) = FigureSql.Build(settled, figure, overTime: false, buckets, query.GroupBy, now, today);
        var sums = await SumsAsync(sql, pieces, cancellationToken);
        var (whole, rows) = Grouped(sums, figure.Unit, query.GroupBy, before is not null);
        return new FigureAnswer(query, now, figure, period, before, whole, [])
        {
            PeriodIsUsual = query.Period is null && period is not null,
        }.WithRows(rows);
    }

    private async Task<FigureAnswer> TrendAsync(SettledQuery settled, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (query, organisation) = (settled.Query, settled.Asker.Organisation);
        var figure = AllFigures.Of(query.Metric ?? Metric.Received);
        var today = DateOnly.FromDateTime(organisation.Local(now).DateTime);
        var period =
            query.Period is { } said && said.From > DateOnly.MinValue
                ? said
                : UsualPeriod.For(query with { Kind = QueryKind.Trend }, figure, today)!;
        var unit = Groups.IsTime(query.GroupBy) ? query.GroupBy!.Value : UsualPeriod.Unit(period);
        var cut = Bucket.Cut(period, unit, organisation);
        if (cut.Count > MostStretches)
            cut = Bucket.Cut(period, Grouping.Month, organisation);
        // The stretches that have begun; the rest of "this year" is not a row of zeros.
        var stretches = cut.Where(b => b.FirstDay <= today).DefaultIfEmpty(cut[0]).ToList();
        var before = PeriodSteps.ComparedPeriod(query with { Period = period });
        var earlier = before is null
            ? []
            : Bucket
                .Cut(before, unit, organisation)
                .Take(stretches.Count)
                .Select((b, i) => b with { Index = stretches.Count + i })
                .ToList();
        var values =
            figure.Metric == Metric.Open
                ? await BacklogAsync(settled, [.. stretches, .. earlier], now, cancellationToken)
                : await StretchesAsync(settled, figure, [.. stretches, .. earlier], now, today, cancellationToken);
        var rows = stretches
            .Select(
                (b, i) =>
                    new FigureRow(
                        b.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        new(values[i], before is null || i >= earlier.Count ? null : values[stretches.Count + i])
                    )
                    {
                        Days = new(b.FirstDay, b.LastDay),
                    }
            )
            .ToList();
        var whole = await WholeAsync(settled, figure, period, before, [.. rows.Select(r => r.Value)], now, today, cancellationToken);
        return new(query, now, figure, period, before, whole, rows) { PeriodIsUsual = query.Period is null };
    }

    private async Task<IReadOnlyList<FigureValue>> StretchesAsync(
        SettledQuery settled,
        Figure figure,
        IReadOnlyList<Bucket> buckets,
        DateTimeOffset now,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var (sql, pieces) = FigureSql.Build(settled, figure, overTime: true, buckets, null, now, today);
        var sums = (await SumsAsync(sql, pieces, cancellationToken)).ToDictionary(s => s.Bucket);
        return [.. buckets.Select(b => sums.TryGetValue(b.Index, out var sum) ? sum.Value(figure.Unit) : FigureValue.None(figure.Unit))];
    }

    /// <summary>Open complaints at the end of each stretch: the number now, with the changes since taken back.</summary>
    private async Task<IReadOnlyList<FigureValue>> BacklogAsync(
        SettledQuery settled,
        IReadOnlyList<Bucket> buckets,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (sql, pieces) = FigureSql.Backlog(settled, buckets.Min(b => b.LastDay), now);
        var changes = await database.QueryAsync<DayChange>(sql, pieces.Parameters, cancellationToken);
        var present = changes.Where(c => c.Day.Length == 0).Sum(c => c.Change);
        return
        [
            .. buckets.Select(b =>
            {
                var last = b.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                var open = present - changes.Where(c => string.CompareOrdinal(c.Day, last) > 0).Sum(c => c.Change);
                return new FigureValue(FigureUnit.Count, open, open, 0);
            }),
        ];
    }

    /// <summary>The whole period in one number. Sums are added up; what cannot be added (a spread, a state, a complaint late in two
    /// stretches) is asked for.</summary>
    private async Task<Compared> WholeAsync(
        SettledQuery settled,
        Figure figure,
        QueryPeriod period,
        QueryPeriod? before,
        IReadOnlyList<Compared> parts,
        DateTimeOffset now,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (figure.Metric == Metric.Open)
            return parts[^1];
        List<Bucket> buckets = [Bucket.Of(0, period, settled.Asker.Organisation)];
        if (before is not null)
            buckets.Add(Bucket.Of(1, before, settled.Asker.Organisation));
        var values = await StretchesAsync(settled, figure, buckets, now, today, cancellationToken);
        return new(values[0], before is null ? null : values[1]);
    }

    private async Task<IReadOnlyList<SumRow>> SumsAsync(string sql, SqlPieces pieces, CancellationToken cancellationToken) =>
        await database.QueryAsync<SumRow>(sql, pieces.Parameters, cancellationToken);

    private static (Compared Whole, IReadOnlyList<FigureRow> Rows) Grouped(
        IReadOnlyList<SumRow> sums,
        FigureUnit unit,
        Grouping? group,
        bool compared
    )
    {
        FigureValue Sum(IEnumerable<SumRow> rows)
        {
            var list = rows.ToList();
            var told = list.Find(r => r.Grp is null);
            return told is not null
                ? told.Value(unit)
                : list.Select(r => r.Value(unit)).Aggregate(FigureValue.None(unit), (a, b) => list.Count == 1 ? b : a + b);
        }

        Compared Pair(IEnumerable<SumRow> rows)
        {
            var byBucket = rows.ToLookup(r => r.Bucket);
            return new(Sum(byBucket[0]), compared ? Sum(byBucket[1]) : null);
        }

        var whole = Pair(sums);
        return group is null
            ? (whole, [])
            : (
                whole,
                [
                    .. sums.Where(s => s.Grp is not null)
                        // A complaint about two people counts for both.
                        .SelectMany(s => group == Grouping.About ? s.Grp!.Split(',').Select(s.For) : [s])
                        .GroupBy(s => s.Grp!, StringComparer.Ordinal)
                        .Select(g => new FigureRow(Key(g.Key, group.Value), Pair(g))),
                ]
            );
    }

    private static string Key(string key, Grouping group) =>
        group == Grouping.Severity
            ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(((Severity)int.Parse(key, CultureInfo.InvariantCulture)).ToString())
            : key;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused: {Asker} asked about {What}, which is beyond their rights.")]
    private static partial void AskedBeyondRights(ILogger logger, string asker, string what);

    private sealed class Row : ListedComplaint
    {
        public int Total { get; init; }
    }

    private sealed class DayChange
    {
        public string Day { get; init; } = "";

        public long Change { get; init; }
    }

    private sealed class SumRow
    {
        public int Bucket { get; init; }

        public string? Grp { get; init; }

        public long Numerator { get; init; }

        public long Denominator { get; init; }

        public long Also { get; init; }

        public double? Median { get; init; }

        public double? P90 { get; init; }

        public SumRow For(string group) =>
            new()
            {
                Bucket = Bucket,
                Grp = group,
                Numerator = Numerator,
                Denominator = Denominator,
                Also = Also,
                Median = Median,
                P90 = P90,
            };

        public FigureValue Value(FigureUnit unit) => new(unit, Numerator, Denominator, Also) { Median = Median, P90 = P90 };
    }
}
