using System.Text.RegularExpressions;

namespace Understanding.Facts;

/// <summary>Numbers that name something: tickets, orders and accounts, phones; and e-mail addresses.</summary>
internal static partial class Numbers
{
    /// <summary>A ticket number of ours in a folded text.</summary>
    public static string? Ticket(string folded) => TicketNumber().Match(folded) is { Success: true } m ? m.Value : null;

    /// <summary>Where a phone number stands in a folded text.</summary>
    public static Range? Phone(string folded) => PhoneNumber().Match(folded) is { Success: true } m ? m.Index..(m.Index + m.Length) : null;

    /// <summary>An e-mail address.</summary>
    public static string? Email(string text) => EmailAddress().Match(text) is { Success: true } m ? m.Value : null;

    /// <summary>An order, contract or account number: behind its word, or standing alone with letters and many digits. A phone
    /// number is none.</summary>
    public static string? Order(string text, string folded, Range? phone)
    {
        foreach (Match match in OrderNumber().Matches(folded))
        {
            var number = match.Groups["number"];
            if (!Overlaps(number, phone, folded.Length))
                return text.Substring(number.Index, number.Length).TrimEnd('-', '.');
        }
        foreach (Match match in BareNumber().Matches(folded))
        {
            if (
                !Overlaps(match, phone, folded.Length)
                && !OtherNumber().IsMatch(folded.AsSpan(Math.Max(0, match.Index - 10), match.Index - Math.Max(0, match.Index - 10)))
            )
                return text.Substring(match.Index, match.Length);
        }
        return null;
    }

    private static bool Overlaps(Capture number, Range? phone, int length) =>
        phone is { } p && number.Index < p.End.GetOffset(length) && number.Index + number.Length > p.Start.GetOffset(length);

    /// <summary>The form of a ticket number.</summary>
    [GeneratedRegex(@"c-\d{8}-\d{4,}", RegexOptions.IgnoreCase, 10_000)]
    internal static partial Regex TicketNumber();

    [GeneratedRegex(
        @"(?<![\d-])((\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
            + @"|(?<!\d)((\+|00)886[ -]?9\d{2}|09\d{2})[ -]?\d{3}[ -]?\d{3}(?!\d)"
            + @"|\+\d{1,3}[ -]?\(?\d[\d ()-]{6,13}\d"
            + @"|(?<!\d)\(?0\d{1,3}\)?[ -]\d{3,4}[ -]?\d{4}(?!\d)"
            + @"|(?<![\d-])400-?\d{3}-?\d{4}(?!\d)"
            + @"|(?<![\d-])\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[a-zA-Z0-9-]+)+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(
        "(订单|单号|运单|户号|账号|会员号|合同|保单|发票号"
            + "|order|account|acct|invoice|contract|booking|reservation|reference|policy|tracking|parcel)"
            + @"( ?(号码|编号|号|no\.?|number|num|id|code|ref))?( ?(是|为|is|was|:|#))* ?(?<number>[a-z]{0,6}[-_]?\d[\da-z_-]{3,24})",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"(?<![a-z0-9-])([a-z]{1,4}-?\d{6,20}|\d{12,20})(?![a-z0-9])", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"(批次|型号|序列|设备|身份证|卡号|model|serial|lot|batch|sn)[号码 :是为is]*$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OtherNumber();
}
