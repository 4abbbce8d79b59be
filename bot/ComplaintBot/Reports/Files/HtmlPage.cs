using System.Globalization;
using System.Net;
using System.Text;

namespace ComplaintBot.Reports.Files;

/// <summary>An answer as a page to read and to print: what was asked, the drawing, the table with real headers for screen readers.
/// No script, nothing from outside.</summary>
public static class HtmlPage
{
    private const string Style = """
        body{
          font:15px/1.5 system-ui,'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;
          color:#1f2933;background:#fff;max-width:72rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.3rem}
        h2{font-size:1.1rem;margin-top:2rem}
        svg{max-width:100%;height:auto}
        dl{color:#5b6775;margin:0 0 1rem}
        dt{float:left;clear:left;margin-right:.5rem}
        dd{margin:0}
        .t{overflow-x:auto}
        table{border-collapse:collapse;width:100%}
        caption{text-align:left;font-weight:600;padding:.3rem 0}
        th,td{border-bottom:1px solid #d9dee5;padding:.3rem .6rem;text-align:left;vertical-align:top}
        td.n{text-align:right;font-variant-numeric:tabular-nums}
        thead th{background:#f3f5f8}
        @media print{
          body{margin:0;max-width:none}
          .t{overflow:visible}
          thead{display:table-header-group}
          tr{break-inside:avoid}}
        """;

    /// <summary>The page of one table.</summary>
    public static string Write(AnswerTable table, string? drawing, string language)
    {
        return Write(table.About is [var (_, asked), ..] ? asked : "", [new(null, table, drawing)], language);
    }

    /// <summary>A page of several parts, each a table with a title and perhaps a drawing.</summary>
    public static string Write(string title, IReadOnlyList<HtmlPart> parts, string language)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">"
                + $"<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<title>{Safe(title)}</title><style>{Style}</style></head><body><main><h1>{Safe(title)}</h1>"
        );
        foreach (var part in parts)
        {
            if (part.Title is { } heading)
                html.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(heading)}</h2>");
            About(html, part.Table);
            html.Append(part.Drawing);
            Table(html, part.Table, part.Title ?? title);
        }
        return html.Append("</main></body></html>").ToString();
    }

    private static void About(StringBuilder html, AnswerTable table)
    {
        html.Append("<dl>");
        foreach (var (name, text) in table.About)
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Safe(name)}</dt><dd>{Safe(text)}</dd>");
        html.Append("</dl>");
    }

    private static void Table(StringBuilder html, AnswerTable table, string caption)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"t\" tabindex=\"0\"><table><caption>{Safe(caption)}</caption><thead><tr>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Safe(column)}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
                html.Append(
                    i == 0 ? $"<th scope=\"row\">{Cell(row[i])}</th>"
                    : row[i] is long or double or int ? $"<td class=\"n\">{Cell(row[i])}</td>"
                    : $"<td>{Cell(row[i])}</td>"
                );
            html.Append("</tr>");
        }
        html.Append("</tbody></table></div>");
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            DateTimeOffset at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            double number => Math.Round(number, 4).ToString(CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => Safe(value.ToString() ?? ""),
        };

    private static string Safe(string text) => WebUtility.HtmlEncode(Storage.SqlText.Printable(text));
}

/// <summary>A part of a page: a table with its own title (null = the page's) and perhaps a drawing as SVG.</summary>
public sealed record HtmlPart(string? Title, AnswerTable Table, string? Drawing);
