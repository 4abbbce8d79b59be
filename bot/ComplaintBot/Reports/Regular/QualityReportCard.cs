using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Words;
using Understanding.Questions;

namespace ComplaintBot.Reports.Regular;

/// <summary>Fills the card of a quality report. The sample beside the template documents the data.</summary>
internal static class QualityReportCard
{
    private const int MostLate = 5;
    private const int MostCauses = 5;

    public static JsonObject Data(QualityReport report, string order, string scope, Reader reader)
    {
        var language = reader.Language;
        string Names(bool better) =>
            string.Join(reader.Text("common.listSeparator"), report.Changed(better).Select(f => FigureWords.Name(f, language)));
        var (better, worse) = (Names(true), Names(false));
        var notes = new JsonArray();
        if (better.Length > 0)
            notes.Add(reader.Text("report.better", ("names", better)));
        if (worse.Length > 0)
            notes.Add(reader.Text("report.worse", ("names", worse)));
        return new JsonObject
        {
            ["report"] = order,
            ["lang"] = language,
            ["scope"] = scope,
            ["period"] = PeriodInWords.Say(report.Period, language),
            ["asOf"] = reader.Text("answer.asOf", ("at", reader.Moment(report.AsOf))),
            ["notes"] = notes,
            ["figures"] = new JsonArray([.. report.Figures.Select(f => Row(FigureWords.Name(f, language), f, f.Whole, language))]),
            ["departments"] = new JsonArray([
                .. report.Departments.Rows.Select(r =>
                    Row(FigureWords.Label(r, Grouping.Department, reader.Organisation, language), report.Departments, r.Value, language)
                ),
            ]),
            ["categories"] = new JsonArray([
                .. report.Categories.Rows.Select(r =>
                    Row(FigureWords.Label(r, Grouping.Category, reader.Organisation, language), report.Categories, r.Value, language)
                ),
            ]),
            ["causes"] = new JsonArray([
                .. report
                    .Causes.Take(MostCauses)
                    .Select(c => new JsonObject
                    {
                        ["name"] = GapWords.Name(c, reader.Organisation, language),
                        ["value"] = FigureWords.Format(ReportTerms.Cases, language, c.Count),
                        ["sign"] = GapWords.Sign(c.Count, c.Before),
                    }),
            ]),
            ["gaps"] = new JsonArray([
                .. report.Gaps.Select(g => new JsonObject
                {
                    ["name"] = reader.Department(g.Department),
                    ["promises"] = GapWords.Promises(g, language),
                    ["promisesSign"] = GapWords.Sign(g.Broken, g.BrokenBefore),
                    ["standards"] =
                        g.Inspected + g.MissedBefore > 0
                            ? $"{GapWords.Standards(g, language)} {GapWords.Sign(g.Missed, g.MissedBefore)}"
                            : "",
                }),
            ]),
            ["lateTitle"] = reader.Text("report.lateTitle", ("count", report.Late.Total)),
            ["late"] = new JsonArray([
                .. report
                    .Late.Rows.Take(MostLate)
                    .Select(r => new JsonObject
                    {
                        ["ticket"] = r.Ticket,
                        ["text"] = $"{r.Ticket} · {reader.Category(r.Category)} · {reader.Person(r.Answerable ?? r.Owner)}",
                        ["standing"] = r.NextDue is { } due ? reader.Speech.Times.Standing(language, due, reader.Now) : "",
                    }),
            ]),
        };
    }

    private static JsonObject Row(string name, FigureAnswer answer, Compared value, string language) =>
        new()
        {
            ["name"] = name,
            ["value"] = FigureWords.Value(value.Now, language),
            ["basis"] = FigureWords.Basis(value.Now, language),
            ["before"] = value.Before is { } before ? FigureWords.Value(before, language) : "",
            ["sign"] = value.Change switch
            {
                > 0 => "▲",
                < 0 => "▼",
                0 => "＝",
                _ => "",
            },
            ["better"] = FigureWords.IsBetter(answer, value) switch
            {
                true => "yes",
                false => "no",
                _ => "same",
            },
        };
}
