using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Words;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking;

/// <summary>Fills the card of a list: how the question was understood, how many, a page of complaints. The sample beside the
/// template documents the data.</summary>
internal static class ListCard
{
    // One line of a phone.
    private const int LongestMatter = 40;

    /// <summary>The data of template <c>list</c>.</summary>
    /// <param name="isPersonal">False where others read along: then no row names a customer or repeats their words.</param>
    public static JsonObject Data(ListAnswer answer, IReadOnlyList<string> unused, Reader reader, string answerId, bool isPersonal)
    {
        var (query, language) = (answer.Query, reader.Language);
        return new JsonObject
        {
            ["query"] = QueryButtons.Node(query),
            ["answer"] = answerId,
            ["lang"] = language,
            ["exports"] = true,
            ["understood"] = QuestionInWords.UnderstoodAs(query, language, reader.Organisation),
            ["count"] = reader.Text("answer.count", ("count", answer.Total)),
            ["asOf"] = reader.Text("answer.asOf", ("at", reader.Moment(answer.AsOf))),
            ["page"] = answer.Page,
            ["pages"] = answer.Pages,
            ["pageText"] = reader.Text("answer.page", ("page", answer.Page), ("pages", answer.Pages)),
            ["notes"] = Unused(unused, language),
            ["rows"] = new JsonArray([.. answer.Rows.Select(r => Row(r, reader, isPersonal))]),
            ["without"] = QueryButtons.Without(query, language, reader.Organisation),
            ["changes"] = QueryButtons.Changes(query, language),
        };
    }

    /// <summary>Says which words changed nothing, so that nobody believes they were heard.</summary>
    public static JsonArray Unused(IReadOnlyList<string> unused, string language) =>
        unused.Count == 0
            ? []
            : [FigureWords.Format(ReportTerms.Unused, language, string.Join(QuestionTerms.Of("and").In(language), unused))];

    private static JsonObject Row(ListedComplaint row, Reader reader, bool isPersonal) =>
        new()
        {
            ["ticket"] = row.Ticket,
            ["category"] = reader.Category(row.Category),
            ["customer"] = isPersonal ? row.CustomerName : null,
            ["matter"] = isPersonal ? Short(row.Title) : null,
            ["severity"] = Reader.Code((Severity)row.Severity),
            ["state"] = row.State,
            ["owner"] = reader.Person(row.Answerable ?? row.Owner),
            ["due"] = row is { IsOpen: true, NextDue: { } due }
                ? reader.Text("time.by", ("time", reader.Moment(due)))
                : reader.Moment(row.ClosedAt ?? row.ReceivedAt),
            ["standing"] = row is { IsOpen: true, NextDue: { } at } ? reader.Speech.Times.Standing(reader.Language, at, reader.Now) : null,
            ["late"] = row.IsOverdue(reader.Now),
        };

    private static string Short(string matter) =>
        matter.Length <= LongestMatter ? matter : string.Concat(matter.AsSpan(0, LongestMatter - 1), "…");
}
