using System.Text.RegularExpressions;

namespace Understanding.Facts;

/// <summary>Numbers that name something: our tickets with their follow-up codes, and orders, accounts, meters of others.</summary>
internal static partial class Codes
{
    private const int LeastDigits = 5,
        LeastDigitsWithLetters = 3,
        MostLetters = 8;

    /// <summary>A ticket number of ours in a folded text.</summary>
    public static Match Ticket(string folded) => TicketNumber().Match(folded);

    /// <summary>Words of digits, with letters or hyphens among them, that name one thing: orders, accounts, serial numbers.</summary>
    public static IEnumerable<Range> Find(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            var end = i;
            var (digits, letters, isCode) = (0, 0, true);
            while (end < folded.Length && (char.IsAsciiLetterOrDigit(folded[end]) || Joins(folded, i, end)))
            {
                if (char.IsAsciiDigit(folded[end]))
                    digits++;
                else if (char.IsAsciiLetter(folded[end]))
                    letters++;
                else
                    isCode &= folded[end] is '-' or '_';
                end++;
            }
            if (isCode && digits >= (letters > 0 ? LeastDigitsWithLetters : LeastDigits) && letters <= MostLetters)
                yield return i..end;
            i = Math.Max(end, i + 1);
        }
    }

    // "2026-1120-77" and "DD-88123-7" are one; a dot or colon makes a figure or a time of it.
    private static bool Joins(string text, int start, int at) =>
        at > start
        && text[at] is '-' or '_' or '.' or ':' or '/' or ','
        && at + 1 < text.Length
        && char.IsAsciiLetterOrDigit(text[at + 1])
        && (text[at] is '-' or '_' || char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at - 1]));

    /// <summary>The form of a ticket number.</summary>
    [GeneratedRegex(@"c-\d{8}-\d{4,}", RegexOptions.IgnoreCase, 10_000)]
    internal static partial Regex TicketNumber();
}
