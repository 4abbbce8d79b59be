using System.Globalization;
using System.Text;
using CsvHelper;

namespace ComplaintBot.Reports.Files;

/// <summary>Answers as CSV that Excel opens with Chinese intact: UTF-8 with BOM, CRLF, text guarded against formula injection.</summary>
public static class CsvFile
{
    /// <summary>The file's content.</summary>
    public static byte[] Write(AnswerTable table)
    {
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\r\n", Injection = CsvInjection.None }, true))
        {
            foreach (var column in table.Columns)
                csv.WriteField(CellGuard.Guard(column));
            csv.EndRecord();
            foreach (var row in table.Rows)
            {
                foreach (var cell in row)
                    csv.WriteField(Text(cell));
                csv.EndRecord();
            }
        }
        return stream.ToArray();
    }

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            string text => CellGuard.Guard(Storage.SqlText.Printable(text)),
            DateTimeOffset at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => CellGuard.Guard(cell.ToString() ?? ""),
        };
}
