using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Storage.Sqlite;

/// <summary>SQLite in a file: the embedded default. Write-ahead log, one writer, many readers.</summary>
public sealed class SqliteDialect : SqlDialect
{
    private readonly string _connectionString;
    private readonly string _file;
    private readonly ConcurrentStack<KeptConnection> _idle = new();
    private volatile bool _ended;

    /// <summary>Reads a connection string such as <c>Data Source=data/complaints.db</c>; the folder is made when missing.
    /// A relative file stands below <paramref name="folder"/> (null = the current folder).</summary>
    public SqliteDialect(string connectionString, string? folder = null)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString)
        {
            ForeignKeys = true,
            // The connections are kept here, with their statements.
            Pooling = false,
            DefaultTimeout = 30,
        };
        parts.DataSource = Path.GetFullPath(parts.DataSource, Path.GetFullPath(folder ?? "."));
        (_connectionString, _file) = (parts.ToString(), parts.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(parts.DataSource)!);
    }

    /// <inheritdoc/>
    public override string Name => "SQLite";

    /// <summary>True when the file is there.</summary>
    public bool Exists => File.Exists(_file);

    /// <inheritdoc/>
    public override bool OneWriter => true;

    /// <inheritdoc/>
    public override string ForUpdateSkipLocked => "";

    /// <inheritdoc/>
    public override string ForUpdate => "";

    /// <inheritdoc/>
    public override string IsOneOf(string parameter) => $"IN @{parameter}";

    /// <inheritdoc/>
    public override string Identity => "INTEGER PRIMARY KEY AUTOINCREMENT";

    /// <inheritdoc/>
    public override string Key => "TEXT";

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_idle.TryPop(out var kept))
            return kept;
        var connection = new KeptConnection(_connectionString, Keep);
        try
        {
            await connection.OpenAsync(cancellationToken);
            // Holds per connection. NORMAL: a power failure may undo the last commits, it cannot harm the file. SQLite's own busy_timeout
            // stays off: this build of the library can only sleep whole seconds, the driver tries again every 150 ms (for DefaultTimeout).
            // No index for one statement alone: making it takes longer than any of ours, which have what they need.
            await connection.ExecuteAsync("PRAGMA synchronous = NORMAL; PRAGMA automatic_index = OFF");
            return connection;
        }
        catch
        {
            connection.End();
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
    }

    /// <summary>Looks at a sample of every index.</summary>
    public override async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA analysis_limit = 50000; ANALYZE");
    }

    /// <inheritdoc/>
    public override Task<DateTimeOffset?> ClockAsync(Database database, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(null);

    /// <summary>Nothing to do: a writing transaction already holds every other writer off.</summary>
    public override Task LockMigrationsAsync(DbTransactionScope tx, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task<INameHeld> HoldNameAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult<INameHeld>(NameInFile.Hold(_file, name));

    /// <inheritdoc/>
    public override Task<bool> IsNameHeldAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(NameInFile.IsHeld(_file, name));

    /// <summary>True when a running process gives its sign beside the file.</summary>
    public bool IsInUse() => NameInFile.IsAnyHeld(_file);

    /// <inheritdoc/>
    public override bool IsWorthRepeating(DbException exception) => false;

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _ended = true;
        CloseIdle();
        return ValueTask.CompletedTask;
    }

    private void Keep(KeptConnection connection)
    {
        _idle.Push(connection);
        if (_ended)
            CloseIdle();
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out var connection))
            connection.End();
    }
}
