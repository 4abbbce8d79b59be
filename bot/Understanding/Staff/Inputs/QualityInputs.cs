using System.Globalization;
using System.Text.RegularExpressions;
using Understanding.Staff.Times;

namespace Understanding.Staff.Inputs;

/// <summary>What quality does after a close: return visit, inspection, rectification, report, effectiveness.</summary>
internal static partial class QualityInputs
{
    // The items of the inspection card, by the words people use for them.
    private static readonly (string Item, Regex Words)[] Items =
    [
        ("process", Process()),
        ("promise", Promise()),
        ("wording", Wording()),
        ("solution", Solution()),
    ];

    /// <summary>Inputs of <c>visit</c>: outcome, score, comment; null when nothing is told.</summary>
    public static Dictionary<string, string>? Visit(Phrase rest)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var comments = new List<string>();
        foreach (var piece in rest.Pieces())
        {
            var score = Score().Match(piece.Folded);
            if (score.Success && SpokenLength.Number(score.Groups["n"].Value) is { } points)
                inputs["score"] = ((int)points).ToString(CultureInfo.InvariantCulture);
            var outcome =
                Unreachable().IsMatch(piece.Folded) ? "unreachable"
                : Declined().IsMatch(piece.Folded) ? "declined"
                : Answered().IsMatch(piece.Folded) ? "answered"
                : null;
            if (outcome is not null)
                inputs.TryAdd("outcome", outcome);
            var said = CommandText.Trim(score.Success ? piece.Written.Remove(score.Index, score.Length) : piece.Written);
            if (said.Length > 0 && (outcome is null || said.Length > 12))
                comments.Add(said);
        }
        if (inputs.Count == 0 && comments.Count == 0)
            return null;
        inputs.TryAdd("outcome", "answered");
        if (comments.Count > 0)
            inputs["comment"] = string.Join(rest.Written.Contains('，', StringComparison.Ordinal) ? "，" : ", ", comments);
        return inputs;
    }

    /// <summary>Inputs of <c>inspect</c>: 1 or 0, or the number given, for each item of the checklist; null when no item is
    /// named.</summary>
    public static Dictionary<string, string>? Inspect(Phrase rest)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var comments = new List<string>();
        foreach (var piece in rest.Pieces())
        {
            var verdict =
                Failed().IsMatch(piece.Folded) ? "0"
                : Digit().Match(piece.Folded) is { Success: true } digit ? digit.Value
                : Passed().IsMatch(piece.Folded) ? "1"
                : null;
            var items =
                verdict is null ? []
                : All().IsMatch(piece.Folded) ? Items.Select(i => i.Item).ToList()
                : Items.Where(i => i.Words.IsMatch(piece.Folded)).Select(i => i.Item).ToList();
            foreach (var item in items)
                inputs[item] = verdict!;
            if (items.Count == 0)
                comments.Add(CommandText.Trim(CommentWord().Replace(piece.Written, "")));
        }
        if (inputs.Count > 0 && comments.Count > 0)
            inputs["comment"] = string.Join(", ", comments);
        return inputs.Count > 0 ? inputs : null;
    }

    /// <summary>Inputs of <c>rectify</c>: department, requirement, due.</summary>
    public static Dictionary<string, string> Rectify(Phrase rest, CommandText text)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var requirement = new List<string>();
        foreach (
            var piece in rest.Pieces()
                .SelectMany(p =>
                    Colon().Match(p.Folded) is { Success: true, Index: > 0 and var colon }
                        ? [p.Part(0, colon), p.From(colon + 1)]
                        : new[] { p }
                )
        )
        {
            if (!inputs.ContainsKey("department") && NamedColleague.Department(piece, text.Organisation) is { } department)
                inputs["department"] = department;
            else if (
                UpcomingTime.In(piece.Folded, text.Now, text.Organisation) is { } time
                && piece.Without(time.Start, time.Length).Text.Length <= 2
            )
                inputs["due"] = time.Value;
            else
                requirement.Add(piece.Text);
        }
        if (requirement.Count > 0)
            inputs["requirement"] = string.Join(
                rest.Written.Contains('，', StringComparison.Ordinal) ? "，" : ", ",
                requirement.Where(r => r.Length > 0 && !DueWord().IsMatch(r))
            );
        return inputs;
    }

    /// <summary>Inputs of <c>panel</c>: department, text, due; said in the same way as a rectification.</summary>
    public static Dictionary<string, string> Panel(Phrase rest, CommandText text)
    {
        var inputs = Rectify(rest, text);
        if (inputs.Remove("requirement", out var task))
            inputs["text"] = task;
        return inputs;
    }

    /// <summary>Inputs of <c>rectified</c>: the verdict on a reply, or the reply itself; the notice when it is named.</summary>
    public static Dictionary<string, string> Rectified(Phrase rest, string words)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Notice().Match(words + rest.Folded) is { Success: true } notice)
            inputs["notice"] = notice.Value.ToUpperInvariant();
        var said = Notice().Match(rest.Folded) is { Success: true } inRest ? rest.Without(inRest.Index, inRest.Length) : rest;
        var verdict =
            Rejected().IsMatch(words) ? "rejected"
            : Verified().IsMatch(words) ? "verified"
            : null;
        if (verdict is not null)
            inputs["verdict"] = verdict;
        if (said.Reason() is { Length: > 0 } reason)
            inputs[verdict is null ? "evidence" : "reason"] = reason;
        return inputs;
    }

    /// <summary>Inputs of <c>effective</c>: verdict, reason, and the complaint as which it came again.</summary>
    public static Dictionary<string, string> Effective(Phrase rest, string words, CommandText text)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["verdict"] = Void().IsMatch(words) ? "void" : "effective" };
        if (text.Tickets is [_, var again, ..])
            inputs["recurredAs"] = again;
        if (rest.Reason() is { Length: > 0 } reason)
            inputs["reason"] = reason;
        return inputs;
    }

    /// <summary>Two texts of which the second begins with a word of its own: report and prevention, reason and offer.</summary>
    public static Dictionary<string, string> Two(Phrase rest, string first, string second, Regex secondWords)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var match = secondWords.Match(rest.Folded);
        var (one, two) = match.Success ? (rest.Part(0, match.Index), rest.From(match.Index + match.Length)) : (rest, default);
        if ((first == "reason" ? one.Reason() : one.Text) is { Length: > 0 } text)
            inputs[first] = text;
        if (match.Success && two.Text is { Length: > 0 } other)
            inputs[second] = other;
        return inputs;
    }

    /// <summary>Where the preventive measure begins in a case report.</summary>
    [GeneratedRegex(
        @"[,;。\n]?\s*(预防措施|预防|防止再发|prevention|preventive measure|to prevent it)\s*(是|为|is)?\s*:?",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    public static partial Regex Prevention();

    /// <summary>Where the offer begins in an unresolved close.</summary>
    [GeneratedRegex(
        @"[,;。\n]\s*(我们)?(的)?(提议|已?提出|补偿方案|解决办法|方案|提供|愿意|offer(ed)?|we offer(ed)?|our offer)\s*(是|为|了|is)?\s*:?",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    public static partial Regex Offer();

    [GeneratedRegex(
        @"(评分|打了?|给了?|满意度|score[d]?|rated|gave)?[\s:]*(?<n>[1-5一二三四五两]|one|two|three|four|five)\s*(分|/\s*5|out of 5|points?|stars?)|(评分|score[d]?|rated)[\s:]*(?<n>[1-5])",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Score();

    [GeneratedRegex(
        @"未接通|没接通|无人接听|没人接|未接|联系不上|打不通|未联系上|没联系上|关机|停机|空号|unreachable|no answer|not reached|did not answer|didn't answer|could ?n.?t reach|no reply|nobody answered",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Unreachable();

    [GeneratedRegex(@"拒绝|拒访|不愿|不想说|不接受回访|declined|refused|did not want|didn't want", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Declined();

    [GeneratedRegex(@"^\s*(已)?(接通|联系上|接听|应答|answered|reached|spoke)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Answered();

    [GeneratedRegex(@":(?!\d)", RegexOptions.None, 10_000)]
    private static partial Regex Colon();

    [GeneratedRegex(@"流程|process|procedure", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Process();

    [GeneratedRegex(@"承诺|时限|promise", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Promise();

    [GeneratedRegex(@"用语|话术|态度|wording|tone|language", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Wording();

    [GeneratedRegex(@"措施|方案|解决|solution|measure", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Solution();

    [GeneratedRegex(@"全部|都|所有|各项|everything|\ball\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex All();

    [GeneratedRegex(
        @"不符合|不通过|未通过|没通过|不合格|没做到|未做到|不好|不当|\bfail(ed|s)?\b|\bnot (ok|kept|met|followed|good)\b|\bbad\b|\bbroken\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Failed();

    [GeneratedRegex(
        @"符合|通过|合格|做到|没问题|\bpass(ed|es)?\b|\bok\b|\bkept\b|\bmet\b|\bgood\b|\bfollowed\b|\bfine\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Passed();

    [GeneratedRegex(@"(?<!\d)[0-5](?!\d)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Digit();

    [GeneratedRegex(@"^\s*(备注|说明|備註|說明|comment)[\s:：]*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex CommentWord();

    [GeneratedRegex(@"^(期限|限期|due|deadline)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex DueWord();

    [GeneratedRegex(@"rn-\d{8}-\d{4,}-\d{2}", RegexOptions.IgnoreCase, 10_000)]
    internal static partial Regex Notice();

    [GeneratedRegex(@"不通过|不合格|未通过|驳回|reject|fail|not (ok|accept|good)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Rejected();

    [GeneratedRegex(@"通过|合格|verif|passed|accept", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Verified();

    [GeneratedRegex(@"无效|失效|不佳|not effective|ineffective|void|failed|did not work", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Void();
}
