using System.Text.RegularExpressions;

namespace ComplaintBot.Understanding;

/// <summary>Makes out a message by words alone: what anything better is measured against.</summary>
public sealed partial class KeywordUnderstanding : IUnderstanding
{
    private static readonly (string Intent, string[] Words)[] CustomerIntents =
    [
        (Intents.Status, ["进度", "進度", "status", "怎么样了", "到哪"]),
        (Intents.Human, ["人工", "真人", "a person", "human"]),
        (Intents.Withdraw, ["撤诉", "撤销", "撤回", "withdraw"]),
        (Intents.Unsatisfied, ["不满意", "不滿意", "没解决", "沒解決", "还是", "not satisfied", "not solved", "still"]),
        (Intents.Satisfied, ["满意", "滿意", "解决了", "解決了", "satisfied", "solved"]),
        (Intents.Cancel, ["取消", "cancel"]),
        (Intents.Thanks, ["谢谢", "謝謝", "thank"]),
        (Intents.Skip, ["跳过", "略過", "没有", "沒有", "不知道", "skip", "none"]),
        (Intents.Praise, ["表扬", "表揚", "praise", "great job"]),
        (Intents.Greeting, ["你好", "您好", "hello", "hi"]),
    ];

    private static readonly (string Verb, string[] Words)[] Verbs =
    [
        ("accept", ["接单", "接單", "accept"]), ("resolve", ["办结", "結果", "结果", "resolve"]), ("note", ["备注", "備註", "note"]),
        ("progress", ["进展", "進展", "progress"]), ("cause", ["原因", "cause"]), ("plan", ["方案", "plan"]), ("assign", ["转给", "轉給", "assign"]),
    ];

    /// <inheritdoc/>
    public ValueTask<Understood> UnderstandAsync(UnderstandRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = request.Text.Trim();
        var ticket = Ticket().Match(text) is { Success: true } m ? m.Value : null;
        var phone = Phone().Match(text) is { Success: true } p ? p.Value : null;
        var slots = new Slots { Ticket = ticket, Phone = phone };
        return ValueTask.FromResult(request.Role == UnderstandRole.Customer ? OfCustomer(text, request, slots) : OfStaff(text, slots));
    }

    private static Understood OfCustomer(string text, UnderstandRequest request, Slots slots)
    {
        string[] yes = ["是", "是的", "确认", "確認", "确认提交", "提交", "yes", "ok", "submit", "对"];
        string[] no = ["不", "不是", "不用", "no"];
        if (yes.Contains(text, StringComparer.OrdinalIgnoreCase))
            return new() { Intent = Intents.Yes, Slots = slots };
        if (no.Contains(text, StringComparer.OrdinalIgnoreCase))
            return new() { Intent = Intents.No, Slots = slots };
        var category = request.Organisation.Categories.FirstOrDefault(c => c.Name.ByLanguage.Values.Concat(c.Aliases).Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)));
        if (category is not null)
            return new() { Intent = Intents.Complain, Category = category.Id, CategoryConfidence = 0.9, Slots = slots };
        foreach (var (intent, words) in CustomerIntents)
        {
            if (words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
                return new() { Intent = intent, Slots = slots };
        }
        return new() { Intent = text.Length >= 6 ? Intents.Complain : Intents.Unclear, Slots = slots };
    }

    private static Understood OfStaff(string text, Slots slots)
    {
        foreach (var (verb, words) in Verbs)
        {
            if (slots.Ticket is not null && words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                var rest = text[(text.IndexOf(slots.Ticket, StringComparison.Ordinal) + slots.Ticket.Length)..].Trim(' ', ':', '：');
                var inputs = new Dictionary<string, string> { ["text"] = rest, ["answer"] = rest, ["measure"] = rest, ["to"] = rest, ["reason"] = rest, ["category"] = "equipment" };
                return new() { Intent = Intents.Act, Slots = slots with { Verb = verb, Inputs = inputs } };
            }
        }
        string[] ask = ["超时", "逾時", "open", "overdue", "哪些", "多少", "几件"];
        if (ask.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
            return new() { Intent = Intents.Ask, Slots = slots };
        if (slots.Ticket is not null)
            return new() { Intent = Intents.Status, Slots = slots };
        return new() { Intent = text.Contains("客户", StringComparison.Ordinal) || text.Contains("customer", StringComparison.OrdinalIgnoreCase) ? Intents.Complain : Intents.Unclear, Slots = slots };
    }

    [GeneratedRegex(@"C-\d{8}-\d{4,}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Ticket();

    [GeneratedRegex(@"1[3-9]\d{9}", RegexOptions.None, 1000)]
    private static partial Regex Phone();
}
