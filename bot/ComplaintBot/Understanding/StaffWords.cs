using System.Text.RegularExpressions;
using ComplaintBot.Understanding.Staff;

namespace ComplaintBot.Understanding;

/// <summary>What staff want, by words: a card verb with its inputs, their tickets, a question, a complaint to log.</summary>
internal static partial class StaffWords
{
    public static Understood Of(UnderstandRequest request, string text, string folded, Slots slots, string? category)
    {
        if (Yes().IsMatch(folded))
            return new() { Intent = Intents.Yes, Slots = slots };
        if (No().IsMatch(folded))
            return new() { Intent = Intents.No, Slots = slots };
        if (Greeting().IsMatch(folded))
            return new() { Intent = Intents.Greeting, Slots = slots };
        if (Help().IsMatch(folded))
            return new() { Intent = Intents.Help, Slots = slots };
        if (Thanks().IsMatch(folded))
            return new() { Intent = Intents.Thanks, Slots = slots };
        if (StaffCommands.Read(CommandText.Of(text, folded, request.Now, request.Organisation), slots) is { } command)
            return new() { Intent = Intents.Act, Slots = command };
        if (Mine().IsMatch(folded))
            return new() { Intent = Intents.Mine, Slots = slots };
        if (slots.Ticket is not null && folded.Length < slots.Ticket.Length + 12)
            return new() { Intent = Intents.Status, Slots = slots };
        if (Customer().IsMatch(folded))
            return new() { Intent = Intents.Complain, Category = category, CategoryConfidence = category is null ? 0 : 0.9, Slots = slots with { OnBehalf = true } };
        return new() { Intent = Question().IsMatch(folded) ? Intents.Ask : Intents.Unclear, Slots = slots };
    }

    [GeneratedRegex(@"^(是|是的|确定|确认|好|好的|yes|ok|sure|confirm)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(不|不是|取消|算了|no|cancel)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex No();

    [GeneratedRegex(@"^(你好|您好|hi|hello|hey)[!！。.~]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(帮助|怎么用|help|\?|？)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Help();

    [GeneratedRegex(@"^(谢谢|多谢|thanks|thank you)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"(我的(待办|工单|投诉|任务)|我手上|^my (tickets|queue|complaints|tasks|work)|what do i have)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mine();

    [GeneratedRegex(@"(客户(来电|打电话|反映|投诉说|说|到店|来信)|帮.{0,6}客户|代客户|登记(一个|一件)?投诉|customer (called|phoned|says|complains|complained|came|wrote)|log a complaint|on behalf of)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Customer();

    [GeneratedRegex(@"(几件|多少|哪些|哪个|哪一|有没有|谁|最多|最少|超时|逾期|未结|在办|没处理完|未处理|及时率|解决率|满意|趋势|排行|统计|列出|导出|本月|上月|上个月|今天|本周|\?|？|吗$|how many|which|what|who|most|list|show|open|overdue|late|rate|trend|top \d|export|last (week|month)|this (week|month))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Question();
}
