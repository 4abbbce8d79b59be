using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace ComplaintBot.Storage.Moving;

/// <summary>A table with the columns that both databases have, and how a value is carried from one engine to the other.</summary>
internal sealed record MovedTable(string Name, IReadOnlyList<MovedColumn> Columns)
{
    /// <summary>Reads all rows, in any order.</summary>
    public string Select => $"SELECT {Names} FROM {Name}";

    /// <summary>What PostgreSQL is told before the rows.</summary>
    public string Copy => $"COPY {Name} ({Names}) FROM STDIN (FORMAT BINARY)";

    private string Names => string.Join(", ", Columns.Select(c => c.Name));

    /// <summary>The values of a row as the target has them.</summary>
    public object?[] Read(DbDataReader row)
    {
        var values = new object?[Columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = row.IsDBNull(i) ? null : Columns[i].Carry(row.GetValue(i));
        return values;
    }

    /// <summary>Writes a row.</summary>
    public async Task WriteAsync(NpgsqlBinaryImporter import, object?[] values, CancellationToken cancellationToken)
    {
        await import.StartRowAsync(cancellationToken);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
                await import.WriteAsync(value, Columns[i].Type, cancellationToken);
            else
                await import.WriteNullAsync(cancellationToken);
        }
    }
}

/// <summary>A column by its type in PostgreSQL.</summary>
internal sealed record MovedColumn(string Name, NpgsqlDbType Type, bool IsIdentity)
{
    /// <summary>A value of SQLite, which knows no truth values and one size of number.</summary>
    public object Carry(object value) =>
        Type switch
        {
            NpgsqlDbType.Boolean => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
            NpgsqlDbType.Bigint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            NpgsqlDbType.Integer => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            NpgsqlDbType.Double => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            NpgsqlDbType.Bytea => (byte[])value,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}

/// <summary>How many rows, and a sum over a hash of each: alike when and only when the rows are, in whatever order they are read.</summary>
internal sealed class RowSum
{
    private ulong _high;
    private ulong _low;

    public long Rows { get; private set; }

    public void Add(object?[] values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in values)
        {
            var bytes = value switch
            {
                null => [],
                byte[] content => content,
                double number => BitConverter.GetBytes(number),
                _ => Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!),
            };
            // Lengths keep "ab", "c" from looking like "a", "bc"; −1 is a missing value.
            hash.AppendData(BitConverter.GetBytes(value is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        var digest = hash.GetHashAndReset();
        unchecked
        {
            _high += BinaryPrimitives.ReadUInt64LittleEndian(digest);
            _low += BinaryPrimitives.ReadUInt64LittleEndian(digest.AsSpan(8));
        }
        Rows++;
    }

    public bool IsLike(RowSum other) => (Rows, _high, _low) == (other.Rows, other._high, other._low);
}
