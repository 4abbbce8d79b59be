using System.Text.Json;
using ComplaintBot.Storage;

namespace ComplaintBot.People.Directory;

/// <summary>The last good state of the directory, shared by all processes.</summary>
public sealed class DirectoryStore(Database database, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The state, or null when nothing was ever read.</summary>
    public async Task<DirectorySnapshot?> LoadAsync(CancellationToken cancellationToken)
    {
        var content = await database.ScalarAsync<string>("SELECT content FROM directory_state WHERE id = 1", null, cancellationToken);
        return content is null ? null : JsonSerializer.Deserialize<DirectorySnapshot>(content, Json);
    }

    /// <summary>Puts a state in place of the one before.</summary>
    public Task SaveAsync(DirectorySnapshot snapshot, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            """
            INSERT INTO directory_state (id, content, saved_at) VALUES (1, @content, @now)
            ON CONFLICT (id) DO UPDATE SET content = @content, saved_at = @now
            """,
            new { content = JsonSerializer.Serialize(snapshot, Json), now = time.GetUtcNow() },
            cancellationToken
        );
}
