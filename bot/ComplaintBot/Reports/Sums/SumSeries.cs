using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplaintBot.Reports.Figures;

namespace ComplaintBot.Reports.Sums;

/// <summary>The sources of figures that are summed up beforehand, each a series of its own in table <c>figure_sums</c>. Their SQL
/// is the figures' own.</summary>
internal static class SumSeries
{
    /// <summary>Columns that a sum is kept for each value of.</summary>
    public const string Dimensions = "department, category, severity, customer_level, about_staff, bin";

    private static readonly Dictionary<FigureSource, (string Name, bool Lengths)> Names = AllFigures
        .All.SelectMany(f =>
            f.Sources.Select((s, i) => (Source: s, Name: f.Metric + "." + i.ToString(CultureInfo.InvariantCulture), f.HasSpread))
        )
        .Where(s => s.Source.IsSummed)
        .Append((Source: AllFigures.Pressing, Name: nameof(AllFigures.Pressing), HasSpread: false))
        .ToDictionary(s => s.Source, s => (s.Name, s.HasSpread));

    private static readonly HashSet<string> Lengths = [.. Names.Values.Where(n => n.Lengths).Select(n => n.Name)];

    /// <summary>Every fact of every series, one row each: <c>series, day, later, department, category, severity, customer_level,
    /// about_staff, bin, n, d, a</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> Facts = Names.ToDictionary(
        s => s.Value.Name,
        s => Fact(s.Key, s.Value.Name, s.Value.Lengths)
    );

    /// <summary>The facts of one complaint, parameter <c>@ticket</c>.</summary>
    public static readonly string FactsOfTicket = string.Join("\nUNION ALL\n", Facts.Values.Select(f => $"{f} AND c.ticket = @ticket"));

    /// <summary>Changes whenever a series is counted differently.</summary>
    public static readonly string Definition = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FactsOfTicket)));

    /// <summary>The series of a source; null when it is not summed up.</summary>
    public static string? Of(FigureSource source) => Names.TryGetValue(source, out var name) ? name.Name : null;

    /// <summary>True for a series of lengths of time: cut by the hour, summed by the month only, and by no more than department.</summary>
    public static bool IsOfLengths(string series) => Lengths.Contains(series);

    /// <summary>The bin of a length of time in seconds: five minutes wide during the first day, an hour afterwards.</summary>
    public static string BinOf(string seconds) =>
        $"CASE WHEN {seconds} < 86400 THEN {seconds} / 300 ELSE 288 + ({seconds} - 86400) / 3600 END";

    /// <summary>The shortest length, in seconds, that falls into a bin.</summary>
    public static string FirstOf(string bin) => $"CASE WHEN {bin} < 288 THEN {bin} * 300 ELSE 86400 + ({bin} - 288) * 3600 END";

    private static string Fact(FigureSource s, string name, bool lengths) =>
        $"""
            SELECT '{name}' AS series, {s.Day} AS day, {s.EndedAfter ?? "''"} AS later, {s.Department} AS department,
              {(
                lengths ? "'' AS category, 0 AS severity, '' AS customer_level" : "c.category, c.severity, c.customer_level"
            )}, COALESCE(c.about_staff, '') AS about_staff,
              CAST({(
                lengths ? BinOf(s.Numerator) : "0"
            )} AS BIGINT) AS bin, CAST({s.Numerator} AS BIGINT) AS n, CAST({s.Rows} AS BIGINT) AS d, CAST({s.Also} AS BIGINT) AS a
            FROM {s.From} WHERE c.kind = 'complaint' AND c.state <> 'merged' AND {s.Day} IS NOT NULL{(
                s.EndedAfter is null ? "" : $" AND {s.EndedAfter} IS NOT NULL"
            )}{(s.Is is null ? "" : $" AND {s.Is}")}
            """;
}
