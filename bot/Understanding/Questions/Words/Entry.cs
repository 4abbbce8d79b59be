using System.Globalization;
using System.Text.RegularExpressions;
using Understanding.Questions.Names;
using Understanding.Questions.Reading;
using Understanding.Writing;

namespace Understanding.Questions.Words;

/// <summary>A phrase with what it means.</summary>
internal sealed partial record Entry(Part Part, string Value, string Notation, Phrase Phrase)
{
    /// <summary>As of <see cref="Mention.Weight"/>.</summary>
    public int Weight { get; init; }

    /// <summary>What must hold of a name that the phrase takes (see <see cref="NameChecks"/>); null = nothing.</summary>
    public string? Check { get; init; }

    /// <summary>The phrase counts only where the text also speaks of this.</summary>
    public Part? If { get; init; }

    /// <summary>The mention of a match, or null where it takes a name that is none or a number that cannot be.</summary>
    public Mention? Of(Match match, string folded, string original)
    {
        if (match.Groups["x"] is { Success: true } name)
        {
            if (NameChecks.Of(Check, original, folded, name.Index, name.Length) is not { } range)
                return null;
            var (from, length) = range.GetOffsetAndLength(original.Length);
            // A name is cut short where its end was no name; then the mention ends there, too.
            var end = length < name.Length ? from + length : match.Index + match.Length;
            return new(match.Index, end - match.Index, Part, original.Substring(from, length).Trim()) { Weight = Weight, If = If };
        }
        if (Filled(match) is not { } value)
            return null;
        // A 的 at an edge belongs to nobody, so that neighbours do not quarrel over it.
        var (start, stop) = (match.Index, match.Index + match.Length);
        while (start < stop - 1 && Details.IsEdge(folded[start]))
            start++;
        while (stop - 1 > start && Details.IsEdge(folded[stop - 1]))
            stop--;
        return new(start, stop - start, Part, value) { Weight = Weight, If = If };
    }

    /// <summary>The value with the numbers that were said; null when one of them is none.</summary>
    private string? Filled(Match match)
    {
        if (!Value.Contains('{', StringComparison.Ordinal))
            return Value;
        var known = true;
        var value = Place()
            .Replace(
                Value,
                place =>
                {
                    var number = (int?)Numbers.Read(match.Groups[place.Groups["slot"].Value == "N" ? "n" : "m"].Value);
                    known &= number is not null;
                    var by = place.Groups["by"] is { Success: true } said ? int.Parse(said.ValueSpan, CultureInfo.InvariantCulture) : 0;
                    var result = place.Groups["sign"].Value switch
                    {
                        "*" => number * by,
                        "-" => number - by,
                        "%" => number / 100m,
                        _ => number + by,
                    };
                    known &= result >= 0;
                    return string.Create(CultureInfo.InvariantCulture, $"{result}");
                }
            );
        return known ? value : null;
    }

    [GeneratedRegex(@"\{(?<slot>[NM])((?<sign>[*+%-])(?<by>\d+)?)?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
