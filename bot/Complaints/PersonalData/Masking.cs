using System.Text.RegularExpressions;

namespace Complaints.PersonalData;

/// <summary>Hides phone numbers, e-mail addresses, identity numbers and card numbers in text, leaving just enough to recognise
/// one's own. Ticket
/// numbers, times, amounts and order numbers stay.</summary>
public static partial class Masking
{
    private const int Timeout = 1000;

    /// <summary>The text with the middle of each such number or address as asterisks; the same text when there is none.</summary>
    public static string Mask(string text)
    {
        if (
            !text.AsSpan().ContainsAnyInRange('0', '9')
            && !text.AsSpan().ContainsAnyInRange('０', '９')
            && !text.Contains('@', StringComparison.Ordinal)
            && !text.Contains('＠', StringComparison.Ordinal)
        )
            return text;
        var plain = HalfWidth(text);
        var shown = text.ToCharArray();
        foreach (Match address in Email().Matches(plain))
            Hide(shown, address.Groups["name"].Index, address.Groups["name"].Length, first: 1, last: 0);
        foreach (Match identity in Identity().Matches(plain))
            Hide(shown, identity.Index, identity.Length, first: 3, last: 2);
        foreach (Match phone in Phone().Matches(plain))
            Hide(shown, phone.Index, phone.Length, first: 3, last: 2);
        foreach (Match card in Card().Matches(plain))
        {
            if (IsCardNumber(card.ValueSpan))
                Hide(shown, card.Index, card.Length, first: 2, last: 4);
        }
        return new string(shown);
    }

    private static string HalfWidth(string text) =>
        string.Create(
            text.Length,
            text,
            (half, full) =>
            {
                for (var i = 0; i < full.Length; i++)
                    half[i] =
                        full[i] is >= '！' and <= '～' ? (char)(full[i] - '！' + '!')
                        : full[i] == '\u3000' ? ' '
                        : full[i];
            }
        );

    private static void Hide(Span<char> shown, int start, int length, int first, int last)
    {
        for (var i = start + first; i < start + length - last; i++)
        {
            if (char.IsLetterOrDigit(shown[i]) || shown[i] is '.' or '_' or '+')
                shown[i] = '*';
        }
    }

    // The check digit of payment cards (Luhn): any other long number is somebody's order or account and stays.
    private static bool IsCardNumber(ReadOnlySpan<char> digits)
    {
        var (sum, doubled) = (0, false);
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(digits[i]))
                continue;
            var digit = digits[i] - '0';
            if (doubled && (digit *= 2) > 9)
                digit -= 9;
            sum += digit;
            doubled = !doubled;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(
        @"(?<name>[A-Za-z0-9._%+-]{1,64})@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,5}",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Email();

    // China: 18 characters with a day of birth. Taiwan: a letter, 1, 2, 8 or 9, eight digits. Hong Kong: with a check in brackets.
    [GeneratedRegex(
        "(?<![A-Za-z0-9-])("
            + "[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
            + "|[A-Z][1289][0-9]{8}"
            + @"|[A-Z]{1,2}[0-9]{6}\([0-9A]\)"
            + ")(?![A-Za-z0-9])",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Identity();

    // Mobile and fixed lines of China and Taiwan, and what begins with + and a country.
    [GeneratedRegex(
        "(?<![A-Za-z0-9-])("
            + @"(\+|00)[1-9][0-9]{0,2}[ -]?\(?[0-9]{1,4}\)?([ -]?[0-9]{2,4}){2,4}"
            + "|1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
            + "|09[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}"
            + @"|\(?0[1-9][0-9]{0,2}\)?[ -]?[0-9]{3,4}[ -]?[0-9]{4}"
            + ")(?![0-9])",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![A-Za-z0-9-])[0-9]{4}([ -]?[0-9]{4}){2}[ -]?[0-9]{1,7}(?![A-Za-z0-9-])", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Card();
}
