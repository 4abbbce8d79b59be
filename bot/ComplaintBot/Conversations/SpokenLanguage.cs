using System.Text;
using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Writing;

namespace ComplaintBot.Conversations;

/// <summary>Which language somebody writes in, as far as the characters tell.</summary>
public static partial class SpokenLanguage
{
    // Many simplified forms are ordinary characters of the other script too (台, 里, 只): what Big5 knows tells nothing, and the other
    // way round with GB 2312.
    private static readonly HashSet<char> Simplified =
    [
        .. Han.Where(c => CharacterFolding.Fold(c) != c).Select(CharacterFolding.Fold).Where(c => !IsIn("big5", c)),
    ];
    private static readonly HashSet<char> Traditional = [.. Han.Where(c => CharacterFolding.Fold(c) != c && !IsIn("gb2312", c))];

    // So many Latin letters are a sentence, not a brand name or an answer in passing.
    private const int SentenceInLetters = 12;

    private static IEnumerable<char> Han => Enumerable.Range('\u4e00', 0x9fff - 0x4e00).Select(c => (char)c);

    /// <summary>The language of <paramref name="text"/>; <paramref name="known"/> when the characters leave it open (digits, emoji,
    /// characters that both scripts share).</summary>
    public static string Of(string? text, string known)
    {
        if (string.IsNullOrWhiteSpace(text))
            return known;
        var (han, letters, traditional, simplified) = (0, 0, 0, 0);
        foreach (var c in NumberOrCode().Replace(text, ""))
        {
            if (c is >= '\u4e00' and <= '\u9fff')
            {
                han++;
                if (Traditional.Contains(c))
                    traditional++;
                else if (Simplified.Contains(c))
                    simplified++;
            }
            else if (char.IsAsciiLetter(c))
            {
                letters++;
            }
        }
        // A number or a brand name in Latin letters says little; a few words say enough.
        if (han == 0 || (known == Languages.En && han * 4 < letters))
            return letters >= (known == Languages.En ? 1 : SentenceInLetters) && text.Contains(' ', StringComparison.Ordinal)
                ? Languages.En
                : known;
        if (traditional != simplified)
            return traditional > simplified ? Languages.ZhTw : Languages.ZhCn;
        return known.StartsWith("zh", StringComparison.Ordinal) ? known : Languages.ZhCn;
    }

    // Ticket numbers, follow-up codes, order numbers are nobody's language.
    [GeneratedRegex(
        @"\b[A-Z0-9]+([- ][A-Z0-9]*\d[A-Z0-9]*)+\b|\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NumberOrCode();

    private static bool IsIn(string encoding, char c)
    {
        // Code page 936 holds both scripts; the older 20936 is GB 2312 proper.
        var page = CodePagesEncodingProvider.Instance.GetEncoding(encoding == "gb2312" ? 20936 : 950)!;
        return page.GetString(page.GetBytes([c])) == c.ToString();
    }
}
