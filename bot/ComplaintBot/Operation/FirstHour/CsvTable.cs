using System.Text;
using CsvHelper;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>A table as spreadsheets save it: comma or semicolon, UTF-8 or the Chinese GB 18030, the first line tells the columns.</summary>
internal static class CsvTable
{
    /// <summary>The rows, each by column name, without regard to case; empty cells are left out.</summary>
    /// <exception cref="FormatException">It is no such table, or has a column that nobody knows.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] file, IReadOnlyCollection<string> columns)
    {
        using var csv = CsvReader.FromText(Decode(file), new CsvReaderOptions { TrimWhitespace = true });
        csv.ReadHeader();
        var header = csv.Headers.Select(h => h.Trim()).ToList();
        if (header.Count == 0)
            throw new FormatException("The table is empty.");
        if (header.Find(h => !columns.Contains(h, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new FormatException($"The column \"{unknown}\" is not known; known are {string.Join(", ", columns)}.");
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            var row = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < header.Count && i < csv.FieldCount; i++)
            {
                if (csv.GetString(i) is { Length: > 0 } cell)
                    row[header[i]] = cell;
            }
            if (row.Count > 0)
                rows.Add(row);
        }
        return rows;
    }

    private static string Decode(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030").GetString(file);
        }
    }
}
