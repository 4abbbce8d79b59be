using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ComplaintBot.Page.Html;

/// <summary>
/// A small HTML template. <c>{{name}}</c> is replaced by a value, always encoded; <c>{{#name}}…{{/name}}</c> is repeated for each
/// row of a list,
/// and left out when there is none. A name that is not given is a bug and throws <see cref="KeyNotFoundException"/>.
/// </summary>
internal sealed partial class PageTemplate
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly string _source;

    private PageTemplate(string source) => _source = source;

    public static PageTemplate Parse(string source) => new(source);

    public string Render(
        IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, IReadOnlyList<Dictionary<string, string>>> lists
    )
    {
        var expanded = Section()
            .Replace(
                _source,
                section =>
                {
                    var rows = new StringBuilder();
                    foreach (var row in lists[section.Groups["name"].Value])
                        rows.Append(Fill(section.Groups["body"].Value, name => row.TryGetValue(name, out var own) ? own : values[name]));
                    return rows.ToString().Replace("{{", "&#123;&#123;", StringComparison.Ordinal);
                }
            );
        return Fill(expanded, name => values[name]);
    }

    private static string Fill(string text, Func<string, string> value) =>
        Placeholder().Replace(text, p => Encoder.Encode(value(p.Groups["name"].Value)));

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"\{\{#(?<name>\w+)\}\}(?<body>.*?)\{\{/\k<name>\}\}",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Section();
}
