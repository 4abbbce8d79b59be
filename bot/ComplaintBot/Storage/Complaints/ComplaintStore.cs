using System.Globalization;
using Complaints;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;

namespace ComplaintBot.Storage;

/// <summary>Keeps complaints: their events for good, and beside them how each stands now for lists, figures and timers.</summary>
public sealed class ComplaintStore(Database database, IKeptBeside beside)
{
    /// <summary>A complaint by its number, folded from its events; null when there is none.</summary>
    public Task<Complaint?> LoadAsync(string ticket, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => LoadAsync(ticket, session, cancellationToken), cancellationToken);

    /// <summary>The same in a transaction that is going on.</summary>
    public static async Task<Complaint?> LoadAsync(string ticket, DbSession session, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync<EventRow>(
            "SELECT * FROM complaint_events WHERE ticket = @ticket ORDER BY version",
            new { ticket },
            cancellationToken
        );
        return rows.Count == 0 ? null : Complaint.FromHistory(rows.Select(r => r.Read()));
    }

    /// <summary>All complaints in the order of their numbers, one in memory at a time.</summary>
    public async IAsyncEnumerable<Complaint> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using var connection = await database.Dialect.OpenAsync(cancellationToken);
        var (session, history) = (new DbSession(connection, null, database.Dialect), new List<RecordedEvent>());
        await foreach (
            var row in session
                .StreamAsync<EventRow>("SELECT * FROM complaint_events ORDER BY ticket, version")
                .WithCancellation(cancellationToken)
        )
        {
            if (history.Count > 0 && history[0].Ticket != row.Ticket)
            {
                yield return Complaint.FromHistory(history)!;
                history.Clear();
            }
            history.Add(row.Read());
        }
        if (history.Count > 0)
            yield return Complaint.FromHistory(history)!;
    }

    /// <summary>The write that appends the new events and brings the projections up to date.
    /// Throws <see cref="ConcurrencyException"/> when somebody else appended meanwhile.</summary>
    public IWrite Save(Complaint complaint, Organisation organisation)
    {
        return new Write(
            async (tx, cancellationToken) =>
            {
                await AppendAsync(tx, complaint, cancellationToken);
                await beside.BeforeAsync(tx, complaint.Ticket, cancellationToken);
                await Projection.WriteAsync(tx, complaint, organisation, cancellationToken);
            }
        );
    }

    /// <summary>The write that brings the lists up to date without a new event: after history itself was changed, which only
    /// erasing does.</summary>
    public IWrite Project(Complaint complaint, Organisation organisation)
    {
        return new Write(
            async (tx, cancellationToken) =>
            {
                await beside.BeforeAsync(tx, complaint.Ticket, cancellationToken);
                await Projection.WriteAgainAsync(tx, complaint, organisation, cancellationToken);
            }
        );
    }

    /// <summary>The write that notes when the timer worker has to look again, and ends its claim.</summary>
    public IWrite Reschedule(Complaint complaint, Organisation organisation)
    {
        return new Write(
            (tx, cancellationToken) =>
                tx.ExecuteAsync(
                    "UPDATE complaints SET next_at = @next, lease_until = NULL WHERE ticket = @Ticket AND version = @Version",
                    new
                    {
                        complaint.Ticket,
                        complaint.Version,
                        next = Timers.Next(complaint, organisation),
                    },
                    cancellationToken
                )
        );
    }

    /// <summary>A fresh ticket number <c>C-YYYYMMDD-NNNN</c>: unique across processes; a turn that fails afterwards leaves a gap.</summary>
    public async Task<string> NextTicketAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        var date = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var number = await database.WriteAsync(
            tx =>
                tx.ScalarAsync<long>(
                    """
                    INSERT INTO ticket_numbers (day, last) VALUES (@date, 1)
                    ON CONFLICT (day) DO UPDATE SET last = ticket_numbers.last + 1 RETURNING last
                    """,
                    new { date },
                    cancellationToken
                ),
            cancellationToken
        );
        return string.Create(CultureInfo.InvariantCulture, $"C-{date}-{number:0000}");
    }

    /// <summary>Claims complaints whose timer has come, the earliest first. Another process leaves them alone until
    /// <paramref name="lease"/> is over.</summary>
    public Task<IReadOnlyList<string>> ClaimDueAsync(
        DateTimeOffset now,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken = default
    ) =>
        database.WriteAsync(
            async tx =>
            {
                var due = await tx.QueryAsync<string>(
                    $"""
                    SELECT ticket FROM complaints
                    WHERE next_at <= @now AND (lease_until IS NULL OR lease_until <= @now)
                    ORDER BY next_at LIMIT @most {tx.Dialect.ForUpdateSkipLocked}
                    """,
                    new { now, most },
                    cancellationToken
                );
                foreach (var ticket in due)
                    await tx.ExecuteAsync(
                        "UPDATE complaints SET lease_until = @until WHERE ticket = @ticket",
                        new { ticket, until = now + lease },
                        cancellationToken
                    );
                return due;
            },
            cancellationToken
        );

    /// <summary>Numbers of a customer's complaints, also of those merged with others', the newest first.</summary>
    public Task<IReadOnlyList<string>> OfCustomerAsync(string customer, int most, CancellationToken cancellationToken = default) =>
        database.QueryAsync<string>(
            """
            SELECT c.ticket FROM complaint_parties p JOIN complaints c ON c.ticket = p.ticket
            WHERE p.customer = @customer ORDER BY c.received_at DESC, c.ticket DESC LIMIT @most
            """,
            new { customer, most },
            cancellationToken
        );

    /// <summary>Numbers of the open complaints of an owner, the earliest due first.</summary>
    public Task<IReadOnlyList<string>> OfOwnerAsync(string owner, int most, CancellationToken cancellationToken = default) =>
        database.QueryAsync<string>(
            "SELECT ticket FROM complaints WHERE owner = @owner AND is_open = 1 ORDER BY next_due, ticket LIMIT @most",
            new { owner, most },
            cancellationToken
        );

    /// <summary>What everybody carries now; <paramref name="lately"/> is the instant since which assignments count as lately.</summary>
    public async Task<IReadOnlyDictionary<string, Complaints.Assignment.Workload>> WorkloadsAsync(
        DateTimeOffset lately,
        CancellationToken cancellationToken = default
    )
    {
        // Two short looks by index instead of one over every complaint there ever was.
        var rows = await database.QueryAsync<LoadRow>(
            """
            SELECT owner, sum(open) AS open, max(assigned_at) AS last_assigned,
              sum(CASE WHEN assigned_at >= @lately THEN 1 ELSE 0 END) AS lately
            FROM (
              SELECT owner, 1 AS open, assigned_at FROM complaints WHERE is_open = 1 AND owner IS NOT NULL
              UNION ALL
              SELECT owner, 0 AS open, assigned_at FROM complaints
              WHERE is_open = 0 AND owner IS NOT NULL AND assigned_at >= @lately
            ) AS loads
            GROUP BY owner
            """,
            new { lately },
            cancellationToken
        );
        return rows.ToDictionary(r => r.Owner, r => new Complaints.Assignment.Workload((int)r.Open, r.LastAssigned, (int)r.Lately));
    }

    private static async Task AppendAsync(DbTransactionScope tx, Complaint complaint, CancellationToken cancellationToken)
    {
        foreach (var e in complaint.NewEvents)
        {
            var written = await tx.ExecuteAsync(
                """
                INSERT INTO complaint_events (ticket, version, at, by_kind, by_id, by_name, channel, command, event, hash)
                VALUES (@Ticket, @Version, @At, @kind, @id, @name, @channel, @Command, @Json, @Hash)
                ON CONFLICT (ticket, version) DO NOTHING
                """,
                new
                {
                    e.Ticket,
                    e.Version,
                    e.At,
                    kind = e.By.Kind.ToString(),
                    id = SqlText.Printable(e.By.Id),
                    name = SqlText.Printable(e.By.Name),
                    channel = e.Channel.ToString(),
                    e.Command,
                    e.Json,
                    e.Hash,
                },
                cancellationToken
            );
            if (written != 1)
                throw new ConcurrencyException($"{complaint.Ticket} has gone on meanwhile.");
        }
    }

    private sealed class EventRow
    {
        public string Ticket { get; init; } = "";

        public int Version { get; init; }

        public DateTimeOffset At { get; init; }

        public string ByKind { get; init; } = "";

        public string ById { get; init; } = "";

        public string ByName { get; init; } = "";

        public string Channel { get; init; } = "";

        public string Command { get; init; } = "";

        public string Event { get; init; } = "";

        public string Hash { get; init; } = "";

        public RecordedEvent Read() =>
            new(
                Ticket,
                Version,
                At,
                new Actor(Enum.Parse<ActorKind>(ByKind), ById, ByName),
                Enum.Parse<Channel>(Channel),
                Command,
                EventJson.Read(Event),
                Event,
                Hash
            );
    }

    private sealed class LoadRow
    {
        public string Owner { get; init; } = "";

        public long Open { get; init; }

        public DateTimeOffset? LastAssigned { get; init; }

        public long Lately { get; init; }
    }
}
