using System.Globalization;
using System.Text;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Charts;
using ComplaintBot.Reports.Regular;
using ComplaintBot.Reports.Words;
using Complaints.Organisations;
using static ComplaintBot.Tab.TabFrame;

namespace ComplaintBot.Tab;

/// <summary>The board of managers and quality as a page: what is open, late, due today; by department and severity; how many came in.
/// Every number leads to the chat, where its list is one key away.</summary>
internal static class BoardHtml
{
    /// <summary>The main part.</summary>
    public static string Write(BoardFigures figures, Reports.Rights.Asker asker, TabViewer viewer, ChatLinks links)
    {
        var reader = viewer.Reader;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Safe(DailyDigest.Scope(asker, reader))}</h1>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"soft\">{Safe(reader.Text("answer.asOf", ("at", reader.Moment(figures.Open.AsOf))))}</p>"
        );
        html.Append("<dl class=\"figures\">");
        Figure(html, "report.open", "tab.ask.open", figures.Open.Total, false);
        Figure(html, "report.late", "example.overdue", figures.Late.Total, figures.Late.Total > 0);
        Figure(html, "report.dueToday", "report.askDueToday", figures.DueToday.Total, false);
        html.Append("</dl>");
        foreach (var (by, open, late) in figures.Groups)
            Group(html, reader.Text("tab.by." + Conversations.Reader.Code(by)), open, late, viewer);
        Late(html, figures.Late, viewer, links);
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(reader.Text("tab.trend"))}</h2><div class=\"chart\" tabindex=\"0\">");
        html.Append(SvgChart.Draw(figures.Trend, reader.Organisation, reader.Language));
        return html.Append("</div>").ToString();

        void Figure(StringBuilder into, string name, string question, int value, bool bad)
        {
            var number = links.To(reader.Text(question), value.ToString(CultureInfo.InvariantCulture), reader);
            into.Append(
                CultureInfo.InvariantCulture,
                $"<div{(bad ? " class=\"late\"" : "")}><dt>{Safe(reader.Text(name))}</dt><dd>{number}</dd></div>"
            );
        }
    }

    private static void Group(StringBuilder html, string title, FigureAnswer open, FigureAnswer late, TabViewer viewer)
    {
        var reader = viewer.Reader;
        var lateBy = late.Rows.ToDictionary(r => r.Key, r => r.Value.Now.Numerator, StringComparer.Ordinal);
        var most = Math.Max(1, open.Rows.Select(r => r.Value.Now.Numerator).DefaultIfEmpty(0).Max());
        html.Append(
            CultureInfo.InvariantCulture,
            $"<table class=\"counts\"><caption>{Safe(title)}</caption><thead><tr>"
                + $"<th scope=\"col\"><span class=\"hidden\">{Safe(title)}</span></th>"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<th scope=\"col\" class=\"n\">{Safe(reader.Text("report.open"))}</th><td class=\"bar\"></td>"
        );
        html.Append(
            CultureInfo.InvariantCulture,
            $"<th scope=\"col\" class=\"n\">{Safe(reader.Text("report.late"))}</th></tr></thead><tbody>"
        );
        foreach (var row in open.Rows)
        {
            var label = FigureWords.Label(row, open.Query.GroupBy, reader.Organisation, reader.Language);
            var (count, behind) = (row.Value.Now.Numerator, lateBy.GetValueOrDefault(row.Key));
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Safe(label)}</th><td class=\"n\">{count}</td>");
            html.Append(
                CultureInfo.InvariantCulture,
                $"<td class=\"bar\" aria-hidden=\"true\"><progress max=\"{most}\" value=\"{count}\"></progress></td>"
            );
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"n{(behind > 0 ? " late" : "")}\">{behind}</td></tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void Late(StringBuilder html, ListAnswer late, TabViewer viewer, ChatLinks links)
    {
        if (late.Rows.Count == 0)
            return;
        var reader = viewer.Reader;
        html.Append(
            CultureInfo.InvariantCulture,
            $"<table class=\"rows\"><caption>{Safe(reader.Text("tab.lateFirst"))}</caption><thead><tr>"
        );
        foreach (var column in new[] { "ticket", "matter", "owner", "by" })
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Safe(reader.Text("tab.column." + column))}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in late.Rows)
        {
            var severity = reader.Text("severity." + Conversations.Reader.Code((Severity)row.Severity));
            var due = row.NextDue is { } at ? $"{reader.Moment(at)} · {reader.Speech.Times.Standing(reader.Language, at, reader.Now)}" : "";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr class=\"late\"><th scope=\"row\">{links.To(row.Ticket, row.Ticket, reader)}</th>"
            );
            html.Append(CultureInfo.InvariantCulture, $"<td>{Safe($"{severity} · {reader.Category(row.Category)}")}</td>");
            html.Append(
                CultureInfo.InvariantCulture,
                $"<td>{Safe(reader.Person(row.Answerable ?? row.Owner))}</td><td>{Safe(due)}</td></tr>"
            );
        }
        html.Append("</tbody></table>");
    }
}
