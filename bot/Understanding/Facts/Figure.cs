using System.Globalization;
using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>A number in a text: its value and where it ends.</summary>
internal readonly record struct Figure(decimal Value, int End)
{
    /// <summary>The number that begins at a place of a folded text: 1,299.50 · 1 299 · 12,50 · 1.5万 · 2k · 两万一 · 壹仟贰佰 ·
    /// "two hundred and fifty"; null when none does.</summary>
    public static Figure? At(string folded, int at)
    {
        var isInside = at > 0 && char.IsAsciiLetterOrDigit(folded[at - 1]);
        return char.IsAsciiDigit(folded[at]) ? (isInside ? null : InDigits(folded, at))
            : Numbers.AllSigns.Contains(folded[at], StringComparison.Ordinal) ? InChinese(folded, at)
            : char.IsAsciiLetter(folded[at]) && !isInside ? InEnglish(folded, at)
            : null;
    }

    private static Figure? InDigits(string text, int at)
    {
        var end = Digits(text, at);
        var number = text[at..end];
        // 1,299 and 1 299 and 1.299,50: groups of three behind at most three.
        var separator = number.Length <= 3 && end < text.Length ? text[end] : ' ';
        var isGrouped = separator is ',' or ' ' || separator == '.' && end + 4 < text.Length && text[end + 4] == ',';
        while (isGrouped && end < text.Length && text[end] == separator && number.Length <= 12 && Digits(text, end + 1) == end + 4)
            (number, end) = (string.Concat(number, text.AsSpan(end + 1, 3)), end + 4);
        // 12,50 is written so in half of Europe; a comma before three digits parts thousands.
        if (end + 1 < text.Length && Digits(text, end + 1) is var last && last > end + 1)
        {
            if (text[end] == '.' || text[end] == ',' && last - end <= 3)
                (number, end) = (number + "." + text[(end + 1)..last], last);
        }
        return number.Length <= 16 && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Scaled(text, value, end)
            : null;
    }

    // 1.5万, 2k, 3w, 2万8.
    private static Figure Scaled(string text, decimal value, int end)
    {
        var scale = end < text.Length ? Scale(text[end]) : 1;
        if (scale == 1 || (char.IsAsciiLetter(text[end]) && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])))
            return new(value, end);
        (value, end) = (value * scale, end + 1);
        var more = Digits(text, end);
        if (more == end + 1 && scale >= 100 && text[end - 1] > 'z')
            (value, end) = (value + (text[end] - '0') * scale / 10, more);
        return new(value, end);
    }

    private static decimal Scale(char c) =>
        c switch
        {
            'k' => 1000,
            'w' => 10_000,
            _ => Numbers.Sign(c) is >= 100 and { } scale ? scale : 1,
        };

    private static Figure? InChinese(string text, int at)
    {
        var end = at;
        while (end < text.Length && Numbers.AllSigns.Contains(text[end], StringComparison.Ordinal))
            end++;
        return Numbers.Chinese(text[at..end]) is { } value ? new(value, end) : null;
    }

    private static Figure? InEnglish(string text, int at)
    {
        int? end = null;
        var value = 0m;
        for (var next = at; next < text.Length;)
        {
            var last = next;
            while (last < text.Length && char.IsAsciiLetter(text[last]))
                last++;
            if (last == next || Numbers.English(text[at..last]) is var read && read is null && text[next..last] is not "and")
                break;
            if (Numbers.English(text[at..last]) is { } sum && text[next..last] is not "and")
                (end, value) = (last, sum);
            if (last >= text.Length || text[last] is not (' ' or '-'))
                break;
            next = last + 1;
        }
        return end is { } e ? new(value, e) : null;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
