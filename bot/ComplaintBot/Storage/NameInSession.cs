using System.Data.Common;
using Npgsql;

namespace ComplaintBot.Storage;

/// <summary>A held name as an advisory lock of a PostgreSQL session of its own: the server lets go of it when the session ends.</summary>
internal sealed class NameInSession(NpgsqlConnection session) : INameHeld
{
    /// <summary>Holds it.</summary>
    public static async Task<NameInSession> HoldAsync(string connectionString, string name, CancellationToken cancellationToken)
    {
        // Not of the pool: the session has to live as long as the name is held.
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 10 };
        var session = new NpgsqlConnection(own.ToString());
        try
        {
            await session.OpenAsync(cancellationToken);
            await AskAsync(session, "SELECT pg_advisory_lock(hashtextextended(@name, 0))", name, cancellationToken);
            return new(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(session, "SELECT @name", "", cancellationToken);
            return true;
        }
        catch (DbException)
        {
            // The session is gone, and the lock with it.
            return false;
        }
        catch (InvalidOperationException)
        {
            // As above, and the driver knows it already.
            return false;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => session.DisposeAsync();

    private static async Task AskAsync(NpgsqlConnection session, string sql, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, session);
        command.Parameters.AddWithValue("name", name);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
