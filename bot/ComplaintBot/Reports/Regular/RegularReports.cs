using System.Globalization;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Downloads;
using ComplaintBot.Reports.Rights;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Regular;

/// <summary>Makes reports as messages and files, whoever wants them: the clock or a person.</summary>
public sealed class RegularReports(Answering answering, ReportFacts facts, DailyDigest digest)
{
    /// <summary>The report of <paramref name="day"/> as its card, in the reader's language.</summary>
    public async Task<OutgoingMessage> MessageAsync(
        ReportKind kind,
        StaffMember member,
        DateOnly day,
        Reader reader,
        Recipient to,
        CancellationToken cancellationToken
    )
    {
        if (kind == ReportKind.Daily)
            return new(
                to,
                reader.Speech.Card("digest", reader.Language, await digest.DataAsync(member, reader, cancellationToken), to.Target)
            );
        var asker = new Asker(member, reader.Organisation);
        var report = await QualityReport.MakeAsync(answering, facts, asker, ReportTimes.Before(kind, day), reader.Now, cancellationToken);
        return new(
            to,
            reader.Speech.Card(
                "quality-report",
                reader.Language,
                QualityReportCard.Data(report, Order(kind, day), DailyDigest.Scope(asker, reader), reader),
                to.Target
            )
        );
    }

    /// <summary>The file of a report named by <see cref="Order"/>; null when the name is none.</summary>
    public async Task<AnswerFile?> FileAsync(
        string order,
        string format,
        StaffMember member,
        Organisation organisation,
        string language,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (
            order.Split(':') is not [var name, var first]
            || !Enum.TryParse<ReportKind>(name, ignoreCase: true, out var kind)
            || kind == ReportKind.Daily
            || !DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year < 2000
        )
            return null;
        var report = await QualityReport.MakeAsync(
            answering,
            facts,
            new(member, organisation),
            ReportTimes.Before(kind, day),
            now,
            cancellationToken
        );
        return QualityReportFiles.Write(report, format, organisation, language);
    }

    /// <summary>Names a report for its buttons.</summary>
    public static string Order(ReportKind kind, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Reader.Code(kind)}:{day:yyyy-MM-dd}");

    /// <summary>What the file of a report is about, in words.</summary>
    public static string Describe(string order, string language) =>
        $"{Words.ReportTerms.QualityReport.In(language)} {order[(order.IndexOf(':', StringComparison.Ordinal) + 1)..]}";
}
