using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Storage.Sqlite;

/// <summary>A command that borrows the compiled one with its text from its connection, and gives it back when disposed.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? _borrowed;
    private DbTransaction? _transaction;

    /// <inheritdoc/>
    [AllowNull]
    public override string CommandText
    {
        get => _borrowed?.CommandText ?? "";
        set
        {
            if (_borrowed is { } before && before.CommandText == value)
                return;
            var (old, next) = (_borrowed, connection.Take(value ?? ""));
            next.Transaction = (SqliteTransaction?)_transaction;
            // A list among the values changes the text after they were added.
            if (old is not null)
            {
                SqliteParameter[] parameters = [.. old.Parameters.Cast<SqliteParameter>()];
                connection.GiveBack(old);
                next.Parameters.AddRange(parameters);
            }
            _borrowed = next;
        }
    }

    /// <inheritdoc/>
    public override int CommandTimeout
    {
        get => Borrowed.CommandTimeout;
        set => Borrowed.CommandTimeout = value;
    }

    /// <inheritdoc/>
    public override CommandType CommandType
    {
        get => CommandType.Text;
        set
        {
            if (value != CommandType.Text)
                throw new NotSupportedException("SQLite knows statements only.");
        }
    }

    /// <inheritdoc/>
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc/>
    public override UpdateRowSource UpdatedRowSource { get; set; }

    /// <inheritdoc/>
    [AllowNull]
    protected override DbConnection DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("The command belongs to its connection.");
    }

    /// <inheritdoc/>
    protected override DbParameterCollection DbParameterCollection => Borrowed.Parameters;

    /// <inheritdoc/>
    protected override DbTransaction? DbTransaction
    {
        get => _transaction;
        set
        {
            _transaction = value;
            if (_borrowed is not null)
                _borrowed.Transaction = (SqliteTransaction?)value;
        }
    }

    private SqliteCommand Borrowed => _borrowed ?? throw new InvalidOperationException("The command has no text yet.");

    /// <inheritdoc/>
    public override void Cancel() => _borrowed?.Cancel();

    /// <inheritdoc/>
    public override int ExecuteNonQuery() => Borrowed.ExecuteNonQuery();

    /// <inheritdoc/>
    public override object? ExecuteScalar() => Borrowed.ExecuteScalar();

    /// <inheritdoc/>
    public override void Prepare() => Borrowed.Prepare();

    /// <inheritdoc/>
    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    /// <inheritdoc/>
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Borrowed.ExecuteReader(behavior);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _borrowed is { } command)
        {
            _borrowed = null;
            connection.GiveBack(command);
        }
        base.Dispose(disposing);
    }
}
