using System.Globalization;
using System.Text.RegularExpressions;

namespace ComplaintBot.Cards;

/// <summary>The words for one key in one language; <paramref name="One"/> when the language says it differently for exactly one.</summary>
internal sealed partial record Wording(string Other, string? One = null)
{
    /// <summary>The names in braces, each once.</summary>
    public IReadOnlySet<string> Placeholders =>
        Placeholder().Matches(Other).Concat(Placeholder().Matches(One ?? "")).Select(m => m.Groups["name"].Value).ToHashSet();

    /// <summary>The words with each {name} replaced by its argument.</summary>
    public string Fill(string key, ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var values = new Dictionary<string, string>(arguments.Length);
        foreach (var (name, value) in arguments)
            values[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        var words = One is not null && values.GetValueOrDefault("count") == "1" ? One : Other;
        return Placeholder()
            .Replace(
                words,
                m =>
                    values.TryGetValue(m.Groups["name"].Value, out var value)
                        ? value
                        : throw new ArgumentException($"The string '{key}' needs '{m.Groups["name"].Value}'.", nameof(arguments))
            );
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
