using System.Text.RegularExpressions;

namespace ComplaintBot.PersonalData;

/// <summary>What an admin wants done with a customer's data.</summary>
public enum DataWish
{
    /// <summary>A copy of everything.</summary>
    Export,

    /// <summary>That it is forgotten.</summary>
    Erase,
}

/// <summary>Reads "export customer data C-…" and "erase customer data C-…" in three languages. The ticket names the customer;
/// without the words for data nothing is understood, so that nobody erases by accident.</summary>
public static partial class PersonalDataWords
{
    /// <summary>The wish and the ticket; null when the text is about something else.</summary>
    public static (DataWish Wish, string Ticket)? Read(string text)
    {
        if (text.Length > 200 || !Data().IsMatch(text) || Ticket().Match(text) is not { Success: true } ticket)
            return null;
        var number = ticket.Value.ToUpperInvariant();
        return Erase().IsMatch(text) ? (DataWish.Erase, number)
            : Export().IsMatch(text) ? (DataWish.Export, number)
            : null;
    }

    [GeneratedRegex(
        @"(客户|客戶|个人|個人|用户|用戶)(的)?(数据|數據|资料|資料|信息|資訊)|個資|\b(customer|personal)('s)? data\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Data();

    [GeneratedRegex(
        @"删除|刪除|清除|抹去|抹除|遗忘|遺忘|\b(erase|delete|forget|remove)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Erase();

    [GeneratedRegex(
        @"导出|匯出|导出来|汇出|\b(export|download)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Export();

    [GeneratedRegex(@"C-[0-9]{8}-[0-9]{4,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ticket();
}
