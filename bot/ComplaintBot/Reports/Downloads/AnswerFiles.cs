using System.Globalization;
using System.Text;
using ComplaintBot.People;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Charts;
using ComplaintBot.Reports.Files;
using ComplaintBot.Reports.Regular;
using ComplaintBot.Reports.Rights;
using Understanding.Questions;

namespace ComplaintBot.Reports.Downloads;

/// <summary>Makes files of answers, with the rights that the asker has at that moment.</summary>
public sealed class AnswerFiles(Answering answering, RegularReports reports, OrganisationSource organisations, TimeProvider time)
{
    /// <summary>The file; null when the asker is no member of staff any more or may not see what was asked.</summary>
    public async Task<AnswerFile?> MakeAsync(FileOrder order, CancellationToken cancellationToken)
    {
        var (organisation, now) = (organisations.Current, time.GetUtcNow());
        if (order.Report is { } report)
            return organisation.FindStaff(order.By) is { } reader
                ? await reports.FileAsync(report, order.Format, reader, organisation, order.Language, now, cancellationToken)
                : null;
        if (organisation.FindStaff(order.By) is not { } member || QueryRules.Faults(order.Query, organisation).Count > 0)
            return null;
        var asker = new Asker(member, organisation);
        var answer = await answering.AnswerAsync(order.Query, asker, now, cancellationToken: cancellationToken);
        if (answer is Refused)
            return null;
        var table = answer is FigureAnswer figures
            ? AnswerTable.Of(figures, organisation, order.Language)
            : AnswerTable.Of(
                order.Query,
                await answering.AllRowsAsync(order.Query, asker, now, cancellationToken),
                now,
                organisation,
                order.Language,
                ((ListAnswer)answer).Total
            );
        var name = "complaints-" + organisation.Local(now).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture) + "." + order.Format;
        return order.Format switch
        {
            "csv" => new(name, "text/csv; charset=utf-8", CsvFile.Write(table)),
            "html" => new(
                name,
                "text/html; charset=utf-8",
                Encoding.UTF8.GetBytes(
                    HtmlPage.Write(
                        table,
                        (answer as FigureAnswer) is { } drawn ? SvgChart.Draw(drawn, organisation, order.Language) : null,
                        order.Language
                    )
                )
            ),
            _ => new(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxFile.Write(table, order.Language)),
        };
    }
}
