using System.Globalization;
using System.Net;
using System.Text;
using ComplaintBot.Reports.Figures;
using ComplaintBot.Reports.Words;
using ComplaintBot.Storage;

namespace ComplaintBot.Reports.Charts;

/// <summary>The marks of a chart as SVG text. All words are escaped here and nowhere else.</summary>
internal sealed class SvgCanvas(double top, FigureUnit unit, string language)
{
    public const string Main = "#2457c5",
        Earlier = "#b15c00";
    private const int Width = 720,
        Height = 360,
        Left = 72,
        Right = 32,
        Above = 56,
        Below = 64;
    private const string Ink = "#1f2933",
        Soft = "#5b6775",
        Grid = "#d9dee5";
    private readonly StringBuilder _svg = new();

    /// <summary>The place of a share 0..1 of the width.</summary>
    public static double X(double share) => Left + share * (Width - Left - Right);

    /// <summary>The height of a value.</summary>
    public double Y(double value) => Height - Below - Math.Clamp(value / top, 0, 1) * (Height - Above - Below);

    public void Open(string title, string description)
    {
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\"");
        Add($" role=\"img\" aria-labelledby=\"chart-title chart-text\" xml:lang=\"{language}\"");
        Add($" font-family=\"system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif\" font-size=\"12\">");
        Add($"<title id=\"chart-title\">{Escape(title)}</title><desc id=\"chart-text\">{Escape(description)}</desc>");
        Add($"<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        Add($"<text x=\"{Left}\" y=\"28\" font-size=\"16\" font-weight=\"600\" fill=\"{Ink}\">{Escape(title)}</text>");
        for (var i = 0; i <= 4; i++)
        {
            var y = Y(top * i / 4);
            Add($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y:F1}\" y2=\"{y:F1}\" stroke=\"{Grid}\"/>");
            Add($"<text x=\"{Left - 8}\" y=\"{y + 4:F1}\" text-anchor=\"end\" fill=\"{Soft}\">{Escape(Tick(top * i / 4))}</text>");
        }
    }

    /// <summary>A line with gaps where there is no value, and a dot at each point.</summary>
    public void Line(IReadOnlyList<double?> values, Func<int, double> x, string colour, bool dashed)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
                continue;
            path.Append(CultureInfo.InvariantCulture, $"{(i > 0 && values[i - 1] is not null ? 'L' : 'M')}{x(i):F1} {Y(value):F1}");
            Add($"<circle cx=\"{x(i):F1}\" cy=\"{Y(value):F1}\" r=\"3.5\" fill=\"{colour}\"/>");
        }
        if (path.Length > 0)
            Add($"<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{(dashed ? " stroke-dasharray=\"6 4\"" : "")}/>");
    }

    /// <summary>A bar from the axis; a hollow one stands for the earlier period.</summary>
    public void Bar(double x, double width, double value, bool hollow)
    {
        var paint = hollow ? $"fill=\"none\" stroke=\"{Earlier}\" stroke-dasharray=\"4 3\"" : $"fill=\"{Main}\"";
        Add($"<rect x=\"{x:F1}\" y=\"{Y(value):F1}\" width=\"{width:F1}\" height=\"{Height - Below - Y(value):F1}\" {paint}/>");
    }

    /// <summary>Words beside a mark.</summary>
    public void Text(double x, double y, string words) =>
        Add($"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"middle\" fill=\"{Ink}\">{Escape(words)}</text>");

    /// <summary>Words under the axis, in one of two lines.</summary>
    public void Label(double x, string words, bool lower) =>
        Add($"<text x=\"{x:F1}\" y=\"{Height - Below + (lower ? 36 : 20)}\" text-anchor=\"middle\" fill=\"{Soft}\">{Escape(words)}</text>");

    public string Close() => _svg.Append("</svg>").ToString();

    private void Add(FormattableString markup) => _svg.Append(markup.ToString(CultureInfo.InvariantCulture));

    private string Tick(double value) =>
        unit switch
        {
            FigureUnit.Share => (value * 100).ToString("0", CultureInfo.InvariantCulture) + "%",
            FigureUnit.Seconds => FigureWords.Value(new(unit, (long)value, 1, 0), language),
            _ => value.ToString("0.#", CultureInfo.InvariantCulture),
        };

    private static string Escape(string words) =>
        WebUtility.HtmlEncode(string.Concat(SqlText.Printable(words).Where(c => c >= ' ' && c is not ('\uFFFE' or '\uFFFF'))));
}
