using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Regular;

/// <summary>The digest of a day for one person: open, late, due today, new since yesterday, and what to look at first.</summary>
public sealed class DailyDigest(Answering answering)
{
    private const int MostItems = 6;

    /// <summary>The data of template <c>digest</c>.</summary>
    public async Task<JsonObject> DataAsync(StaffMember member, Reader reader, CancellationToken cancellationToken)
    {
        var (organisation, now) = (reader.Organisation, reader.Now);
        var asker = new Asker(member, organisation);
        var today = DateOnly.FromDateTime(organisation.Local(now).DateTime);
        var open = new ComplaintQuery
        {
            Kind = QueryKind.List,
            Filters = new() { Status = [QueryStatus.Open] },
        };
        async Task<ListAnswer> ListAsync(ComplaintQuery query) =>
            await answering.AnswerAsync(query, asker, now, cancellationToken: cancellationToken) as ListAnswer
            ?? throw new InvalidOperationException("A digest asks nothing that could be refused.");

        var all = await ListAsync(open with { Sort = new(SortField.Due, SortOrder.Asc) });
        var late = await ListAsync(open with { Filters = new() { Overdue = true } });
        var due = await ListAsync(open with { Period = new(today, today) { Of = PeriodOf.Due } });
        var fresh = await ListAsync(new() { Kind = QueryKind.List, Period = new(today.AddDays(-1), today) });
        var broken =
            await answering.AnswerAsync(
                new()
                {
                    Kind = QueryKind.Metric,
                    Metric = Metric.Overdue,
                    Period = new(today.AddDays(-1), today.AddDays(-1)),
                },
                asker,
                now,
                cancellationToken: cancellationToken
            ) as FigureAnswer;
        var notes = new JsonArray();
        if (broken?.Whole.Now.Numerator is > 0 and var missed)
            notes.Add(reader.Text("report.brokenYesterday", ("count", missed)));
        return new JsonObject
        {
            ["day"] = reader.Day(today),
            ["scope"] = Scope(asker, reader),
            ["headline"] = reader.Text("report.headline", ("late", late.Total), ("open", all.Total)),
            ["figures"] = new JsonArray(
                Figure(reader.Text("report.open"), all.Total, false),
                Figure(reader.Text("report.late"), late.Total, late.Total > 0),
                Figure(reader.Text("report.dueToday"), due.Total, false),
                Figure(reader.Text("report.fresh"), fresh.Total, false)
            ),
            ["items"] = new JsonArray([.. all.Rows.Where(r => r.NextDue is not null).Take(MostItems).Select(r => Item(r, reader))]),
            ["more"] = all.Total > MostItems ? reader.Text("report.more", ("count", all.Total - MostItems)) : null,
            ["notes"] = notes,
            ["changes"] = new JsonArray(Question(reader, "example.overdue"), Question(reader, "report.askDueToday")),
        };
    }

    /// <summary>What a person's reports are about, in words.</summary>
    public static string Scope(Asker asker, Reader reader)
    {
        return asker.SeesAll ? reader.Organisation.Name.In(reader.Language)
            : asker.Departments.Count > 0 ? string.Join(reader.Text("common.listSeparator"), asker.Departments.Select(reader.Department))
            : asker.Member.Name;
    }

    private static JsonObject Figure(string name, int value, bool bad) =>
        new()
        {
            ["name"] = name,
            ["value"] = value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["bad"] = bad,
        };

    private static JsonObject Question(Reader reader, string key) => new() { ["title"] = reader.Text(key), ["text"] = reader.Text(key) };

    private static JsonObject Item(ListedComplaint row, Reader reader) =>
        new()
        {
            ["ticket"] = row.Ticket,
            ["what"] = row.NextDueKind,
            ["category"] = reader.Category(row.Category),
            ["owner"] = reader.Person(row.Answerable ?? row.Owner),
            ["at"] = reader.Moment(row.NextDue!.Value),
            ["standing"] = reader.Speech.Times.Standing(reader.Language, row.NextDue.Value, reader.Now),
            ["late"] = row.IsOverdue(reader.Now),
        };
}
