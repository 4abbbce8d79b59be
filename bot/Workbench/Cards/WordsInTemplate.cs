using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workbench.Cards;

/// <summary>Which words a template uses: <c>$root.t.a.b</c> is one key, <c>$root.t.state[…]</c> every key below <c>state</c>.</summary>
public static partial class WordsInTemplate
{
    /// <summary>The paths below <c>$root.t</c> in the text of a template, each once; a path that is indexed further ends with a
    /// dot.</summary>
    public static IReadOnlyCollection<string> Paths(string template) =>
        [
            .. Path()
                .Matches(template)
                .Select(m => m.Groups["path"].Value + (m.Groups["indexed"].Success ? "." : ""))
                .Order(StringComparer.Ordinal)
                .Distinct(),
        ];

    /// <summary>The part of the tree of all words that a template uses; what the Designer needs.</summary>
    public static JsonObject Cut(JsonObject tree, string template)
    {
        var cut = new JsonObject();
        foreach (var path in Paths(template))
            Copy(tree, cut, path.TrimEnd('.').Split('.'));
        return cut;
    }

    private static void Copy(JsonObject from, JsonObject to, ReadOnlySpan<string> names)
    {
        var (name, value) = (names[0], from[names[0]]);
        if (names.Length == 1 || value is not JsonObject inner)
        {
            to[name] = value?.DeepClone();
            return;
        }
        if (to[name] is not JsonObject below)
            to[name] = below = [];
        Copy(inner, below, names[1..]);
    }

    [GeneratedRegex(@"\$root\.t\.(?<path>[A-Za-z0-9.]*[A-Za-z0-9])(?<indexed>\[)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();
}
