using System.Text.RegularExpressions;
using Understanding.Dates;
using Understanding.Writing;

namespace ComplaintBot.Model;

/// <summary>Tells whether a text says what a model claims to have read in it: nothing that was invented gets into a complaint or a
/// query.</summary>
internal sealed partial class SaidInText(string text)
{
    private const int LongestWords = 200;

    private static readonly Regex Times = PhraseForms.Beside(typeof(SaidInText), "TimeWords.txt")["time"];

    private readonly string _plain = Plain(text);
    private readonly string[] _numbers = [.. Number().Matches(CharacterFolding.Fold(text)).Select(m => Digits(m.Value))];

    /// <summary>True when the words stand in the text, but for spaces, marks, case and script.</summary>
    public bool Words(string? words) =>
        words is { Length: > 0 and <= LongestWords }
        && Plain(words) is { Length: > 0 } plain
        && _plain.Contains(plain, StringComparison.Ordinal);

    /// <summary>True when a number of 7 to 20 digits stands in the text, however it is grouped.</summary>
    public bool PhoneNumber(string? phone) =>
        phone?.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '.') == true
        && Digits(phone) is { Length: >= 7 and <= 20 } digits
        && _numbers.Any(n => n.EndsWith(digits, StringComparison.Ordinal) || n.StartsWith(digits, StringComparison.Ordinal));

    /// <summary>True when the sum stands in the text in digits.</summary>
    public bool Sum(decimal value) =>
        value > 0
        && Amount()
            .Matches(CharacterFolding.Fold(text))
            .Any(m =>
                decimal.TryParse(
                    m.Value.Replace(",", "", StringComparison.Ordinal),
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var said
                )
                && said == value
            );

    /// <summary>True when the days are past or today and the text names them: both are ends of what the recogniser of dates finds,
    /// or it finds nothing in words that do speak of a time.</summary>
    public bool Days(DateOnly from, DateOnly to, DateTimeOffset now, string? language)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        if (from > to || to > today || from < today.AddYears(-20))
            return false;
        var found = DateRecognizer.Recognize(text, now, language: language);
        return found.Count > 0
            ? found.Any(f => f.From == from || f.To == from) && found.Any(f => f.From == to || f.To == to)
            : text.Any(char.IsDigit) || Times.IsMatch(CharacterFolding.Fold(text));
    }

    private static string Plain(string words) =>
        string.Concat(CharacterFolding.Fold(words).Where(c => char.IsLetterOrDigit(c) || c is '@' || char.IsSurrogate(c)));

    private static string Digits(string number) => string.Concat(CharacterFolding.Fold(number).Where(char.IsAsciiDigit));

    [GeneratedRegex(@"\d[\d \-().]*\d", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![a-z0-9\-.])\d[\d,]*(\.\d+)?(?![a-z0-9\-])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Amount();
}
