using System.Diagnostics;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using ComplaintBot.Telemetry;
using DirectLine.Wire;
using Microsoft.Bot.Builder;

namespace ComplaintBot.Messaging.Receiving;

/// <summary>Runs the turns: many conversations at once, each in order of arrival. A turn's writes and the mark that it is done are one
/// transaction; a turn that dies with its process is run again by another.</summary>
public sealed partial class Mailbox : LaneWorker
{
    /// <summary>After so many failed tries an activity is set aside, and the person is told.</summary>
    public const int Attempts = 4;

    /// <summary>A turn that takes longer is cancelled and counts as failed.</summary>
    public static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(60);

    private const int ConflictTries = 3;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10)];
    private readonly Database _database;
    private readonly LaneQueue _lanes;
    private readonly Inbox _inbox;
    private readonly IInboxTurn _turn;
    private readonly TimeProvider _time;
    private readonly ILogger<Mailbox> _log;

    /// <summary>A mailbox over the inbox of a database.</summary>
    public Mailbox(Database database, Inbox inbox, IInboxTurn turn, TimeProvider time, ILogger<Mailbox> log)
        : this(new LaneQueue(database, time, "inbox"), database, inbox, turn, time, log) { }

    private Mailbox(LaneQueue lanes, Database database, Inbox inbox, IInboxTurn turn, TimeProvider time, ILogger<Mailbox> log)
        : base(lanes, time, log)
    {
        (_lanes, _database, _inbox, _turn, _time, _log) = (lanes, database, inbox, turn, time, log);
        inbox.WhenReceived(Wake);
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(string lane, CancellationToken cancellationToken)
    {
        while (await _lanes.TakeAsync<InboxItem>(lane, cancellationToken) is { } item)
        {
            await HandleAsync(item, cancellationToken);
            if (Stopping)
            {
                await _lanes.ReleaseAsync(lane, cancellationToken);
                return;
            }
        }
    }

    private async Task HandleAsync(InboxItem item, CancellationToken cancellationToken)
    {
        using var span = Spans.Continue("turn", ActivityKind.Consumer, item.Trace);
        span?.SetTag("activity.type", item.Type).SetTag("turn.attempt", item.Attempts);
        var (started, outcome) = (Stopwatch.GetTimestamp(), "done");
        try
        {
            // More attempts than we ever begin: each time the process died in the middle.
            if (item.Attempts > Attempts)
                await ParkAsync(item, "The process ended in the middle of every try.", cancellationToken);
            else
                await RunAsync(item, cancellationToken);
        }
        catch (Exception e) when (e is not LaneLostException && !cancellationToken.IsCancellationRequested)
        {
            outcome = "failed";
            span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            TurnFailed(_log, e, item.Id, item.Lane, item.Attempts);
            if (item.Attempts >= Attempts)
                await ParkAsync(item, e.ToString(), cancellationToken);
            else
                await PostponeAsync(item, e, cancellationToken);
        }
        Figures.TurnLength.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("activity.type", item.Type), new("outcome", outcome));
        _inbox.Ended(item.Id);
    }

    private async Task RunAsync(InboxItem item, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            using var limit = new CancellationTokenSource(TurnLimit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            var work = Begin(item);
            var answer = await _turn.RunAsync(item, work, either.Token);
            work.Add((tx, ct) => EndAsync(tx, item, "done", answer, error: null, ct));
            try
            {
                await work.CommitAsync(cancellationToken);
                return;
            }
            catch (ConcurrencyException) when (tried < ConflictTries)
            {
                // Somebody else changed what this turn had read: it runs again on the new state.
            }
        }
    }

    private async Task ParkAsync(InboxItem item, string error, CancellationToken cancellationToken)
    {
        var work = Begin(item);
        InvokeResponse? answer = null;
        try
        {
            answer = await _turn.TellFailedAsync(item, work, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Not even the apology could be made; the conversation must go on all the same.
            TurnFailed(_log, e, item.Id, item.Lane, item.Attempts);
            work = Begin(item);
        }
        work.Add((tx, ct) => EndAsync(tx, item, "parked", answer, error, ct));
        await work.CommitAsync(cancellationToken);
    }

    private Task PostponeAsync(InboxItem item, Exception error, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            async tx =>
            {
                await _lanes.HoldAsync(tx, item.Lane, cancellationToken);
                await tx.ExecuteAsync(
                    "UPDATE inbox SET next_at = @at, error = @error WHERE id = @Id",
                    new
                    {
                        at = _time.GetUtcNow() + Pauses[Math.Clamp(item.Attempts - 1, 0, Pauses.Length - 1)],
                        error = SqlText.Printable(error.ToString()),
                        item.Id,
                    },
                    cancellationToken
                );
            },
            cancellationToken
        );

    private UnitOfWork Begin(InboxItem item)
    {
        var work = new UnitOfWork(_database);
        work.Add((tx, ct) => _lanes.HoldAsync(tx, item.Lane, ct));
        return work;
    }

    private async Task EndAsync(
        DbTransactionScope tx,
        InboxItem item,
        string state,
        InvokeResponse? answer,
        string? error,
        CancellationToken cancellationToken
    )
    {
        var ended = await tx.ExecuteAsync(
            """
            UPDATE inbox SET state = @state, done_at = @now, answer_status = @Status, answer_body = @body, error = @error
            WHERE id = @Id AND state = 'pending'
            """,
            new
            {
                state,
                now = _time.GetUtcNow(),
                answer?.Status,
                body = answer?.Body is { } body ? ProtocolJson.Serialize(body) : null,
                error = SqlText.Printable(error),
                item.Id,
            },
            cancellationToken
        );
        if (ended != 1)
            throw new LaneLostException($"Activity {item.Id} of {item.Lane} was ended by another process.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of activity {Id} in {Lane} failed at try {Attempt}.")]
    private static partial void TurnFailed(ILogger log, Exception exception, long id, string lane, int attempt);
}
