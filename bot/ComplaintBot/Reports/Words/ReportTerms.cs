using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Writing;

namespace ComplaintBot.Reports.Words;

/// <summary>Words of answers and files in the three languages, from ReportTerms.txt.</summary>
internal static class ReportTerms
{
    private static readonly LocalizedTerms Terms = LocalizedTerms.Beside(typeof(ReportTerms), "ReportTerms.txt");

    public static LocalizedText NotAvailable => Term();
    public static LocalizedText SmallSample => Term();
    public static LocalizedText Sample => Term();
    public static LocalizedText Cases => Term();
    public static LocalizedText Points => Term();
    public static LocalizedText Days => Term();
    public static LocalizedText Hours => Term();
    public static LocalizedText Minutes => Term();
    public static LocalizedText PercentPoints => Term();
    public static LocalizedText Spread => Term();
    public static LocalizedText Up => Term();
    public static LocalizedText Down => Term();
    public static LocalizedText Same => Term();
    public static LocalizedText NoBefore => Term();
    public static LocalizedText AsOf => Term();
    public static LocalizedText PeriodUsual => Term();
    public static LocalizedText Tied => Term();
    public static LocalizedText None => Term();
    public static LocalizedText QualityReport => Term();
    public static LocalizedText Figure => Term();
    public static LocalizedText Figures => Term();
    public static LocalizedText TopCategories => Term();
    public static LocalizedText TopCauses => Term();
    public static LocalizedText Gaps => Term();
    public static LocalizedText Broken => Term();
    public static LocalizedText Due => Term();
    public static LocalizedText Missed => Term();
    public static LocalizedText Inspected => Term();
    public static LocalizedText Since => Term();
    public static LocalizedText Better => Term();
    public static LocalizedText Worse => Term();
    public static LocalizedText Total => Term();
    public static LocalizedText Value => Term();
    public static LocalizedText Basis => Term();
    public static LocalizedText Sum => Term();
    public static LocalizedText CaseNumber => Term();
    public static LocalizedText Before => Term();
    public static LocalizedText Change => Term();
    public static LocalizedText Formula => Term();
    public static LocalizedText Ticket => Term();
    public static LocalizedText State => Term();
    public static LocalizedText Category => Term();
    public static LocalizedText Department => Term();
    public static LocalizedText Owner => Term();
    public static LocalizedText Severity => Term();
    public static LocalizedText Customer => Term();
    public static LocalizedText CustomerLevel => Term();
    public static LocalizedText Channel => Term();
    public static LocalizedText Place => Term();
    public static LocalizedText Product => Term();
    public static LocalizedText Title => Term();
    public static LocalizedText Received => Term();
    public static LocalizedText NextDue => Term();
    public static LocalizedText Overdue => Term();
    public static LocalizedText Closed => Term();
    public static LocalizedText Rounds => Term();
    public static LocalizedText Reopened => Term();
    public static LocalizedText Score => Term();
    public static LocalizedText Yes => Term();
    public static LocalizedText Understood => Term();
    public static LocalizedText Count => Term();
    public static LocalizedText Cut => Term();
    public static LocalizedText SheetData => Term();
    public static LocalizedText SheetAbout => Term();
    public static LocalizedText NotAllowed => Term();
    public static LocalizedText WhichPerson => Term();
    public static LocalizedText NoSuchPerson => Term();
    public static LocalizedText NoQuestion => Term();
    public static LocalizedText UnknownWords => Term();
    public static LocalizedText UnknownFigure => Term();
    public static LocalizedText UnknownGrouping => Term();
    public static LocalizedText SeveralValues => Term();
    public static LocalizedText TooLong => Term();
    public static LocalizedText Nearest => Term();
    public static LocalizedText Unused => Term();
    public static LocalizedText ListOf => Term();

    /// <summary>The words of a name in the file.</summary>
    public static LocalizedText Of(string name) => Terms[name];

    private static LocalizedText Term([CallerMemberName] string name = "") => Terms[name];
}
