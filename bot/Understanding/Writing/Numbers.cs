using System.Collections.Frozen;
using System.Globalization;

namespace Understanding.Writing;

/// <summary>Numbers in words: 一百二 is 120, 两千三百, "two hundred and fifty". The words stand in Numbers.txt.</summary>
internal static class Numbers
{
    private const decimal TenThousand = 10_000;

    private static readonly FrozenDictionary<string, string> Words = PhraseFiles
        .Of("Writing.Numbers.txt")
        .ToFrozenDictionary(p => p.Phrase, p => p.Name);

    private static readonly FrozenDictionary<char, decimal> Signs = Words
        .Where(w => w.Key.Length == 1 && !char.IsAscii(w.Key[0]) && Value(w.Value) is not null)
        .ToFrozenDictionary(w => w.Key[0], w => Value(w.Value)!.Value);

    /// <summary>Every Chinese sign of a number up to ten thousand.</summary>
    public static string AllSigns { get; } = string.Concat(Signs.Where(s => s.Value <= TenThousand).Select(s => s.Key).Order());

    /// <summary>Every Latin word of a count: one, twenty, hundred, once.</summary>
    public static IReadOnlyList<string> AllWords { get; } =
    [
        .. Words
            .Where(w => char.IsAscii(w.Key[0]) && (Value(w.Value) is not null || Times(w.Value) is not null))
            .Select(w => w.Key)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a Chinese sign says: 0 to 9, 10, 100, 1000, ten thousand, a hundred million; null for another character.</summary>
    public static decimal? Sign(char c) => Signs.TryGetValue(c, out var value) ? value : null;

    /// <summary>A number in figures, in Chinese or in English words, "a", "twice", a half; null for anything else.</summary>
    public static decimal? Read(string words)
    {
        if (decimal.TryParse(words, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figures))
            return figures;
        if (words.Length == 0)
            return null;
        return Words.GetValueOrDefault(words) switch
        {
            "article" => 1,
            "half" => 0.5m,
            { } said when (Value(said) ?? Times(said)) is { } value => value,
            _ => char.IsAscii(words[0]) ? English(words) : Chinese(words),
        };
    }

    /// <summary>The place that a word names: 1 for "first"; null when it names none.</summary>
    public static int? Place(string word) =>
        Words.GetValueOrDefault(word) is [>= '0' and <= '9', .., 't' or 'd' or 'h'] place
            ? int.Parse(place[..^2], CultureInfo.InvariantCulture)
            : null;

    private static decimal? Value(string name) => decimal.TryParse(name, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static decimal? Times(string name) => name.StartsWith("times", StringComparison.Ordinal) ? Value(name[5..]) : null;

    /// <summary>A Chinese number below 100 million; null when it is none.</summary>
    public static decimal? Chinese(string text)
    {
        var (total, section, digit, last) = (0m, 0m, -1m, 1m);
        foreach (var c in text)
        {
            if (Sign(c) is not { } value || value > TenThousand)
                return null;
            if (value < 10)
            {
                if (digit > 0)
                    return null;
                digit = value;
                if (value == 0)
                    last = 10;
                continue;
            }
            if (value == TenThousand)
                (total, section) = (total + (section + Math.Max(digit, 0)) * value, 0);
            else
                section += (digit < 0 ? 1 : digit) * value;
            (digit, last) = (-1, value);
        }
        // 一百二 says twenty, not two; 一百零二 says two.
        var rest =
            digit <= 0 ? 0
            : last > 10 ? digit * last / 10
            : digit;
        return total + section + rest;
    }

    /// <summary>An English number below a million; null when a word is none.</summary>
    public static decimal? English(string text)
    {
        var (total, current) = (0m, 0m);
        foreach (var word in text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            var value = Value(Words.GetValueOrDefault(word, ""));
            if (value is >= 0 and < 100)
                current += value.Value;
            else if (word == "a")
                current += 1;
            else if (value == 100)
                current = Math.Max(current, 1) * 100;
            else if (value == 1000)
                (total, current) = (total + Math.Max(current, 1) * 1000, 0);
            else if (word != "and")
                return null;
        }
        return total + current is var sum and > 0 ? sum : null;
    }
}
