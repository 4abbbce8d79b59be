using ComplaintBot.Storage;

namespace ComplaintBot.LiveTalk;

/// <summary>Keeps the talks between customers and staff. A write that finds the talk changed throws
/// <see cref="ConcurrencyException"/>: the turn runs again on what is now.</summary>
public sealed class Talks(Database database)
{
    private const string Columns = "id, customer, language, name, ticket, words, asked_at, taken_by, taken_at, spoken_at, ended_at";

    /// <summary>A talk by its id, or null.</summary>
    public Task<Talk?> FindAsync(string id, CancellationToken cancellationToken) => OneAsync("id = @value", id, cancellationToken);

    /// <summary>The talk of a customer that runs or waits, or null.</summary>
    public Task<Talk?> OfCustomerAsync(string customer, CancellationToken cancellationToken) =>
        OneAsync("customer = @value AND ended_at IS NULL", customer, cancellationToken);

    /// <summary>The talk that a member of staff holds, or null.</summary>
    public Task<Talk?> OfStaffAsync(string aadObjectId, CancellationToken cancellationToken) =>
        OneAsync("taken_by = @value AND ended_at IS NULL", aadObjectId, cancellationToken);

    /// <summary>The customer's last talk that ended without a ticket, or null.</summary>
    public Task<Talk?> WithoutTicketAsync(string customer, CancellationToken cancellationToken) =>
        OneAsync(
            "customer = @value AND ended_at IS NOT NULL AND taken_by IS NOT NULL AND ticket IS NULL ORDER BY asked_at DESC",
            customer,
            cancellationToken
        );

    /// <summary>What was said, in order.</summary>
    public async Task<IReadOnlyList<TalkLine>> LinesAsync(string id, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync<LineRow>(
            "SELECT staff, text, said_at FROM hand_over_lines WHERE hand_over = @id ORDER BY id",
            new { id },
            cancellationToken
        );
        return [.. rows.Select(r => new TalkLine(r.Staff, r.Text, r.SaidAt))];
    }

    /// <summary>A customer asks for a person.</summary>
    public static IWrite Ask(Talk talk) =>
        new Write(
            async (tx, cancellationToken) =>
                await One(
                    tx.ExecuteAsync(
                        $"""
                        INSERT INTO hand_overs ({Columns})
                        SELECT @Id, @Customer, @Language, @Name, @Ticket, @Words, @AskedAt, NULL, NULL, @SpokenAt, NULL
                        WHERE NOT EXISTS (SELECT 1 FROM hand_overs WHERE customer = @Customer AND ended_at IS NULL)
                        """,
                        talk,
                        cancellationToken
                    )
                )
        );

    /// <summary>Somebody takes it; the first wins.</summary>
    public static IWrite Take(Talk talk, string aadObjectId, DateTimeOffset now) =>
        new Write(
            async (tx, cancellationToken) =>
                await One(
                    tx.ExecuteAsync(
                        """
                        UPDATE hand_overs SET taken_by = @aadObjectId, taken_at = @now, spoken_at = @now
                        WHERE id = @Id AND taken_by IS NULL AND ended_at IS NULL
                          AND NOT EXISTS (SELECT 1 FROM hand_overs other WHERE other.taken_by = @aadObjectId AND other.ended_at IS NULL)
                        """,
                        new
                        {
                            talk.Id,
                            aadObjectId,
                            now,
                        },
                        cancellationToken
                    )
                )
        );

    /// <summary>One side says something; <paramref name="staff"/> is null for the customer.</summary>
    public static IWrite Say(Talk talk, string? staff, string text, DateTimeOffset now) =>
        new Write(
            async (tx, cancellationToken) =>
            {
                await One(
                    tx.ExecuteAsync(
                        "UPDATE hand_overs SET spoken_at = @now WHERE id = @Id AND ended_at IS NULL",
                        new { talk.Id, now },
                        cancellationToken
                    )
                );
                await tx.ExecuteAsync(
                    "INSERT INTO hand_over_lines (hand_over, staff, text, said_at) VALUES (@Id, @staff, @text, @now)",
                    new
                    {
                        talk.Id,
                        staff,
                        text = SqlText.Printable(text),
                        now,
                    },
                    cancellationToken
                );
            }
        );

    /// <summary>It is over.</summary>
    public static IWrite End(Talk talk, DateTimeOffset now) =>
        new Write(
            async (tx, cancellationToken) =>
                await One(
                    tx.ExecuteAsync(
                        "UPDATE hand_overs SET ended_at = @now WHERE id = @Id AND ended_at IS NULL",
                        new { talk.Id, now },
                        cancellationToken
                    )
                )
        );

    /// <summary>The ticket that it turned out to be about.</summary>
    public static IWrite Belongs(Talk talk, string ticket) =>
        new Write(
            (tx, cancellationToken) =>
                tx.ExecuteAsync("UPDATE hand_overs SET ticket = @ticket WHERE id = @Id", new { talk.Id, ticket }, cancellationToken)
        );

    private async Task<Talk?> OneAsync(string where, string value, CancellationToken cancellationToken) =>
        (
            await database.FirstOrDefaultAsync<Row>(
                $"SELECT {Columns} FROM hand_overs WHERE {where} LIMIT 1",
                new { value },
                cancellationToken
            )
        )?.Read();

    private static async Task One(Task<int> changed)
    {
        if (await changed != 1)
            throw new ConcurrencyException("The talk has gone on meanwhile.");
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Customer { get; init; } = "";

        public string Language { get; init; } = "";

        public string? Name { get; init; }

        public string? Ticket { get; init; }

        public string Words { get; init; } = "";

        public DateTimeOffset AskedAt { get; init; }

        public string? TakenBy { get; init; }

        public DateTimeOffset? TakenAt { get; init; }

        public DateTimeOffset SpokenAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public Talk Read() =>
            new()
            {
                Id = Id,
                Customer = Customer,
                Language = Language,
                Name = Name,
                Ticket = Ticket,
                Words = Words,
                AskedAt = AskedAt,
                TakenBy = TakenBy,
                TakenAt = TakenAt,
                SpokenAt = SpokenAt,
                EndedAt = EndedAt,
            };
    }

    private sealed class LineRow
    {
        public string? Staff { get; init; }

        public string Text { get; init; } = "";

        public DateTimeOffset SaidAt { get; init; }
    }
}
