using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ComplaintBot.Storage.Sqlite;

/// <summary>A connection that outlives its uses, and with it the statements that it has prepared: the driver would otherwise open the
/// file's settings and compile each statement anew every time. Disposing it gives it back. One user at a time.</summary>
internal sealed class KeptConnection(string connectionString, Action<KeptConnection> giveBack) : SqliteConnection(connectionString)
{
    // The program has some hundreds of statements; lists in them make more, which then push all out.
    private const int Most = 600;
    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private bool _ended;

    /// <summary>A command that nobody else uses now, compiled if its text was run before.</summary>
    internal SqliteCommand Take(string text)
    {
        if (_idle.Remove(text, out var command))
            return command;
        command = base.CreateCommand();
        command.CommandText = text;
        return command;
    }

    /// <summary>Keeps a command for the next one with its text. Statements about tables are run once.</summary>
    internal void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        if (_ended || !IsWorthKeeping(command.CommandText))
        {
            command.Dispose();
            return;
        }
        if (_idle.Count >= Most)
            Forget();
        if (!_idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    /// <summary>Closes it for good.</summary>
    internal void End()
    {
        _ended = true;
        Forget();
        base.Dispose(disposing: true);
    }

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_ended)
            giveBack(this);
        else
            base.Dispose(disposing);
    }

    private static bool IsWorthKeeping(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("SELECT", StringComparison.Ordinal)
            || start.StartsWith("WITH", StringComparison.Ordinal)
            || start.StartsWith("INSERT", StringComparison.Ordinal)
            || start.StartsWith("UPDATE", StringComparison.Ordinal)
            || start.StartsWith("DELETE", StringComparison.Ordinal)
            || start.StartsWith("SAVEPOINT", StringComparison.Ordinal)
            || start.StartsWith("RELEASE", StringComparison.Ordinal);
    }

    private void Forget()
    {
        foreach (var command in _idle.Values)
            command.Dispose();
        _idle.Clear();
    }
}
