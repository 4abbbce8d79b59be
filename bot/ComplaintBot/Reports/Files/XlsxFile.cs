using System.Globalization;
using ComplaintBot.Reports.Words;
using ComplaintBot.Storage;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ComplaintBot.Reports.Files;

/// <summary>Answers as an Excel workbook: a sheet with the data, its head frozen and filterable, and one that says what was asked
/// and how it is counted. Text is stored as text, so nothing in it can become a formula.</summary>
public static class XlsxFile
{
    private const uint Plain = 0,
        Head = 1,
        Instant = 2;

    /// <summary>Most characters that Excel takes in one cell.</summary>
    private const int LongestCell = 32_767;

    /// <summary>The file's content.</summary>
    public static byte[] Write(AnswerTable table, string language)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new Sheets();
            AddSheet(workbook, sheets, ReportTerms.SheetData.In(language), writer => Data(writer, table));
            AddSheet(workbook, sheets, ReportTerms.SheetAbout.In(language), writer => About(writer, table));
            workbook.Workbook = new Workbook(sheets);
        }
        return stream.ToArray();
    }

    private static void AddSheet(WorkbookPart workbook, Sheets sheets, string name, Action<OpenXmlWriter> write)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            write(writer);
            writer.WriteEndElement();
        }
        var id = (uint)sheets.ChildElements.Count + 1;
        sheets.Append(
            new Sheet
            {
                Id = workbook.GetIdOfPart(part),
                SheetId = id,
                Name = name,
            }
        );
    }

    private static void Data(OpenXmlWriter writer, AnswerTable table)
    {
        var frozen = new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        };
        writer.WriteElement(new SheetViews(new SheetView(frozen) { WorkbookViewId = 0 }));
        writer.WriteElement(
            new Columns(
                table.Columns.Select(
                    (_, i) =>
                        new Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = Width(table, i),
                            CustomWidth = true,
                        }
                )
            )
        );
        writer.WriteStartElement(new SheetData());
        Row(writer, 1, table.Columns, Head);
        var number = 2u;
        foreach (var row in table.Rows)
            Row(writer, number++, row, Plain);
        writer.WriteEndElement();
        if (table.Columns.Count > 0)
            writer.WriteElement(
                new AutoFilter
                {
                    Reference = $"A1:{Letters(table.Columns.Count)}{(table.Rows.Count + 1).ToString(CultureInfo.InvariantCulture)}",
                }
            );
    }

    private static void About(OpenXmlWriter writer, AnswerTable table)
    {
        writer.WriteElement(
            new Columns(
                new Column
                {
                    Min = 1,
                    Max = 1,
                    Width = 14,
                    CustomWidth = true,
                },
                new Column
                {
                    Min = 2,
                    Max = 2,
                    Width = 100,
                    CustomWidth = true,
                }
            )
        );
        writer.WriteStartElement(new SheetData());
        var number = 1u;
        foreach (var (name, text) in table.About)
            Row(writer, number++, [name, text], Plain);
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, uint number, IReadOnlyList<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = number });
        for (var i = 0; i < cells.Count; i++)
        {
            if (MakeCell(cells[i], style) is not { } cell)
                continue;
            cell.CellReference = Letters(i + 1) + number.ToString(CultureInfo.InvariantCulture);
            writer.WriteElement(cell);
        }
        writer.WriteEndElement();
    }

    private static Cell? MakeCell(object? value, uint style) =>
        value switch
        {
            null => null,
            long n => new() { CellValue = new(n.ToString(CultureInfo.InvariantCulture)), StyleIndex = style },
            double n => new() { CellValue = new(n.ToString("R", CultureInfo.InvariantCulture)), StyleIndex = style },
            DateTimeOffset at => new()
            {
                CellValue = new(at.DateTime.ToOADate().ToString("R", CultureInfo.InvariantCulture)),
                StyleIndex = Instant,
            },
            _ => new()
            {
                DataType = CellValues.InlineString,
                InlineString = new(new Text(Printable(value.ToString() ?? "")) { Space = SpaceProcessingModeValues.Preserve }),
                StyleIndex = style,
            },
        };

    /// <summary>XML takes no control characters, Excel no cell above its length.</summary>
    private static string Printable(string text)
    {
        text = SqlText.Printable(text);
        if (text.Any(IsForbidden))
            text = string.Concat(text.Where(c => !IsForbidden(c)));
        return text.Length <= LongestCell ? text : text[..LongestCell];
    }

    private static bool IsForbidden(char c) => (c < ' ' && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF';

    private static double Width(AnswerTable table, int column)
    {
        var longest = table
            .Rows.Take(200)
            .Select(r =>
                r[column] switch
                {
                    string s => s.Sum(c => c > 0x2E80 ? 2 : 1),
                    DateTimeOffset => 16,
                    _ => 10,
                }
            );
        return Math.Clamp(longest.Append(table.Columns[column].Length * 2).Max() + 2, 8, 60);
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }

    private static Stylesheet Styles() =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd hh:mm" }),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }
            )
        );
}
