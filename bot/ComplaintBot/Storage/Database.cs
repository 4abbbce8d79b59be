using System.Data.Common;

namespace ComplaintBot.Storage;

/// <summary>The one shared state of all processes. Instants are stored as BIGINT by <see cref="SqlInstant"/>, days as ISO text.</summary>
public sealed class Database : IAsyncDisposable
{
    private const int Tries = 4;
    private readonly WriteQueue? _queue;

    /// <summary>A database on an engine.</summary>
    public Database(SqlDialect dialect)
    {
        SqlValues.Register();
        Dialect = dialect;
        Presence = new(dialect);
        _queue = dialect.OneWriter ? new(dialect) : null;
    }

    /// <summary>A database by connection string: <c>Data Source=…</c> is SQLite, <c>Host=…</c> is PostgreSQL. A relative file stands below
    /// <paramref name="folder"/> (null = the current folder).</summary>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static Database For(string connectionString, string? folder = null) => new(SqlDialect.For(connectionString, folder));

    /// <summary>The engine's few differences.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The sign of this process for the others on the database.</summary>
    public Presence Presence { get; }

    /// <summary>Reads on one connection. Do not write inside.</summary>
    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken cancellationToken = default)
    {
        await using var connection = await Dialect.OpenAsync(cancellationToken);
        return await read(new DbSession(connection, null, Dialect));
    }

    /// <summary>All rows of one query.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default) =>
        ReadAsync(s => s.QueryAsync<T>(sql, args, cancellationToken), cancellationToken);

    /// <summary>The first row of one query, or the type's default.</summary>
    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default) =>
        ReadAsync(s => s.FirstOrDefaultAsync<T>(sql, args, cancellationToken), cancellationToken);

    /// <summary>One value, or the type's default.</summary>
    public Task<T?> ScalarAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default) =>
        ReadAsync(s => s.ScalarAsync<T>(sql, args, cancellationToken), cancellationToken);

    /// <summary>One statement in a transaction of its own; answers how many rows it touched.</summary>
    public Task<int> ExecuteAsync(string sql, object? args = null, CancellationToken cancellationToken = default) =>
        WriteAsync(tx => tx.ExecuteAsync(sql, args, cancellationToken), cancellationToken);

    /// <summary>Runs <paramref name="write"/> in one transaction and commits it; an exception undoes it. It is run again when the engine
    /// broke a deadlock, so it must not have effects outside the database. Must not be called inside another write.</summary>
    public async Task<T> WriteAsync<T>(Func<DbTransactionScope, Task<T>> write, CancellationToken cancellationToken = default)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return await WriteOnceAsync(write, cancellationToken);
            }
            catch (DbException e) when (tried < Tries && Dialect.IsWorthRepeating(e))
            {
                // The other transaction of the deadlock has won; ours starts anew.
            }
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<DbTransactionScope, Task> write, CancellationToken cancellationToken = default) =>
        WriteAsync(
            async tx =>
            {
                await write(tx);
                return 0;
            },
            cancellationToken
        );

    /// <summary>Brings the schema up to what this program needs. Safe when several processes start at once.</summary>
    /// <exception cref="InvalidOperationException">The database was migrated by a newer program.</exception>
    public Task MigrateAsync(TimeProvider time, CancellationToken cancellationToken = default) =>
        new Migrations(this, time).ApplyAsync(cancellationToken);

    /// <summary>Lets the engine's planner know how the tables have grown; to be done now and then.</summary>
    public Task TidyAsync(CancellationToken cancellationToken = default) => Dialect.TidyAsync(cancellationToken);

    /// <summary>True when the database answers and has every migration of this program.</summary>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken = default) => Migrations.AreAppliedAsync(this, cancellationToken);

    /// <summary>How far the schema is; the database must answer.</summary>
    public Task<SchemaState> StateAsync(CancellationToken cancellationToken = default) => Migrations.StateAsync(this, cancellationToken);

    /// <summary>The database server's own clock; null where there is no server.</summary>
    public Task<DateTimeOffset?> ClockAsync(CancellationToken cancellationToken = default) => Dialect.ClockAsync(this, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_queue is not null)
            await _queue.DisposeAsync();
        await Presence.DisposeAsync();
        await Dialect.DisposeAsync();
    }

    private Task<T> WriteOnceAsync<T>(Func<DbTransactionScope, Task<T>> write, CancellationToken cancellationToken) =>
        _queue is not null ? _queue.RunAsync(write, cancellationToken) : WriteAloneAsync(write, cancellationToken);

    private async Task<T> WriteAloneAsync<T>(Func<DbTransactionScope, Task<T>> write, CancellationToken cancellationToken)
    {
        await using var connection = await Dialect.OpenAsync(cancellationToken);
        await using var transaction = await Dialect.BeginAsync(connection, cancellationToken);
        var scope = new DbTransactionScope(connection, transaction, Dialect);
        var result = await write(scope);
        await scope.FinishAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
