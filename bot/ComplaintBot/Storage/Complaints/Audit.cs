using System.Globalization;
using Complaints;
using Complaints.Events;
using Complaints.PersonalData;

namespace ComplaintBot.Storage;

/// <summary>Where history was tampered with: the first event that does not follow, or (without a version) a whole ticket.</summary>
public sealed record AuditFault(string Ticket, int? Version, string Reason);

/// <summary>What was looked at, and the first fault in the order of ticket numbers, if any.</summary>
public sealed record AuditResult(long Complaints, long Events, AuditFault? Fault);

/// <summary>Walks every complaint's chain of hashes. A changed, exchanged or missing event breaks it; events cut off at the end, or
/// a ticket without
/// any, show by what the lists still say of it. An event whose personal data was erased no longer gives its hash; a later event of
/// the chain vouches
/// for what is left of it. It reads events as stored and trusts nothing in them.</summary>
public sealed class Audit(Database database)
{
    private const int EventsBetweenReports = 1000;

    /// <summary>Checks everything, with a few rows in memory at a time; <paramref name="progress"/> hears the share checked, 0 to
    /// 1.</summary>
    public Task<AuditResult> CheckAsync(IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => CheckAsync(session, progress, cancellationToken), cancellationToken);

    private static async Task<AuditResult> CheckAsync(DbSession session, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var (complaints, events, last) = (0L, 0L, (Row?)null);
        var all = progress is null ? 0 : await session.ScalarAsync<long>("SELECT count(*) FROM complaint_events", null, cancellationToken);
        var erased = new ErasedEvents();
        await foreach (
            var row in session
                .StreamAsync<Row>(
                    """
                    SELECT e.ticket, e.version, e.at, e.by_kind, e.by_id, e.channel, e.command, e.event, e.hash, c.version AS known
                    FROM complaint_events e LEFT JOIN complaints c ON c.ticket = e.ticket ORDER BY e.ticket, e.version
                    """
                )
                .WithCancellation(cancellationToken)
        )
        {
            var first = last?.Ticket != row.Ticket;
            if (first && last is not null && End(last, complaints, events, erased) is { } cut)
                return cut;
            if (Broken(row, first ? null : last, erased) is { } reason)
                return erased.End(row.Ticket) is { } earlier
                    ? Before(earlier, row.Version - 1, complaints, events)
                    : new(complaints, events, new(row.Ticket, row.Version, reason));
            (complaints, events, last) = (complaints + (first ? 1 : 0), events + 1, row);
            if (events % EventsBetweenReports == 0)
                progress?.Report((double)events / all);
        }
        if (last is not null && End(last, complaints, events, erased) is { } end)
            return end;
        var empty = await session.FirstOrDefaultAsync<string>(
            """
            SELECT ticket FROM complaints c
            WHERE NOT EXISTS (SELECT 1 FROM complaint_events e WHERE e.ticket = c.ticket)
            ORDER BY ticket LIMIT 1
            """,
            cancellationToken: cancellationToken
        );
        return new(complaints, events, empty is null ? null : new(empty, null, "all of its events are gone"));
    }

    private static AuditResult? End(Row last, long complaints, long events, ErasedEvents erased) =>
        erased.End(last.Ticket) is { } unexplained ? Before(unexplained, last.Version, complaints, events)
        : Missing(last) is { } cut ? new(complaints, events, cut)
        : null;

    // Counts only what was in order before the fault, which shows only after later events were read.
    private static AuditResult Before(AuditFault fault, int read, long complaints, long events) =>
        new(complaints - (fault.Version == 1 ? 1 : 0), events - (read - fault.Version!.Value + 1), fault);

    private static string? Broken(Row row, Row? before, ErasedEvents erased)
    {
        var expected = (before?.Version ?? 0) + 1;
        if (row.Version != expected)
            return $"event {expected.ToString(CultureInfo.InvariantCulture)} is missing before it";
        if (!Enum.TryParse<ActorKind>(row.ByKind, out var kind) || !Enum.TryParse<Channel>(row.Channel, out var channel))
            return "its actor or channel is none that the program writes";
        var by = new Actor(kind, row.ById, "");
        if (
            RecordedEvent.HashOf(
                before?.Hash ?? RecordedEvent.Genesis,
                row.Ticket,
                row.Version,
                row.At,
                by,
                channel,
                row.Command,
                row.Event
            ) != row.Hash
        )
            erased.Expect(row.Version, row.Hash, Erasure.DigestOf(row.Version, row.At, by, channel, row.Command, row.Event));
        else
            erased.Vouched(row.Event);
        return null;
    }

    private static AuditFault? Missing(Row last) =>
        last.Known switch
        {
            null => new(last.Ticket, null, "it has events but stands in no list"),
            { } known when known != last.Version => new(last.Ticket, last.Version + 1, "the lists know of an event that is gone"),
            _ => null,
        };

    private sealed class Row
    {
        public string Ticket { get; init; } = "";

        public int Version { get; init; }

        public DateTimeOffset At { get; init; }

        public string ByKind { get; init; } = "";

        public string ById { get; init; } = "";

        public string Channel { get; init; } = "";

        public string Command { get; init; } = "";

        public string Event { get; init; } = "";

        public string Hash { get; init; } = "";

        public int? Known { get; init; }
    }
}
