using System.Data.Common;
using Dapper;

namespace ComplaintBot.Storage;

/// <summary>Reading on one connection. SQL parameters are the properties of an anonymous object.</summary>
public class DbSession(DbConnection connection, DbTransaction? transaction, SqlDialect dialect)
{
    /// <summary>The engine's few differences.</summary>
    public SqlDialect Dialect { get; } = dialect;

    /// <summary>All rows.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default) =>
        (await connection.QueryAsync<T>(Command(sql, args, cancellationToken))).AsList();

    /// <summary>The first row, or the type's default when there is none.</summary>
    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, args, cancellationToken));

    /// <summary>The first column of the first row, or the type's default when there is none or it is null.</summary>
    public Task<T?> ScalarAsync<T>(string sql, object? args = null, CancellationToken cancellationToken = default) =>
        connection.ExecuteScalarAsync<T>(Command(sql, args, cancellationToken));

    /// <summary>Rows one by one, for results too large to hold.</summary>
    public IAsyncEnumerable<T> StreamAsync<T>(string sql, object? args = null) =>
        connection.QueryUnbufferedAsync<T>(sql, args, transaction);

    private protected CommandDefinition Command(string sql, object? args, CancellationToken cancellationToken) =>
        new(sql, args, transaction, cancellationToken: cancellationToken);

    private protected DbConnection Connection => connection;
}

/// <summary>Reading and writing inside one transaction. Whoever opened the scope commits it; an exception undoes all of it.</summary>
public sealed class DbTransactionScope(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
    : DbSession(connection, transaction, dialect)
{
    private readonly Dictionary<Type, IWrite> _last = [];

    /// <summary>The one write of type <typeparamref name="T"/> that runs when everything else of the transaction is written.</summary>
    public T Last<T>(Func<T> create)
        where T : class, IWrite
    {
        if (!_last.TryGetValue(typeof(T), out var write))
            _last[typeof(T)] = write = create();
        return (T)write;
    }

    /// <summary>Runs a statement; answers how many rows it touched.</summary>
    public Task<int> ExecuteAsync(string sql, object? args = null, CancellationToken cancellationToken = default) =>
        Connection.ExecuteAsync(Command(sql, args, cancellationToken));

    /// <summary>Runs the writes that come last.</summary>
    internal async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var write in _last.Values)
            await write.ExecuteAsync(this, cancellationToken);
    }
}
