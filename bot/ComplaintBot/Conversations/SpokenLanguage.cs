using Complaints.Organisations;

namespace ComplaintBot.Conversations;

/// <summary>Which language somebody writes in, as far as the characters tell.</summary>
public static class SpokenLanguage
{
    // Characters that only the traditional script uses and that hardly any message can do without.
    private const string OnlyTraditional = "們個這說時為會過還沒來對開關點點請問題網路訊號帳單費電話費嗎麼樣後們東車寬頻斷線賠償處理進度壞掉儘快從務態與實體換貨運達無應該覺得給錢費用門號標準聽見讓謝謝滿";
    private const string OnlySimplified = "们个这说时为会过还没来对开关点请问题网络讯号账单费电话吗么样后东车宽频断线赔偿处坏从务态与实体换货运达无应该觉给钱门号标准听见让谢满";

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
                if (OnlyTraditional.Contains(c, StringComparison.Ordinal) && !OnlySimplified.Contains(c, StringComparison.Ordinal))
                    traditional++;
                if (OnlySimplified.Contains(c, StringComparison.Ordinal) && !OnlyTraditional.Contains(c, StringComparison.Ordinal))
                    simplified++;
            }
            else if (char.IsAsciiLetter(c))
            {
                letters++;
            }
        }
        if (han > 0 && han * 4 >= letters)
        {
            if (traditional > simplified)
                return Languages.ZhTw;
            if (simplified > traditional)
                return Languages.ZhCn;
            return known.StartsWith("zh", StringComparison.Ordinal) ? known : Languages.ZhCn;
        }
        // A number or a brand name in Latin letters says little; a few words say enough.
        return letters >= 8 && text.Contains(' ', StringComparison.Ordinal) ? Languages.En : known;
    }
}
