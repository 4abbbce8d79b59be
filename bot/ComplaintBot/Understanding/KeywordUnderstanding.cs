using System.Globalization;
using System.Text.RegularExpressions;
using ComplaintBot.Understanding.Dates;
using ComplaintBot.Understanding.Writing;
using Complaints.Organisations;

namespace ComplaintBot.Understanding;

/// <summary>Makes out a message by words and patterns alone: offline, deterministic, in three languages. What anything that learns is measured against.</summary>
public sealed class KeywordUnderstanding : IUnderstanding
{
    /// <inheritdoc/>
    public ValueTask<Understood> UnderstandAsync(UnderstandRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var text = request.Text.Trim();
        var folded = CharacterFolding.Fold(text).ToLowerInvariant();
        var slots = KeywordSlots.Of(text, folded, request);
        var intent = request.Role == UnderstandRole.Customer ? KeywordIntents.OfCustomer(folded) : null;
        return ValueTask.FromResult(intent is not null || request.Role == UnderstandRole.Customer
            ? OfCustomer(folded, intent, slots, request.Organisation)
            : StaffWords.Of(request, text, folded, slots, Category(folded, request.Organisation)));
    }

    private static Understood OfCustomer(string folded, string? intent, Slots slots, Organisation organisation)
    {
        var category = Category(folded, organisation);
        var (severity, reason) = SeverityWords.Of(folded);
        // Who names a problem of ours, or tells a story, complains; a single word that means nothing here is not guessed at.
        intent ??= category is not null || reason is not null || KeywordIntents.IsTrouble(folded) || folded.Length >= 12 ? Intents.Complain : Intents.Unclear;
        return new()
        {
            Intent = intent,
            Category = category,
            CategoryConfidence = category is null ? 0 : 0.9,
            Severity = severity,
            SeverityReason = reason,
            Slots = slots,
        };
    }

    /// <summary>The category whose name or alias is in the text, the longest match first.</summary>
    internal static string? Category(string folded, Organisation organisation) => organisation.Categories
        .SelectMany(c => c.Name.ByLanguage.Values.Concat(c.Aliases).Append(c.Id), (c, word) => (c.Id, Word: CharacterFolding.Fold(word).ToLowerInvariant()))
        .Where(x => x.Word.Length > 1 && Has(folded, x.Word))
        .OrderByDescending(x => x.Word.Length)
        .Select(x => x.Id).FirstOrDefault();

    // A Latin word must stand alone: "other" is not in "brother".
    private static bool Has(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if (!char.IsAsciiLetter(word[0]) || ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (end == text.Length || !char.IsAsciiLetter(text[end]))))
                return true;
        }
        return false;
    }
}

/// <summary>Intents of customers by words.</summary>
internal static partial class KeywordIntents
{
    // In this order: the more special before the more general. Texts are folded to simplified characters and lower case.
    private static readonly (string Intent, Regex Words)[] Rules =
    [
        (Intents.Cancel, Cancel()), (Intents.Human, Human()), (Intents.Withdraw, Withdraw()), (Intents.Status, Status()), (Intents.Unsatisfied, Unsatisfied()),
        (Intents.Satisfied, Satisfied()), (Intents.Praise, Praise()), (Intents.Skip, Skip()), (Intents.Yes, Yes()), (Intents.No, No()), (Intents.Thanks, Thanks()),
        (Intents.Greeting, Greeting()), (Intents.AddInformation, Add()), (Intents.Inquiry, Inquiry()),
    ];

    public static string? OfCustomer(string folded)
    {
        var bare = folded.Trim(' ', '。', '！', '!', '.', '~', '，', ',', '？', '?');
        return Rules.Where(r => r.Words.IsMatch(bare)).Select(r => r.Intent).FirstOrDefault();
    }

    public static bool IsTrouble(string folded) => Trouble().IsMatch(folded);

    [GeneratedRegex(@"^(取消|不投诉了|算了|不用了?登记了?|cancel|never ?mind|forget it)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cancel();

    [GeneratedRegex(@"(人工|真人|转接?客服|找个?人|speak (to|with) (a |an )?(person|human|agent|someone)|talk to (a |an )?(person|human|agent|someone)|\bhuman\b|real person)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Human();

    [GeneratedRegex(@"(撤诉|撤销投诉|撤回投诉|不想投诉了|撤销 ?c-|撤回 ?c-|\bwithdraw\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Withdraw();

    [GeneratedRegex(@"(进度|处理得?怎么样|怎么样了|到哪一?步|有结果了?[吗没]|什么时候能?(处理|解决)好|^c-\d{8}-\d{4,}$|\bstatus\b|any (news|update)|how is my (ticket|complaint)|what('s| is) happening with|where is my complaint)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Status();

    [GeneratedRegex(@"(^(还是不行|还是不满意|不满意|没解决|没有解决|还没解决|没修好|还是断|还是有问题|依然|仍然)|问题(还|依然|仍)|又(坏|断|不行)了$|not (satisfied|happy|solved|fixed|resolved)|still (not|broken|down|the same|happening|does not|doesn't)|unsatisfied|unsolved)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unsatisfied();

    [GeneratedRegex(@"^(很|非常|比较|挺)?满意|^(已经?|都)?(解决|修好|搞定|处理好)了|^(yes,? )?(i am |i'm )?(very |quite )?(satisfied|happy)\b|(it )?(is )?(solved|fixed|works) now|^all good$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Satisfied();

    [GeneratedRegex(@"(表扬|点赞|夸奖|感谢你们的|锦旗|态度(真|非常|特别|很)好|服务(真|非常|特别|很)好|\bpraise\b|great (job|service|work)|excellent service|well done|compliment)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Praise();

    [GeneratedRegex(@"^(跳过|略过|没有|没|无|不知道|不清楚|不记得了?|不方便|skip|none|no idea|not sure|don't know|i don't know|n/?a)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Skip();

    [GeneratedRegex(@"^(是|是的|对|对的|好|好的|可以|行|嗯|确认|确认提交|提交|确认送出|送出|没错|没问题|yes|yeah|yep|ok|okay|sure|correct|right|submit|confirm)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(不|不是|不是的|不用|不要|不对|否|no|nope|not that)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex No();

    [GeneratedRegex(@"^(谢谢|多谢|感谢|谢了|thanks?|thank you|thx)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^(你好|您好|在吗|在不在|喂|嗨|早上好|下午好|晚上好|hi|hello|hey|good (morning|afternoon|evening))( there)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(补充|再补充|另外|还有一点|追加|to add|one more thing|i want to add|additional)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Add();

    [GeneratedRegex(@"(请问|想咨询|咨询一下|怎么(办理|申请|开通|收费)|多少钱|有没有优惠|how (much|do i (get|order|apply))|do you (offer|have)|what does .* cost)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inquiry();

    [GeneratedRegex(@"(坏|断|慢|卡|错|多扣|乱扣|骗|差|脏|漏|裂|丢|不能|不了|没法|无法|没人|没有人|投诉|退款|赔|迟|晚点|故障|问题|垃圾|气|broken|down|slow|wrong|late|rude|dirty|leak|missing|charged|overcharged|refund|complain|terrible|awful|fault|problem|not working|doesn't work|cannot|can't|never)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trouble();
}

/// <summary>Severity by words (requirements.md §2.3); figures of speech do not count.</summary>
internal static partial class SeverityWords
{
    public static (Severity? Severity, string? Reason) Of(string folded)
    {
        var text = FigureOfSpeech().Replace(folded, "");
        return Danger().IsMatch(text) ? (Severity.Critical, "danger")
            : Injury().IsMatch(text) ? (Severity.Critical, "injury")
            : Media().IsMatch(text) ? (Severity.Critical, "media")
            : Regulator().IsMatch(text) ? (Severity.Critical, "regulator")
            : Many().IsMatch(text) ? (Severity.Critical, "manyCustomers")
            : Blocked().IsMatch(text) ? (Severity.High, "blocked")
            : (null, null);
    }

    [GeneratedRegex(@"气炸|气死|炸锅|火大|发火|恼火|上火|一肚子火|火爆|急死|累死|烦死|笑死|吓死|要死|死机|死活|该死|killing me|dead slow|on fire today|burning question", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FigureOfSpeech();

    [GeneratedRegex(@"着火|起火|冒烟|爆炸|漏电|触电|燃气泄漏|煤气泄漏|烧起来|\bfire\b|\bsmoke\b|explo(de|sion)|electric shock|gas leak", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Danger();

    [GeneratedRegex(@"受伤|烫伤|砸伤|摔伤|流血|骨折|住院|送医|救护车|中毒|死亡|injur|hurt my|bleeding|hospital|ambulance|poison", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Injury();

    [GeneratedRegex(@"记者|媒体|曝光|电视台|上热搜|journalist|newspaper|\bmedia\b|tv station", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Media();

    [GeneratedRegex(@"工信部|通信管理局|管局|消协|消费者协会|消保|12315|12300|律师|起诉|法院|regulator|ombudsman|lawyer|lawsuit|\bsue\b|court", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Regulator();

    [GeneratedRegex(@"整(个|栋|层|片)(小区|楼|村|城|区).{0,6}(都|全)|全(小区|楼|村|城)都|几十户|上百户|所有(人|住户|邻居)都|whole (building|street|town|area)|all (my )?neighbou?rs|hundreds of", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Many();

    [GeneratedRegex(@"停工|误工|停产|停业|无法营业|不能营业|工地停|生产线停|急用|site (is )?(standing still|stopped)|production (is )?stopped|cannot (work|open|operate)|can't work|miss my slot", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocked();
}

/// <summary>Facts by patterns.</summary>
internal static partial class KeywordSlots
{
    private static readonly (string Remedy, Regex Words)[] Wishes =
    [
        ("onsite", OnSite()), ("refund", Refund()), ("compensation", Compensation()), ("replace", Replace()), ("repair", Repair()), ("apology", Apology()), ("explanation", Explanation()),
    ];

    public static Slots Of(string text, string folded, UnderstandRequest request)
    {
        var day = DateRecognizer.Recognize(text, request.Now) is [var first, ..] ? first : null;
        var ticket = Ticket().Match(text);
        var rest = ticket.Success ? text.Remove(ticket.Index, ticket.Length) : text;
        var phone = Phone().Match(rest);
        var email = Email().Match(text);
        var order = Order().Match(rest);
        var amount = Amount().Match(folded);
        return new()
        {
            Ticket = ticket.Success ? ticket.Value.ToUpperInvariant() : null,
            Phone = phone.Success ? phone.Value : null,
            Email = email.Success ? email.Value : null,
            OrderNumber = order.Success ? order.Groups["number"].Value : null,
            Amount = amount.Success && decimal.TryParse(amount.Groups["sum"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var sum)
                ? new(sum, Currency(amount.Groups["unit"].Value)) : null,
            Remedy = Wishes.Where(w => w.Words.IsMatch(folded)).Select(w => w.Remedy).FirstOrDefault(),
            HappenedFrom = day?.From <= DateOnly.FromDateTime(request.Now.DateTime) ? day.From : null,
            HappenedTo = day?.From <= DateOnly.FromDateTime(request.Now.DateTime) ? day.To : null,
        };
    }

    private static string Currency(string unit) => unit switch { "$" or "usd" or "dollars" => "USD", "€" or "eur" => "EUR", "£" => "GBP", "nt$" or "台币" => "TWD", _ => "CNY" };

    [GeneratedRegex(@"C-\d{8}-\d{4,}", RegexOptions.IgnoreCase, 1000)]
    internal static partial Regex Ticket();

    [GeneratedRegex(@"(?<![\d-])(\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)09\d{2}[ -]?\d{3}[ -]?\d{3}(?!\d)|\+\d{1,3}[ -]?\d[\d -]{6,13}\d|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(订单|訂單|单号|單號|账号|帳號|合同|工单|order|account|invoice|contract)\s*(号|號|编号|編號|no\.?|number|#)?\s*(是|为|為|is|:|：|#)?\s*(?<number>[A-Za-z]{0,4}-?\d[\dA-Za-z-]{3,24})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Order();

    [GeneratedRegex(@"(?<unit>nt\$|\$|€|£|¥|￥)\s?(?<sum>\d[\d,]*(\.\d+)?)|(?<sum>\d[\d,]*(\.\d+)?)\s?(?<unit>元|块钱|块|人民币|台币|rmb|yuan|dollars|usd|eur)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(派人|上门|到场|现场处理|send (someone|a technician|an engineer)|on[- ]?site)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnSite();

    [GeneratedRegex(@"(退款|退钱|退费|refund|money back)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refund();

    [GeneratedRegex(@"(赔偿|赔钱|补偿|减免|compensat)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Compensation();

    [GeneratedRegex(@"(要求?换|换货|换一[台个]|更换|replace)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Replace();

    [GeneratedRegex(@"(维修|修理|尽快修|来修|修好|要求修|please (fix|repair)|want it (fixed|repaired)|^repair$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repair();

    [GeneratedRegex(@"(道歉|apolog)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Apology();

    [GeneratedRegex(@"(给个?说法|解释|说明原因|explanation|explain why)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Explanation();
}
