using System.Globalization;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Words;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Files;

/// <summary>An answer as rows and columns. Cells are text, numbers (long, double) or local instants; null is an empty cell.</summary>
/// <param name="Columns">Names of the columns in the reader's language.</param>
/// <param name="Rows">Rows, each as long as the columns.</param>
/// <param name="About">What was asked, as of when, how it is counted; written beside the data, never into it.</param>
public sealed record AnswerTable(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows,
    IReadOnlyList<(string Name, string Text)> About
)
{
    /// <summary>The complaints of a list or export; <paramref name="total"/> when there are more than these.</summary>
    public static AnswerTable Of(
        ComplaintQuery query,
        IReadOnlyList<ListedComplaint> complaints,
        DateTimeOffset asOf,
        Organisation organisation,
        string language,
        int? total = null
    )
    {
        string[] columns = [.. ListColumns.Select(c => c.In(language))];
        var rows = complaints.Select(c => Row(c, asOf, organisation, language)).ToList();
        var about = Head(query, asOf, organisation, language);
        if (total > complaints.Count)
            about.Add((ReportTerms.Total.In(language), FigureWords.Format(ReportTerms.Cut, language, total, complaints.Count)));
        return new(columns, rows, about);
    }

    /// <summary>The figures of a count, metric, trend or ranking; numbers unrounded, so that a spreadsheet can go on with them.</summary>
    public static AnswerTable Of(FigureAnswer answer, Organisation organisation, string language)
    {
        var isCount = answer.Whole.Now.Unit == FigureUnit.Count;
        var compared = answer.Before is not null;
        List<string> columns =
        [
            answer.Query.GroupBy is { } group ? QuestionTerms.Of(group).In(language) : "",
            FigureWords.Name(answer, language),
        ];
        if (!isCount)
            columns.AddRange([ReportTerms.Sum.In(language), ReportTerms.CaseNumber.In(language)]);
        if (compared)
            columns.AddRange([ReportTerms.Before.In(language), ReportTerms.Change.In(language)]);
        IReadOnlyList<object?> Row(string label, Compared value)
        {
            List<object?> cells = [label, Cell(value.Now)];
            if (!isCount)
                cells.AddRange([value.Now.Numerator, value.Now.Denominator]);
            if (compared)
                cells.AddRange([value.Before is { } before ? Cell(before) : null, value.Change]);
            return cells;
        }

        var rows = answer
            .Rows.Select(r => Row(FigureWords.Label(r, answer.Query.GroupBy, organisation, language), r.Value))
            .Append(Row(ReportTerms.Total.In(language), answer.Whole))
            .ToList();
        var about = Head(answer.Query, answer.AsOf, organisation, language);
        if (FigureWords.Formula(answer, language) is { } formula)
            about.Add((ReportTerms.Formula.In(language), formula));
        about.AddRange(FigureWords.Notes(answer, language).Select(n => ("", n)));
        return new(columns, rows, about);
    }

    private static readonly LocalizedText[] ListColumns =
    [
        ReportTerms.Ticket,
        ReportTerms.State,
        ReportTerms.Category,
        ReportTerms.Department,
        ReportTerms.Owner,
        ReportTerms.Severity,
        ReportTerms.Customer,
        ReportTerms.CustomerLevel,
        ReportTerms.Channel,
        ReportTerms.Place,
        ReportTerms.Product,
        ReportTerms.Title,
        ReportTerms.Received,
        ReportTerms.NextDue,
        ReportTerms.Overdue,
        ReportTerms.Closed,
        ReportTerms.Rounds,
        ReportTerms.Reopened,
        ReportTerms.Score,
    ];

    private static IReadOnlyList<object?> Row(ListedComplaint c, DateTimeOffset asOf, Organisation organisation, string language)
    {
        object? Local(DateTimeOffset? at) => at is { } instant ? organisation.Local(instant) : null;
        return
        [
            c.Ticket,
            QuestionTerms.Of(Enum.Parse<QueryStatus>(c.State, ignoreCase: true)).In(language),
            organisation.FindCategory(c.Category)?.Name.In(language) ?? c.Category,
            organisation.FindDepartment(c.Department)?.Name.In(language) ?? c.Department,
            c.Owner is null ? null : organisation.FindStaff(c.Owner)?.Name ?? c.Owner,
            QuestionTerms.Of((Severity)c.Severity).In(language),
            c.CustomerName,
            QuestionTerms.Named("level", c.CustomerLevel, language),
            QuestionTerms.Named("channel", c.Channel, language),
            c.Place,
            c.Product,
            c.Words ?? c.Title,
            Local(c.ReceivedAt),
            Local(c.NextDue),
            c.IsOverdue(asOf) ? ReportTerms.Yes.In(language) : null,
            Local(c.ClosedAt),
            (long)c.Rounds,
            (long)c.ReopenCount,
            c.LastScore is { } score ? (long)score : null,
        ];
    }

    private static object? Cell(FigureValue value) => value.Unit == FigureUnit.Count ? value.Numerator : value.Value;

    private static List<(string, string)> Head(ComplaintQuery query, DateTimeOffset asOf, Organisation organisation, string language) =>
        [
            (ReportTerms.Understood.In(language), QuestionInWords.Say(query, language, organisation)),
            (
                "",
                FigureWords.Format(
                    ReportTerms.AsOf,
                    language,
                    organisation.Local(asOf).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
                )
            ),
        ];
}
