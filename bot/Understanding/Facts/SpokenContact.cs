using System.Text;
using Understanding.Writing;

namespace Understanding.Facts;

/// <summary>Phone numbers and e-mail addresses that are spelt in words: 幺三七…, "oh seven seven double oh, nine hundred", "nina dot k
/// at example dot com".</summary>
internal static class SpokenContact
{
    private const int Fewest = 7;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Facts.SpokenDigits.txt"));

    /// <summary>The longest run of spoken digits in a folded text, written in digits; null when there are fewer than seven.</summary>
    public static string? Phone(string folded)
    {
        var (best, run, repeat) = ("", new StringBuilder(), 1);
        for (var i = 0; i < folded.Length;)
        {
            var kind = Said(folded, i, out var length);
            if (kind is [>= '0' and <= '9'])
                (run, repeat) = (run.Append(kind[0], repeat), 1);
            else if (kind is "twice" or "thrice")
                repeat = kind == "twice" ? 2 : 3;
            else if (kind == "hundred" && run.Length > 0)
                run.Append("00");
            else if (folded[i] is not (' ' or ',' or '-' or '，'))
            {
                best = run.Length > best.Length ? run.ToString() : best;
                (run, repeat) = (run.Clear(), 1);
            }
            i += length;
        }
        best = run.Length > best.Length ? run.ToString() : best;
        return best.Length >= Fewest ? best : null;
    }

    /// <summary>The e-mail address of a folded text in which its signs are words; null when there is none.</summary>
    public static string? Email(string folded)
    {
        var written = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length;)
        {
            var sign = Said(folded, i, out var length) switch
            {
                "dot" => '.',
                "at" => '@',
                "underscore" => '_',
                "dash" => '-',
                _ => '\0',
            };
            if (sign == '\0')
                written.Append(folded, i, length);
            else
                TrimEnd(written).Append(sign);
            i += length;
            while (sign != '\0' && i < folded.Length && folded[i] == ' ')
                i++;
        }
        var text = written.ToString();
        return EmailAddresses.Find(text).Select(r => text[r]).FirstOrDefault();
    }

    private static string? Said(string folded, int at, out int length)
    {
        var kind = Words.Longest(folded, at, out length);
        length = Math.Max(length, 1);
        return kind;
    }

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        return text;
    }
}
