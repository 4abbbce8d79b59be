using ComplaintBot.Storage;
using Dapper;

namespace ComplaintBot.Reports.Sql;

/// <summary>A piece of SQL made of fixed text only; everything that people wrote is in the parameters.</summary>
internal sealed class SqlPieces
{
    private int _names;

    /// <summary>Values by name.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>Conditions that all must hold.</summary>
    public static string And(IEnumerable<string> conditions) => string.Join(" AND ", conditions);

    /// <summary>The rows of several SELECTs of the same columns.</summary>
    public static string UnionAll(IEnumerable<string> selects) => string.Join("\n  UNION ALL\n", selects);

    /// <summary>Adds a value; the answer is its name as SQL says it.</summary>
    public string Add(object? value)
    {
        var name = "p" + (_names++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Parameters.Add(name, value is string text ? SqlText.Printable(text) : value);
        return "@" + name;
    }

    /// <summary>Adds values for IN; the answer is the list in brackets. An empty list matches nothing.</summary>
    public string AddList<T>(IEnumerable<T> values) =>
        "(" + (string.Join(", ", values.Select(v => Add(v))) is { Length: > 0 } names ? names : "NULL") + ")";

    /// <summary>Adds a value as text to be found anywhere in a column, whatever LIKE signs it holds.</summary>
    public string Contains(string words) =>
        Add(
            "%"
                + words
                    .Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("%", "\\%", StringComparison.Ordinal)
                    .Replace("_", "\\_", StringComparison.Ordinal)
                + "%"
        );
}
