using ComplaintBot.Understanding.Writing;
using Complaints.Organisations;

namespace ComplaintBot.Conversations;

/// <summary>Which language somebody writes in, as far as the characters tell.</summary>
public static class SpokenLanguage
{
    private static readonly HashSet<char> Simplified = [.. Enumerable.Range('\u4e00', 0x9fff - 0x4e00).Select(c => (char)c)
        .Where(c => CharacterFolding.Fold(c) != c).Select(CharacterFolding.Fold)];

    /// <summary>The language of <paramref name="text"/>; <paramref name="known"/> when the characters leave it open (digits, emoji, characters that both scripts share).</summary>
    public static string Of(string? text, string known)
    {
        if (string.IsNullOrWhiteSpace(text))
            return known;
        var (han, letters, traditional, simplified) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            if (c is >= '\u4e00' and <= '\u9fff')
            {
                han++;
                if (CharacterFolding.Fold(c) != c)
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
        if (han == 0 || han * 4 < letters)
            return letters >= 8 && text.Contains(' ', StringComparison.Ordinal) ? Languages.En : known;
        if (traditional != simplified)
            return traditional > simplified ? Languages.ZhTw : Languages.ZhCn;
        return known.StartsWith("zh", StringComparison.Ordinal) ? known : Languages.ZhCn;
    }
}
