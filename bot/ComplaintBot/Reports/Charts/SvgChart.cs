using System.Globalization;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Words;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Charts;

/// <summary>Draws a figure's rows as SVG on the server: a line over time, bars for groups. It has a title and a description for
/// screen readers and needs no script and no font of its own; the numbers stand beside the marks, so that colour alone says
/// nothing.</summary>
public static class SvgChart
{
    private const int MostBars = 12;

    /// <summary>The drawing; null when there is nothing to draw.</summary>
    public static string? Draw(FigureAnswer answer, Organisation organisation, string language)
    {
        if (answer.Rows.All(r => r.Value.Now.Value is null))
            return null;
        var isLine = answer.Rows.All(r => r.Days is not null) && answer.Query.Kind != QueryKind.Ranking;
        IReadOnlyList<FigureRow> rows = isLine ? answer.Rows : [.. answer.Rows.Take(MostBars)];
        var labels = rows.Select(r => isLine ? Short(r.Days!) : FigureWords.Label(r, answer.Query.GroupBy, organisation, language))
            .ToList();
        var title = FigureWords.Name(answer, language) + (answer.Period is { } period ? " · " + PeriodInWords.Say(period, language) : "");
        var described = string.Join("; ", rows.Select((r, i) => $"{labels[i]}: {FigureWords.Value(r.Value.Now, language)}"));
        var canvas = new SvgCanvas(ChartScale.For(rows, answer.Whole.Now.Unit), answer.Whole.Now.Unit, language);
        canvas.Open(title, described);
        if (isLine)
            Lines(canvas, rows, labels, language);
        else
            Bars(canvas, rows, labels, language);
        return canvas.Close();
    }

    private static void Lines(SvgCanvas canvas, IReadOnlyList<FigureRow> rows, List<string> labels, string language)
    {
        double X(int i) => rows.Count == 1 ? SvgCanvas.X(0.5) : SvgCanvas.X((double)i / (rows.Count - 1));
        canvas.Line([.. rows.Select(r => r.Value.Before?.Value)], X, SvgCanvas.Earlier, dashed: true);
        canvas.Line([.. rows.Select(r => r.Value.Now.Value)], X, SvgCanvas.Main, dashed: false);
        var every = (rows.Count + 11) / 12;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % every == 0)
                canvas.Label(X(i), labels[i], lower: false);
            if (rows.Count <= 13 && rows[i].Value.Now.Value is { } value)
                canvas.Text(X(i), canvas.Y(value) - 10, FigureWords.Value(rows[i].Value.Now, language));
        }
    }

    private static void Bars(SvgCanvas canvas, IReadOnlyList<FigureRow> rows, List<string> labels, string language)
    {
        var compared = rows.Any(r => r.Value.Before is not null);
        var bar = Math.Min(56, (SvgCanvas.X(1) - SvgCanvas.X(0)) / rows.Count * 0.6);
        var width = compared ? bar / 2 : bar;
        for (var i = 0; i < rows.Count; i++)
        {
            var middle = SvgCanvas.X((i + 0.5) / rows.Count);
            if (rows[i].Value.Before?.Value is { } before)
                canvas.Bar(middle, width, before, hollow: true);
            if (rows[i].Value.Now.Value is { } value)
            {
                canvas.Bar(middle - bar / 2, width, value, hollow: false);
                canvas.Text(middle - (bar - width) / 2, canvas.Y(value) - 6, FigureWords.Value(rows[i].Value.Now, language));
            }
            var crowded = rows.Count > 7;
            canvas.Label(middle, Cut(labels[i], crowded ? 12 : 16), lower: crowded && i % 2 == 1);
        }
    }

    private static string Short(QueryPeriod days) =>
        days.From.Day == 1 && days.To.Day >= 28
            ? days.From.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : days.From.ToString("MM-dd", CultureInfo.InvariantCulture);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
