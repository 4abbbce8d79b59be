using System.Text.RegularExpressions;
using Complaints.Organisations;

namespace ComplaintBot.Understanding;

/// <summary>What staff want, by words: a card verb with its inputs, their tickets, a question, a complaint to log.</summary>
internal static partial class StaffWords
{
    // The verb, its words, and the input that the rest of the message fills.
    private static readonly (string Verb, Regex Words, string Input)[] Acts =
    [
        ("accept", Accept(), "text"), ("decline", Decline(), "reason"), ("assign", Assign(), "to"), ("cause", Cause(), "text"), ("plan", Plan(), "measure"),
        ("item", Item(), "text"), ("resolve", Resolve(), "answer"), ("progress", Progress(), "text"), ("note", Note(), "text"), ("approve", Approve(), "text"),
        ("hold", Hold(), "question"), ("resume", Resume(), "reason"), ("escalate", Escalate(), "reason"), ("onSite", OnSite(), "text"),
    ];

    public static Understood Of(string text, string folded, Slots slots, Organisation organisation, string? category)
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
        if (Mine().IsMatch(folded))
            return new() { Intent = Intents.Mine, Slots = slots };
        foreach (var (verb, words, input) in Acts)
        {
            // The command stands at the beginning; somewhere in a sentence the same word is only talk.
            if (words.Match(folded) is { Success: true } match)
                return new() { Intent = Intents.Act, Slots = slots with { Verb = verb, Inputs = Inputs(verb, input, Rest(text, match.Length), organisation) } };
        }
        if (slots.Ticket is not null && folded.Length < slots.Ticket.Length + 12)
            return new() { Intent = Intents.Status, Slots = slots };
        if (Customer().IsMatch(folded))
            return new() { Intent = Intents.Complain, Category = category, CategoryConfidence = category is null ? 0 : 0.9, Slots = slots with { OnBehalf = true } };
        return new() { Intent = Question().IsMatch(folded) ? Intents.Ask : Intents.Unclear, Slots = slots };
    }

    private static Dictionary<string, string> Inputs(string verb, string input, string rest, Organisation organisation)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { [input] = rest };
        if (verb == "cause")
        {
            var (category, text) = CauseOf(rest);
            inputs["category"] = category;
            inputs["text"] = text;
        }
        if (verb == "hold")
            inputs["reason"] = "waitingCustomer";
        if (verb == "assign" && organisation.Staff.FirstOrDefault(s => s.Aliases.Append(s.Name).Any(n => string.Equals(n, rest, StringComparison.OrdinalIgnoreCase))) is { } person)
            inputs["to"] = person.Id;
        return inputs;
    }

    // "设备：光猫老化" names the class first; without one it is for the card to ask.
    private static (string Category, string Text) CauseOf(string rest)
    {
        (string Class, string[] Words)[] classes =
        [
            ("people", ["人员", "人員", "人", "people"]), ("equipment", ["设备", "設備", "机器", "机", "equipment", "machine"]), ("material", ["物料", "材料", "料", "material"]),
            ("method", ["方法", "流程", "法", "method", "process"]), ("environment", ["环境", "環境", "环", "environment"]), ("measurement", ["测量", "量測", "检测", "测", "measurement"]),
        ];
        foreach (var (name, words) in classes)
        {
            foreach (var word in words)
            {
                if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    return (name, rest[word.Length..].TrimStart(' ', ':', '：', ',', '，', '-'));
            }
        }
        return ("", rest);
    }

    private static string Rest(string text, int from) => KeywordSlots.Ticket().Replace(text[from..], "").Trim(' ', ':', '：', '，', ',', '。');

    [GeneratedRegex(@"^(接单|接受|受理|我来处理|accept|take)(\s|:|：|$|c-)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Accept();

    [GeneratedRegex(@"^(退回|拒单|不接|decline|return)(\s|:|：|$|c-)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decline();

    [GeneratedRegex(@"^(把.{0,22}?转给|转给|转派给?|派给|assign( it)? to|reassign( it)? to|hand over to|assign)\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assign();

    [GeneratedRegex(@"^(原因|根因|cause|root cause)\s*(是|is|:|：)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cause();

    [GeneratedRegex(@"^(方案|处理方案|措施|计划|plan|measure)\s*(是|is|:|：)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plan();

    [GeneratedRegex(@"^(完成措施|措施完成|已完成|做完了|item done|done)\s*(:|：)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(结果|办结|答复客户|答复|解决|resolve|result|resolved)\s*(是|is|:|：)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resolve();

    [GeneratedRegex(@"^(进展|告诉客户|通知客户|回复客户|progress|tell (the )?customer)\s*(:|：)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Progress();

    [GeneratedRegex(@"^(备注|记一下|内部备注|note|add (a )?note)\s*(:|：)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Note();

    [GeneratedRegex(@"^(批准|同意方案|approve)\s*(方案|the plan)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Approve();

    [GeneratedRegex(@"^(暂停|挂起|问客户|hold|ask (the )?customer)\s*(:|：)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hold();

    [GeneratedRegex(@"^(恢复|继续处理|resume)\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resume();

    [GeneratedRegex(@"^(升级|上报|escalate)\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escalate();

    [GeneratedRegex(@"^(已到现场|到现场了|到达现场|on ?site|arrived)\s*(:|：)?\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnSite();

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

    [GeneratedRegex(@"(几件|多少|哪些|哪个|有没有|谁的|超时|逾期|未结|在办|没处理完|未处理|及时率|解决率|满意|趋势|排行|统计|列出|导出|本月|上月|上个月|今天|本周|\?|？|吗$|how many|which|what|list|show|open|overdue|late|rate|trend|top \d|export|last (week|month)|this (week|month))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Question();
}
