using System.Globalization;
using System.Text;
using ComplaintBot.Work;
using static ComplaintBot.Tab.TabFrame;

namespace ComplaintBot.Tab;

/// <summary>"My work" as a page: the same rows as the card in the chat, with links into the chat.</summary>
internal static class WorkPageHtml
{
    /// <summary>Rows of a page: more than a card can hold.</summary>
    public const int Rows = 50;

    /// <summary>The main part.</summary>
    public static string Write(WorkPage work, TabViewer viewer, ChatLinks links)
    {
        var reader = viewer.Reader;
        var html = new StringBuilder();
        var title = work.Total == 0 ? reader.Text("work.none") : reader.Text("bundle.headline", ("count", work.Total));
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Safe(title)}</h1>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"soft\">{Safe(reader.Text("answer.asOf", ("at", reader.Moment(reader.Now))))}"
        );
        if (work.Waiting > 0)
            html.Append(CultureInfo.InvariantCulture, $" · {Safe(reader.Text("work.waiting", ("count", work.Waiting)))}");
        html.Append("</p>");
        if (work.Tasks.Count > 0)
            Table(html, work, viewer, links);
        if (work.Pages > 1)
            Pages(html, work, viewer);
        return html.ToString();
    }

    private static void Table(StringBuilder html, WorkPage work, TabViewer viewer, ChatLinks links)
    {
        var reader = viewer.Reader;
        html.Append(
            CultureInfo.InvariantCulture,
            $"<table class=\"rows\"><caption class=\"hidden\">{Safe(reader.Text("work.title"))}</caption><thead><tr>"
        );
        foreach (var column in new[] { "toDo", "ticket", "matter", "by" })
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Safe(reader.Text("tab.column." + column))}</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var (complaint, item) in work.Tasks)
        {
            var instead =
                item.Person == viewer.Member.Id
                    ? ""
                    : $"<br><small>{Safe(reader.Text("work.insteadOf", ("name", reader.Person(item.Person))))}</small>";
            var severity = reader.Text("severity." + Conversations.Reader.Code(complaint.Severity));
            html.Append(item.IsLate(reader.Now) ? "<tr class=\"late\">" : "<tr>");
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"row\">{Safe(WorkCard.ToDo(item, reader))}{instead}</th>");
            html.Append(CultureInfo.InvariantCulture, $"<td>{links.To(complaint.Ticket, complaint.Ticket, reader)}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td>{Safe($"{severity} · {WorkCard.Matter(complaint, reader)}")}</td>");
            var due = item.Due is { } at
                ? $"{Safe(reader.Moment(at))}<br><small>{Safe(reader.Speech.Times.Standing(reader.Language, at, reader.Now))}</small>"
                : "";
            html.Append(CultureInfo.InvariantCulture, $"<td>{due}</td></tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void Pages(StringBuilder html, WorkPage work, TabViewer viewer)
    {
        var (reader, here) = (viewer.Reader, viewer.Address(TabEndpoints.Work));
        html.Append("<p class=\"pages\">");
        if (work.Page > 1)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<a href=\"{Safe($"{here}&page={work.Page - 1}")}\">{Safe(reader.Text("work.previous"))}</a> "
            );
        html.Append(Safe(reader.Text("answer.page", ("page", work.Page), ("pages", work.Pages))));
        if (work.Page < work.Pages)
            html.Append(
                CultureInfo.InvariantCulture,
                $" <a href=\"{Safe($"{here}&page={work.Page + 1}")}\">{Safe(reader.Text("work.next"))}</a>"
            );
        html.Append("</p>");
    }
}
