using System.Data.Common;
using ComplaintBot.Storage.Sqlite;

namespace ComplaintBot.Storage;

/// <summary>Everything in which SQLite and PostgreSQL differ. All other SQL is one text for both; nothing outside this type and its two
/// heirs asks which engine it talks to.</summary>
public abstract class SqlDialect : IAsyncDisposable
{
    /// <summary>The engine's name for people: SQLite or PostgreSQL.</summary>
    public abstract string Name { get; }

    /// <summary>True when the engine takes one writing transaction at a time, so that writers queue inside the process.</summary>
    public abstract bool OneWriter { get; }

    /// <summary>Ends a SELECT that claims rows: other processes pass over rows claimed at this moment. Empty where there is one
    /// writer anyway.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>Ends a SELECT that holds a row until the transaction ends. Empty where there is one writer anyway.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Ends a comparison with a list, such as <c>WHERE id {IsOneOf("ids")}</c>; the parameter is an array of at most 500
    /// values.</summary>
    public abstract string IsOneOf(string parameter);

    /// <summary>In a migration, <c>{identity}</c>: the column type of an ascending id that the database gives.</summary>
    public abstract string Identity { get; }

    /// <summary>In a migration, <c>{key}</c>: text that is compared and sorted code point by code point.</summary>
    public abstract string Key { get; }

    /// <summary>The dialect that a connection string asks for: <c>Data Source=…</c> is SQLite, <c>Host=…</c> is PostgreSQL.
    /// A relative file stands below <paramref name="folder"/> (null = the current folder).</summary>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static SqlDialect For(string connectionString, string? folder = null)
    {
        DbConnectionStringBuilder parts;
        try
        {
            parts = new() { ConnectionString = connectionString };
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"The connection string cannot be read: {e.Message}", nameof(connectionString), e);
        }
        if (parts.ContainsKey("Host") || parts.ContainsKey("Server"))
            return new PostgresDialect(connectionString);
        if (parts.ContainsKey("Data Source") || parts.ContainsKey("DataSource") || parts.ContainsKey("Filename"))
            return new SqliteDialect(connectionString, folder);
        throw new ArgumentException(
            "A connection string needs 'Data Source=…' (SQLite) or 'Host=…' (PostgreSQL).",
            nameof(connectionString)
        );
    }

    /// <summary>An open connection from the pool.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A transaction that may write; on SQLite it takes the write lock at once.</summary>
    public abstract Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Done once per process before migrations.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Lets the planner know how the tables have grown, where the engine does not see to it by itself. Short.</summary>
    public abstract Task TidyAsync(CancellationToken cancellationToken);

    /// <summary>The server's own clock; null where there is no server.</summary>
    public abstract Task<DateTimeOffset?> ClockAsync(Database database, CancellationToken cancellationToken);

    /// <summary>Holds other processes off the migrations until the transaction ends.</summary>
    public abstract Task LockMigrationsAsync(DbTransactionScope tx, CancellationToken cancellationToken);

    /// <summary>Holds a name until that is disposed or the process ends; waits while another holds it.</summary>
    public abstract Task<INameHeld> HoldNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>True when some process on this database holds the name.</summary>
    public abstract Task<bool> IsNameHeldAsync(string name, CancellationToken cancellationToken);

    /// <summary>True when the same transaction may succeed if simply run again (deadlock, serialisation).</summary>
    public abstract bool IsWorthRepeating(DbException exception);

    /// <summary>A migration's text for this engine.</summary>
    public string Translate(string migration) =>
        migration.Replace("{identity}", Identity, StringComparison.Ordinal).Replace("{key}", Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
