using ComplaintBot.Storage;
using Complaints;
using Complaints.Quality;

namespace ComplaintBot.Quality;

/// <summary>Finds complaints to compare with. Complaints about a person stay out: being linked would name them to people who may
/// not know.</summary>
public sealed class PatternStore(Database database)
{
    /// <summary>Complaints that came in or got a cause and were not compared yet, the oldest first, each with the mark to end it
    /// by.</summary>
    public Task<IReadOnlyList<ToCompare>> NextAsync(int most, CancellationToken cancellationToken) =>
        database.QueryAsync<ToCompare>(
            "SELECT ticket, pattern_at AS mark FROM complaints WHERE pattern_at IS NOT NULL ORDER BY pattern_at, ticket LIMIT @most",
            new { most },
            cancellationToken
        );

    /// <summary>The write that says a complaint was compared; one that changed meanwhile is compared again.</summary>
    public static IWrite Compared(ToCompare done)
    {
        return new Write(
            (tx, cancellationToken) =>
                tx.ExecuteAsync(
                    "UPDATE complaints SET pattern_at = NULL WHERE ticket = @Ticket AND pattern_at = @Mark",
                    new { done.Ticket, done.Mark },
                    cancellationToken
                )
        );
    }

    /// <summary>Closed complaints that may be the same problem: the domain decides.</summary>
    public async Task<IReadOnlyList<Problem>> ClosedLikeAsync(Problem problem, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<ProblemRow>(
            """
            SELECT ticket, category, customer, received_at, closed_at, product_key, place_key, cause_key, burst_of FROM complaints
            WHERE category = @Category AND closed_at >= @since AND closed_at <= @ReceivedAt
              AND kind = 'complaint' AND about_staff IS NULL AND ticket <> @Ticket
              AND (customer = @Customer OR product_key = @Product OR place_key = @Place OR (@cause = 1 AND cause_key IS NOT NULL))
            """,
            new
            {
                problem.Category,
                since,
                problem.ReceivedAt,
                problem.Ticket,
                problem.Customer,
                problem.Product,
                problem.Place,
                cause = problem.Cause is null ? 0 : 1,
            },
            cancellationToken
        );
        return [.. rows.Select(r => r.Read())];
    }

    /// <summary>Open complaints of the category since an instant, with the head of the burst that they belong to already.</summary>
    public async Task<IReadOnlyList<(Problem Problem, string? BurstOf)>> RecentAsync(
        Problem problem,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.QueryAsync<ProblemRow>(
            """
            SELECT ticket, category, customer, received_at, closed_at, product_key, place_key, cause_key, burst_of FROM complaints
            WHERE category = @Category AND received_at >= @since AND received_at <= @ReceivedAt
              AND is_open = 1 AND kind = 'complaint' AND about_staff IS NULL
            """,
            new
            {
                problem.Category,
                since,
                problem.ReceivedAt,
            },
            cancellationToken
        );
        return [.. rows.Select(r => (r.Read(), r.BurstOf))];
    }

    /// <summary>A complaint as it is compared.</summary>
    public static Problem Of(Complaint c)
    {
        return new(c.Ticket, c.Details.Category, c.Complainant.Id, c.ReceivedAt)
        {
            Product = PatternKeys.Of(c.Details.Product),
            Place = PatternKeys.Of(c.Details.Place),
            Cause = PatternKeys.Of(c.Cause?.Text),
            ClosedAt = c.State == ComplaintState.Closed ? c.ClosedAt : null,
        };
    }

    private sealed class ProblemRow
    {
        public string Ticket { get; init; } = "";

        public string Category { get; init; } = "";

        public string Customer { get; init; } = "";

        public DateTimeOffset ReceivedAt { get; init; }

        public DateTimeOffset? ClosedAt { get; init; }

        public string? ProductKey { get; init; }

        public string? PlaceKey { get; init; }

        public string? CauseKey { get; init; }

        public string? BurstOf { get; init; }

        public Problem Read() =>
            new(Ticket, Category, Customer, ReceivedAt)
            {
                Product = ProductKey,
                Place = PlaceKey,
                Cause = CauseKey,
                ClosedAt = ClosedAt,
            };
    }
}

/// <summary>A complaint that is still to be compared, and the mark it was seen with.</summary>
public sealed class ToCompare
{
    /// <summary>Its number.</summary>
    public string Ticket { get; init; } = "";

    /// <summary>When it was marked.</summary>
    public DateTimeOffset Mark { get; init; }
}
