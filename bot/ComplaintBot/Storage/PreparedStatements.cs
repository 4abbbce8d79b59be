using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace ComplaintBot.Storage;

/// <summary>The statements of one transaction, each prepared once however often it runs: for SQLite, whose driver prepares every
/// new command anew. What it does not know how to bind (lists, enums) it leaves to the caller.</summary>
internal sealed class PreparedStatements(DbConnection connection, DbTransaction transaction) : IDisposable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]?> Shapes = new();
    private readonly Dictionary<(string Sql, Type Args), DbCommand> _commands = [];

    /// <summary>Runs a statement and answers how many rows it touched; null when the values are of a kind that it leaves to
    /// others.</summary>
    public int? Execute(string sql, object args)
    {
        if (Shapes.GetOrAdd(args.GetType(), ShapeOf) is not { } shape)
            return null;
        if (!_commands.TryGetValue((sql, args.GetType()), out var command))
            _commands[(sql, args.GetType())] = command = Prepare(sql, shape);
        for (var i = 0; i < shape.Length; i++)
            command.Parameters[i].Value = Stored(shape[i].GetValue(args));
        return command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    private static PropertyInfo[]? ShapeOf(Type type)
    {
        var properties = type.GetProperties();
        return properties.Any(p =>
            (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) is var t
            && (t.IsEnum || (t != typeof(string) && typeof(IEnumerable).IsAssignableFrom(t)) || t == typeof(object))
        )
            ? null
            : properties;
    }

    private DbCommand Prepare(string sql, PropertyInfo[] shape)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var property in shape)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + property.Name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    // As SqlValues has it for everything else.
    private static object Stored(object? value) =>
        value switch
        {
            null => DBNull.Value,
            DateTimeOffset instant => SqlInstant.ToSql(instant),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value,
        };
}
