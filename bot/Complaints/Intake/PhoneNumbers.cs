namespace Complaints.Intake;

/// <summary>Finds phone numbers in text: mobile and fixed lines of China and Taiwan, numbers with a country, British and American
/// ones; with spaces, hyphens, dots, brackets and full-width digits.</summary>
public static class PhoneNumbers
{
    private const int Fewest = 7,
        Most = 15,
        LongestExtension = 6;

    private static readonly string[] ExtensionWords = ["转", "轉", "分机", "分機", "内线", "內線", "extension", "ext.", "ext", "x", "#"];

    /// <summary>All phone numbers in the order of the text; they do not overlap.</summary>
    public static IReadOnlyList<PhoneMatch> Find(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && !text.AsSpan().ContainsAnyInRange('０', '９'))
            return [];
        var matches = new List<PhoneMatch>();
        for (var i = 0; i < text.Length;)
        {
            if (MayBegin(text, i) && Written.At(text, i) is { } written && Longest(written) is { } found)
            {
                var (end, extension) = WithExtension(text, found.End);
                matches.Add(new(i, end - i, new(found.Number, extension), found.IsSure));
                i = end;
            }
            else
                i++;
        }
        return matches;
    }

    private static bool MayBegin(string text, int at)
    {
        var c = Half(text[at]);
        if (c is not ('+' or '(') && !char.IsAsciiDigit(c))
            return false;
        var before = at == 0 ? ' ' : Half(text[at - 1]);
        return !char.IsAsciiLetterOrDigit(before)
            && before is not ('+' or '_' or '/' or '(' or '#')
            && !(before is '-' or '.' && at > 1 && char.IsAsciiLetterOrDigit(Half(text[at - 2])));
    }

    // A space may also part two numbers: fewer groups are tried, too.
    private static (string Number, int End, bool IsSure)? Longest(Written written)
    {
        for (var groups = written.Groups.Count; groups > 0; groups--)
        {
            if (written.MayEndAfter(groups) && Read(written, groups) is var (number, isSure))
                return (number, written.Ends[groups - 1], isSure);
        }
        return null;
    }

    private static (string Number, bool IsSure)? Read(Written written, int groups)
    {
        var digits = string.Concat(written.Groups.Take(groups));
        if (digits.Length is < Fewest or > Most)
            return null;
        if (written.HasPlus || (digits.StartsWith("00", StringComparison.Ordinal) && digits.Length > 10))
        {
            var abroad = written.HasPlus ? digits : digits[2..];
            return abroad.Length >= 8 ? (National(abroad) ?? "+" + abroad, true) : null;
        }
        if (IsMobile(digits))
            return (digits, true);
        if (digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) && IsMobile(digits[2..]))
            return (digits[2..], true);
        var others = written.Groups.Take(groups).Skip(1).ToList();
        if (digits[0] == '0')
        {
            var shortest = others.Count > 0 ? 9 : 10;
            var isFixedLine = digits[1] != '0' && others.TrueForAll(g => g.Length >= 3) && digits.Length >= shortest && digits.Length <= 12;
            return isFixedLine ? (digits, true) : null;
        }
        if (digits.Length == 10 && digits[..3] is "400" or "800")
            return (digits, true);
        var shape = string.Concat(written.Groups.Take(groups).Select(g => (char)('0' + Math.Min(g.Length, 9))));
        return shape switch
        {
            "334" when digits[0] >= '2' => (digits, true),
            "1334" when digits[0] == '1' => (digits, true),
            "34" or "44" or "7" or "8" => (digits, false),
            _ => null,
        };
    }

    // Mainland China and Taiwan, whose numbers at home cannot be taken for others.
    private static string? National(string abroad) =>
        abroad.StartsWith("886", StringComparison.Ordinal) && abroad.Length >= 11 ? "0" + abroad[3..].TrimStart('0')
        : !abroad.StartsWith("86", StringComparison.Ordinal) || abroad.Length < 12 ? null
        : IsMobile(abroad[2..]) ? abroad[2..]
        : "0" + abroad[2..].TrimStart('0');

    private static bool IsMobile(string digits) => digits.Length == 11 && digits[0] == '1' && digits[1] >= '3';

    private static (int End, string? Extension) WithExtension(string text, int end)
    {
        var at = end;
        while (at < text.Length && Half(text[at]) is ' ' or ',' or '-' && at - end < 2)
            at++;
        var word = ExtensionWords.FirstOrDefault(w => text.AsSpan(at).StartsWith(w, StringComparison.OrdinalIgnoreCase));
        if (word is null)
            return (end, null);
        at += word.Length;
        while (at < text.Length && Half(text[at]) is ' ' or ':')
            at++;
        var first = at;
        while (at < text.Length && char.IsAsciiDigit(Half(text[at])))
            at++;
        return at == first || at - first > LongestExtension
            ? (end, null)
            : (at, string.Create(at - first, (text, first), static (to, from) => Copy(from.text, from.first, to)));
    }

    private static void Copy(string text, int first, Span<char> to)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = Half(text[first + i]);
    }

    private static char Half(char c) =>
        c is >= '！' and <= '～' ? (char)(c - '！' + '!')
        : c is '\u3000' or '\u00A0' ? ' '
        : c is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' ? '-'
        : c;

    /// <summary>Groups of digits as they stand in the text, and where each ends.</summary>
    private sealed class Written
    {
        private string _text = "";

        public bool HasPlus { get; private set; }

        public List<string> Groups { get; } = [];

        public List<int> Ends { get; } = [];

        public static Written? At(string text, int start)
        {
            var written = new Written { _text = text, HasPlus = Half(text[start]) == '+' };
            for (var i = written.HasPlus ? start + 1 : start; ;)
            {
                var first = SkipTo(text, i);
                if (first < 0)
                    break;
                var end = first;
                while (end < text.Length && char.IsAsciiDigit(Half(text[end])))
                    end++;
                written.Groups.Add(string.Create(end - first, (text, first), static (to, from) => Copy(from.text, from.first, to)));
                written.Ends.Add(end);
                i = end;
            }
            return written.Groups.Count == 0 ? null : written;
        }

        // A group that goes on with a hyphen or dot is no end of the number, nor is one with letters behind it.
        public bool MayEndAfter(int groups)
        {
            var end = Ends[groups - 1];
            var next = end < _text.Length ? Half(_text[end]) : ' ';
            var goesOn = next is '-' or '/' && end + 1 < _text.Length && char.IsAsciiLetterOrDigit(Half(_text[end + 1]));
            return !(char.IsAsciiLetter(next) && !IsExtension(_text.AsSpan(end)))
                && (groups == Groups.Count ? !goesOn : next is ' ' or ')');
        }

        private static bool IsExtension(ReadOnlySpan<char> rest)
        {
            foreach (var word in ExtensionWords)
            {
                if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
            return false;
        }

        // At most one sign and one bracket stand between two groups.
        private static int SkipTo(string text, int at)
        {
            for (var i = at; i < text.Length && i - at < 3; i++)
            {
                var c = Half(text[i]);
                if (char.IsAsciiDigit(c))
                    return i;
                if (c is not (' ' or '-' or '.' or '(' or ')'))
                    return -1;
            }
            return -1;
        }
    }
}
