using System.Text;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Charts;
using ComplaintBot.Reports.Downloads;
using ComplaintBot.Reports.Files;
using ComplaintBot.Reports.Words;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Regular;

/// <summary>A quality report as a workbook of one sheet, or as a page to print with its drawings.</summary>
internal static class QualityReportFiles
{
    public static AnswerFile Write(QualityReport report, string format, Organisation organisation, string language)
    {
        var period = PeriodInWords.Say(report.Period, language);
        var title = $"{organisation.Name.In(language)} · {ReportTerms.QualityReport.In(language)} · {period}";
        var name = $"quality-report-{report.Period.From:yyyyMMdd}-{report.Period.To:yyyyMMdd}.{format}";
        var parts = Parts(report, organisation, language).ToList();
        if (format == "html")
            return new(name, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(HtmlPage.Write(title, parts, language)));
        var about = new List<(string, string)> { (ReportTerms.QualityReport.In(language), title) };
        about.AddRange(
            report.Figures.Where(f => f.Figure is not null).Select(f => (FigureWords.Name(f, language), FigureWords.Formula(f, language)!))
        );
        var table = Together(parts, about);
        return format == "csv"
            ? new(name, "text/csv; charset=utf-8", CsvFile.Write(table))
            : new(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxFile.Write(table, language));
    }

    /// <summary>All parts on one sheet: each row begins with its part's name; a part with other columns than the first begins with
    /// a row of their names.</summary>
    private static AnswerTable Together(List<HtmlPart> parts, List<(string, string)> about)
    {
        var first = parts[0].Table.Columns;
        var width = parts.Max(p => p.Table.Columns.Count);
        IReadOnlyList<object?> Wide(string? part, IEnumerable<object?> cells)
        {
            List<object?> row = [part, .. cells];
            row.AddRange(Enumerable.Repeat<object?>(null, width + 1 - row.Count));
            return row;
        }

        var rows = parts
            .SelectMany(p =>
                p.Table.Rows.Select(r => Wide(p.Title, r))
                    .Prepend(p.Table.Columns.SequenceEqual(first) ? null : Wide(p.Title, p.Table.Columns))
                    .OfType<IReadOnlyList<object?>>()
            )
            .ToList();
        return new(["", .. first, .. Enumerable.Repeat("", width - first.Count)], rows, about);
    }

    private static IEnumerable<HtmlPart> Parts(QualityReport report, Organisation organisation, string language)
    {
        string[] columns =
        [
            ReportTerms.Figure.In(language),
            ReportTerms.Value.In(language),
            ReportTerms.Basis.In(language),
            ReportTerms.Before.In(language),
            ReportTerms.Change.In(language),
        ];
        IReadOnlyList<object?> Row(string label, FigureAnswer answer, Compared value) =>
            [
                label,
                FigureWords.Value(value.Now, language),
                FigureWords.Basis(value.Now, language),
                value.Before is { } before ? FigureWords.Value(before, language) : null,
                FigureWords.Comparison(answer, value, language),
            ];
        IReadOnlyList<object?> Change(LocalizedText how, FigureAnswer f) =>
            [
                $"{how.In(language)} · {FigureWords.Name(f, language)}",
                f.Whole.Before is { } before ? FigureWords.Value(before, language) : null,
                FigureWords.Value(f.Whole.Now, language),
                FigureWords.Comparison(f, f.Whole, language),
            ];
        AnswerTable Grouped(FigureAnswer answer, Grouping group) =>
            new(columns, [.. answer.Rows.Select(r => Row(FigureWords.Label(r, group, organisation, language), answer, r.Value))], []);

        yield return new(
            ReportTerms.Figures.In(language),
            new(columns, [.. report.Figures.Select(f => Row(FigureWords.Name(f, language), f, f.Whole))], []),
            SvgChart.Draw(report.Months, organisation, language)
        );
        yield return new(
            FigureWords.Name(report.Departments, language),
            Grouped(report.Departments, Grouping.Department),
            SvgChart.Draw(report.Departments, organisation, language)
        );
        yield return new(
            ReportTerms.TopCategories.In(language),
            Grouped(report.Categories, Grouping.Category),
            SvgChart.Draw(report.Categories, organisation, language)
        );
        yield return new(
            ReportTerms.TopCauses.In(language),
            new(
                [ReportTerms.Category.In(language), ReportTerms.Count.In(language), ReportTerms.Before.In(language)],
                [
                    .. report.Causes.Select(c =>
                        (IReadOnlyList<object?>)[GapWords.Name(c, organisation, language), (long)c.Count, (long)c.Before]
                    ),
                ],
                []
            ),
            null
        );
        yield return new(
            ReportTerms.Gaps.In(language),
            new(
                [
                    ReportTerms.Department.In(language),
                    ReportTerms.Broken.In(language),
                    ReportTerms.Due.In(language),
                    ReportTerms.Before.In(language),
                    ReportTerms.Missed.In(language),
                    ReportTerms.Inspected.In(language),
                    ReportTerms.Before.In(language),
                ],
                [
                    .. report.Gaps.Select(g =>
                        (IReadOnlyList<object?>)
                            [
                                organisation.FindDepartment(g.Department)?.Name.In(language) ?? g.Department,
                                (long)g.Broken,
                                (long)g.Due,
                                (long)g.BrokenBefore,
                                (long)g.Missed,
                                (long)g.Inspected,
                                (long)g.MissedBefore,
                            ]
                    ),
                ],
                []
            ),
            null
        );
        yield return new(
            ReportTerms.Since.In(language),
            new(
                [
                    ReportTerms.Figure.In(language),
                    ReportTerms.Before.In(language),
                    ReportTerms.Value.In(language),
                    ReportTerms.Change.In(language),
                ],
                [
                    .. report.Changed(true).Select(f => Change(ReportTerms.Better, f)),
                    .. report.Changed(false).Select(f => Change(ReportTerms.Worse, f)),
                ],
                []
            ),
            null
        );
        yield return new(
            ReportTerms.Overdue.In(language),
            AnswerTable.Of(report.Late.Query, report.Late.Rows, report.AsOf, organisation, language, report.Late.Total),
            null
        );
    }
}
