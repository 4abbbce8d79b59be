using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ComplaintBot.BotService.Proof;
using ComplaintBot.Messaging.Conversations;
using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using ComplaintBot.Telemetry;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Receiving;

/// <summary>Where every activity is stored before the channel hears 202. What a channel delivers twice is stored once.</summary>
public sealed class Inbox(Database database, ConversationReferences references, TimeProvider time)
{
    /// <summary>How long a channel's request may wait for the answer to an invoke.</summary>
    public static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan LookForAnswer = TimeSpan.FromMilliseconds(200);
    private readonly LaneQueue _lanes = new(database, time, "inbox");
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _waiting = new();
    private Action? _wake;

    /// <summary>Has <paramref name="wake"/> called after something was stored: the mailbox wakes, and the sender, because somebody can be
    /// reached (again).</summary>
    public void WhenReceived(Action wake) => _wake += wake;

    /// <summary>Stores an authenticated activity; when this returns it will not be lost.</summary>
    /// <exception cref="ArgumentException">The activity names no channel or conversation.</exception>
    public async Task<InboxReceipt> ReceiveAsync(Activity activity, Caller caller, CancellationToken cancellationToken = default)
    {
        var receipt = await database.WriteAsync(tx => ReceiveAsync(tx, activity, caller, cancellationToken), cancellationToken);
        Wake();
        return receipt;
    }

    /// <summary>Stores an activity inside a transaction that stores something else with it. Call <see cref="Wake"/> after the
    /// commit.</summary>
    /// <exception cref="ArgumentException">The activity names no channel or conversation.</exception>
    public async Task<InboxReceipt> ReceiveAsync(
        DbTransactionScope tx,
        Activity activity,
        Caller caller,
        CancellationToken cancellationToken = default
    )
    {
        if (string.IsNullOrEmpty(activity.ChannelId) || string.IsNullOrEmpty(activity.Conversation?.Id))
            throw new ArgumentException("An activity needs a channel and a conversation.", nameof(activity));
        var now = time.GetUtcNow();
        var lane = LaneKey.Conversation(activity.ChannelId, activity.Conversation.Id);
        await _lanes.TouchAsync(tx, lane, now, cancellationToken);
        await references.SeenAsync(tx, activity, cancellationToken);
        var same = SameActivity(activity);
        var added = await tx.ScalarAsync<long?>(
            """
            INSERT INTO inbox (lane, same_activity, type, activity, caller, next_at, received_at, trace)
            VALUES (@lane, @same, @Type, @json, @callerJson, @now, @now, @Mark)
            ON CONFLICT (same_activity) DO NOTHING RETURNING id
            """,
            new
            {
                lane,
                same,
                Type = activity.Type ?? "",
                json = ProtocolJson.Serialize(activity),
                callerJson = caller.ToJson(),
                now,
                Spans.Mark,
            },
            cancellationToken
        );
        return added is { } id
            ? new(id, Repeated: false)
            : new(
                await tx.ScalarAsync<long>("SELECT id FROM inbox WHERE same_activity = @same", new { same }, cancellationToken),
                Repeated: true
            );
    }

    /// <summary>Wakes the mailbox.</summary>
    public void Wake() => _wake?.Invoke();

    /// <summary>The answer that the turn of a stored activity gives or gave, on whichever process it runs; null when there is none within
    /// <paramref name="deadline"/>, or when the turn had nothing to answer.</summary>
    public async Task<InvokeResponse?> AnswerAsync(InboxReceipt receipt, TimeSpan deadline, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var done = _waiting.GetOrAdd(receipt.Id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            while (true)
            {
                var row = await database.FirstOrDefaultAsync<AnswerRow>(
                    "SELECT state, answer_status, answer_body FROM inbox WHERE id = @Id",
                    new { receipt.Id },
                    cancellationToken
                );
                if (row is not { State: "pending" })
                    return row?.Read();
                await Task.WhenAny(done.Task, Task.Delay(LookForAnswer, time, either.Token)).Unwrap();
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _waiting.TryRemove(receipt.Id, out _);
        }
    }

    /// <summary>Tells requests of this process that a turn has ended.</summary>
    internal void Ended(long id)
    {
        if (_waiting.TryGetValue(id, out var done))
            done.TrySetResult();
    }

    // One activity has one id, but an edit or a deletion carries the id of what it changes, and so may several reactions.
    private static string SameActivity(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Id))
            return Guid.NewGuid().ToString("N");
        var edit = activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.MessageReaction
            ? activity.Timestamp?.ToString("O")
            : null;
        string?[] parts = [activity.ChannelId, activity.Conversation!.Id, activity.Type, activity.Id, edit];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(p => $"{p?.Length}:{p}")))));
    }

    private sealed class AnswerRow
    {
        public string State { get; init; } = "";

        public int? AnswerStatus { get; init; }

        public string? AnswerBody { get; init; }

        public InvokeResponse? Read() =>
            AnswerStatus is { } status
                ? new InvokeResponse { Status = status, Body = AnswerBody is null ? null : System.Text.Json.JsonElement.Parse(AnswerBody) }
                : null;
    }
}
