using ComplaintBot.Storage;

namespace ComplaintBot.Messaging.Conversations;

/// <summary>Where a conversation stands: JSON, and the version that a change must name. Version 0: nothing is stored.</summary>
public sealed record DialogState(string Key, string? Json, long Version);

/// <summary>Keeps where each conversation stands between two turns and across restarts.</summary>
public sealed class DialogStates(Database database, TimeProvider time)
{
    /// <summary>The state under a key (<see cref="Lanes.LaneKey.Conversation"/>, or with a person's id behind it in group
    /// conversations).</summary>
    public async Task<DialogState> LoadAsync(string key, CancellationToken cancellationToken = default)
    {
        var row = await database.FirstOrDefaultAsync<Row>(
            "SELECT state, version FROM dialog_states WHERE conversation_key = @key",
            new { key },
            cancellationToken
        );
        return new(key, row?.State, row?.Version ?? 0);
    }

    /// <summary>The write that puts <paramref name="json"/> in the place of a state that was loaded.</summary>
    public IWrite Save(DialogState loaded, string json) =>
        new Write(
            async (tx, cancellationToken) =>
            {
                var args = new
                {
                    loaded.Key,
                    json,
                    loaded.Version,
                    now = time.GetUtcNow(),
                };
                var written =
                    loaded.Version == 0
                        ? await tx.ExecuteAsync(
                            """
                            INSERT INTO dialog_states (conversation_key, state, version, updated_at) VALUES (@Key, @json, 1, @now)
                            ON CONFLICT (conversation_key) DO NOTHING
                            """,
                            args,
                            cancellationToken
                        )
                        : await tx.ExecuteAsync(
                            """
                            UPDATE dialog_states SET state = @json, version = version + 1, updated_at = @now
                            WHERE conversation_key = @Key AND version = @Version
                            """,
                            args,
                            cancellationToken
                        );
                if (written != 1)
                    throw new ConcurrencyException($"The dialog {loaded.Key} has gone on meanwhile.");
            }
        );

    private sealed class Row
    {
        public string State { get; init; } = "";

        public long Version { get; init; }
    }
}
