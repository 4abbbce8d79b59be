using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Work;

namespace ComplaintBot.Work;

/// <summary>Fills the card of "my work": number, matter without the customer, what to do, by when. The sample beside the template
/// documents the data.</summary>
public static class WorkCard
{
    /// <summary>Rows of a page.</summary>
    public const int Rows = 8;

    /// <summary>The data of template <c>work</c>.</summary>
    public static JsonObject Data(WorkPage work, Reader reader, string viewer) =>
        new()
        {
            ["count"] = work.Total == 0 ? reader.Text("work.none") : reader.Text("bundle.headline", ("count", work.Total)),
            ["figures"] = Figures(work, reader),
            ["asOf"] = reader.Text("answer.asOf", ("at", reader.Moment(reader.Now))),
            ["rows"] = new JsonArray([.. work.Tasks.Select(t => Row(t, reader, viewer))]),
            ["waiting"] = work.Waiting == 0 ? null : reader.Text("work.waiting", ("count", work.Waiting)),
            ["page"] = work.Page,
            ["pages"] = work.Pages,
            ["pageText"] = reader.Text("answer.page", ("page", work.Page), ("pages", work.Pages)),
        };

    /// <summary>What it is about without anything of the customer: its category and the product.</summary>
    public static string Matter(Complaint complaint, Reader reader) =>
        complaint.Details.Product is { Length: > 0 } product
            ? $"{reader.Category(complaint.Details.Category)} · {product}"
            : reader.Category(complaint.Details.Category);

    /// <summary>What to do, in words.</summary>
    public static string ToDo(WorkItem item, Reader reader) => reader.Text("todo." + item.What);

    private static string? Figures(WorkPage work, Reader reader)
    {
        List<string> parts = [];
        if (work.Late > 0)
            parts.Add(reader.Text("work.late", ("count", work.Late)));
        if (work.Today > 0)
            parts.Add(reader.Text("work.today", ("count", work.Today)));
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private static JsonObject Row(WorkTask task, Reader reader, string viewer)
    {
        var (complaint, item) = task;
        return new()
        {
            ["ticket"] = complaint.Ticket,
            ["what"] = item.What,
            ["subject"] = item.Subject,
            ["toDo"] = ToDo(item, reader),
            ["matter"] = Matter(complaint, reader),
            ["severity"] = Reader.Code(complaint.Severity),
            ["insteadOf"] = item.Person == viewer ? null : reader.Text("work.insteadOf", ("name", reader.Person(item.Person))),
            ["at"] = item.Due is { } due ? reader.Text("work.by", ("at", reader.Moment(due))) : null,
            ["standing"] = item.Due is { } at ? reader.Speech.Times.Standing(reader.Language, at, reader.Now) : null,
            ["late"] = item.IsLate(reader.Now),
        };
    }
}
