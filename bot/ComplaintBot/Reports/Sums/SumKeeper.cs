using ComplaintBot.Storage;

namespace ComplaintBot.Reports.Sums;

/// <summary>Keeps the sums exact in one transaction: what a complaint added to them before its tables were changed, and what it
/// adds in the end; the difference is written just before the commit, in one order for all transactions, so that they do not block
/// each other crosswise.</summary>
internal sealed class SumKeeper : IWrite
{
    private readonly Dictionary<string, IReadOnlyList<Fact>> _before = new(StringComparer.Ordinal);

    /// <summary>To be called before the tables of a complaint are changed; only the first call counts. Nobody else changes them
    /// until the transaction ends.</summary>
    public static async Task BeforeAsync(DbTransactionScope tx, string ticket, CancellationToken cancellationToken)
    {
        var keeper = tx.Last(() => new SumKeeper());
        if (keeper._before.ContainsKey(ticket))
            return;
        if (tx.Dialect.ForUpdate.Length > 0)
            await tx.ScalarAsync<string>(
                $"SELECT ticket FROM complaints WHERE ticket = @ticket {tx.Dialect.ForUpdate}",
                new { ticket },
                cancellationToken
            );
        keeper._before[ticket] = await FactsAsync(tx, ticket, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(DbTransactionScope tx, CancellationToken cancellationToken)
    {
        var changes = new SortedDictionary<SumKey, (long N, long D, long A)>();
        void Add(IReadOnlyList<Fact> facts, int sign)
        {
            foreach (var f in facts)
            {
                foreach (var key in f.Keys())
                {
                    var (n, d, a) = changes.GetValueOrDefault(key);
                    changes[key] = (n + sign * f.N, d + sign * f.D, a + sign * f.A);
                }
            }
        }

        foreach (var (ticket, before) in _before)
        {
            Add(before, -1);
            Add(await FactsAsync(tx, ticket, cancellationToken), 1);
        }
        foreach (var (key, (n, d, a)) in changes.Where(c => c.Value != (0, 0, 0)))
        {
            await tx.ExecuteAsync(
                $"""
                INSERT INTO figure_sums (series, unit, day, later, {SumSeries.Dimensions}, n, d, a)
                VALUES (@Series, @Unit, @Day, @Later, @Department, @Category, @Severity, @CustomerLevel, @AboutStaff, @Bin, @n, @d, @a)
                ON CONFLICT (series, unit, day, later, {SumSeries.Dimensions})
                DO UPDATE SET n = figure_sums.n + excluded.n, d = figure_sums.d + excluded.d, a = figure_sums.a + excluded.a
                """,
                new
                {
                    key.Series,
                    key.Unit,
                    key.Day,
                    key.Later,
                    key.Department,
                    key.Category,
                    key.Severity,
                    key.CustomerLevel,
                    key.AboutStaff,
                    key.Bin,
                    n,
                    d,
                    a,
                },
                cancellationToken
            );
        }
    }

    private static async Task<IReadOnlyList<Fact>> FactsAsync(DbTransactionScope tx, string ticket, CancellationToken cancellationToken) =>
        await tx.QueryAsync<Fact>(SumSeries.FactsOfTicket, new { ticket }, cancellationToken);

    private sealed class Fact
    {
        public string Series { get; init; } = "";

        public string Day { get; init; } = "";

        public string Later { get; init; } = "";

        public string Department { get; init; } = "";

        public string Category { get; init; } = "";

        public int Severity { get; init; }

        public string CustomerLevel { get; init; } = "";

        public string AboutStaff { get; init; } = "";

        public long Bin { get; init; }

        public long N { get; init; }

        public long D { get; init; }

        public long A { get; init; }

        /// <summary>The sums that the fact is part of: its day's and its month's.</summary>
        public IEnumerable<SumKey> Keys()
        {
            if (!SumSeries.IsOfLengths(Series))
                yield return new(Series, "d", Day, Later, Department, Category, Severity, CustomerLevel, AboutStaff, Bin);
            yield return new(Series, "m", Month(Day), Month(Later), Department, Category, Severity, CustomerLevel, AboutStaff, Bin);
        }

        private static string Month(string day) => day.Length == 0 ? day : string.Concat(day.AsSpan(0, 7), "-01");
    }
}
