using ComplaintBot.Messaging.Lanes;
using ComplaintBot.Storage;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Conversations;

/// <summary>Where people can be reached: the newest reference of each conversation that they took part in. Kept up to date by every inbound
/// activity; inactive once the channel said that the bot may not write there, until the person writes or installs the bot again.</summary>
public sealed class ConversationReferences(Database database, TimeProvider time)
{
    private readonly LaneQueue _outbox = new(database, time, "outbox");

    /// <summary>The personal conversation of a person, by their id on the channel or their aadObjectId; null when none is known or
    /// it is inactive.</summary>
    public async Task<ConversationReference?> FindPersonAsync(
        string channelId,
        string personId,
        CancellationToken cancellationToken = default
    ) =>
        (await database.ReadAsync(s => FindAsync(s, LaneKey.Person(channelId, personId), cancellationToken), cancellationToken))?.Reference;

    /// <summary>The conversation of a lane; null when unknown or inactive.</summary>
    public async Task<ConversationReference?> FindConversationAsync(string lane, CancellationToken cancellationToken = default) =>
        (await database.ReadAsync(s => FindAsync(s, lane, cancellationToken), cancellationToken))?.Reference;

    /// <summary>The active conversation behind a lane, be it a conversation's or a person's, with its own lane.</summary>
    internal static async Task<(string Lane, ConversationReference Reference)?> FindAsync(
        DbSession session,
        string lane,
        CancellationToken cancellationToken
    )
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            LaneKey.IsPerson(lane)
                ? """
                SELECT lane, reference FROM conversation_references
                WHERE (person = @lane OR directory = @lane) AND personal AND active ORDER BY updated_at DESC LIMIT 1
                """
                : "SELECT lane, reference FROM conversation_references WHERE lane = @lane AND active ORDER BY updated_at DESC LIMIT 1",
            new { lane },
            cancellationToken
        );
        return row is null ? null : (row.Lane, ProtocolJson.Deserialize<ConversationReference>(row.Reference)!);
    }

    /// <summary>Notes an inbound activity, in the transaction that stores it: the newest reference, and that the bot may write there. What
    /// waited for this person or conversation becomes due.</summary>
    internal async Task SeenAsync(DbTransactionScope tx, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.From?.Id is not { Length: > 0 } userId || userId == activity.Recipient?.Id)
            return;
        // A chat of other people, in which the bot was only called up: it cannot write there.
        if (OutsideCall.Is(activity))
            return;
        var (channel, conversation) = (activity.ChannelId!, activity.Conversation!);
        var lane = LaneKey.Conversation(channel, conversation.Id!);
        if (
            activity.Type == ActivityTypes.InstallationUpdate
            && activity.Action is InstallationUpdateActionTypes.Remove or "remove-upgrade"
        )
        {
            await DeactivateAsync(tx, lane, time.GetUtcNow(), cancellationToken);
            return;
        }

        var personal = conversation.IsGroup != true && conversation.ConversationType is null or "" or "personal";
        var person = LaneKey.Person(channel, userId);
        var directory = activity.From.AadObjectId is { Length: > 0 } objectId ? LaneKey.Person(channel, objectId) : null;
        // Lanes before references: the sender takes its locks in the same order.
        await _outbox.WakeAsync(tx, lane, cancellationToken);
        foreach (var waiting in personal ? [person, directory] : Array.Empty<string?>())
        {
            if (waiting is not null)
                await _outbox.WakeAsync(tx, waiting, cancellationToken);
        }
        await tx.ExecuteAsync(
            """
            INSERT INTO conversation_references (lane, person, directory, personal, active, reference, updated_at)
            VALUES (@lane, @person, @directory, @personal, TRUE, @reference, @now)
            ON CONFLICT (lane, person) DO UPDATE SET directory = COALESCE(excluded.directory, conversation_references.directory),
              personal = excluded.personal, active = TRUE, reference = excluded.reference, updated_at = excluded.updated_at
            """,
            new
            {
                lane,
                person,
                directory,
                personal,
                reference = ProtocolJson.Serialize(activity.GetConversationReference()),
                now = time.GetUtcNow(),
            },
            cancellationToken
        );
    }

    /// <summary>The bot may not write there. References that were renewed after <paramref name="notAfter"/> stay.</summary>
    internal static Task DeactivateAsync(
        DbTransactionScope tx,
        string lane,
        DateTimeOffset notAfter,
        CancellationToken cancellationToken
    ) =>
        tx.ExecuteAsync(
            "UPDATE conversation_references SET active = FALSE WHERE lane = @lane AND updated_at <= @notAfter",
            new { lane, notAfter },
            cancellationToken
        );

    private sealed class Row
    {
        public string Lane { get; init; } = "";

        public string Reference { get; init; } = "";
    }
}
