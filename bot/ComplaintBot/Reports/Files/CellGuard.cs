using System.Globalization;

namespace ComplaintBot.Reports.Files;

/// <summary>Keeps text that people wrote from being run as a formula by a spreadsheet that opens a CSV file.</summary>
internal static class CellGuard
{
    /// <summary>The text, with an apostrophe before it when a spreadsheet would take it for a formula: after blanks and invisible
    /// signs, it begins with = + - @ (also full width), a tab or a line end. Spreadsheets show the apostrophe as part of the text,
    /// or not at all.</summary>
    public static string Guard(string text)
    {
        foreach (var c in text)
        {
            if (c is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
                return "'" + text;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                break;
        }
        return text;
    }
}
