using System.Text.RegularExpressions;

namespace Understanding.Staff.Inputs;

/// <summary>A new severity, customer level or complexity, with the reason: "改为特急，客户停工", "set level to vip because …",
/// "标记为复杂：两个部门".</summary>
internal static partial class GradeInputs
{
    /// <summary>The words that name a grade, for the patterns of the commands.</summary>
    public const string Values =
        "特急|危急|紧急|严重|一般|轻微|普通|最高|[高中低](级|等)?(?=$|[\\s,，。;:、]|优先)|[一二三四]级|复杂|简单|vip|重点|重要|critical|urgent|high|medium|normal|low|minor|key|standard|complex|general";

    private static readonly Dictionary<string, string> Severities = new(StringComparer.Ordinal)
    {
        ["特急"] = "critical",
        ["危急"] = "critical",
        ["最高"] = "critical",
        ["一级"] = "critical",
        ["critical"] = "critical",
        ["紧急"] = "high",
        ["严重"] = "high",
        ["高"] = "high",
        ["二级"] = "high",
        ["high"] = "high",
        ["urgent"] = "high",
        ["一般"] = "medium",
        ["中"] = "medium",
        ["普通"] = "medium",
        ["三级"] = "medium",
        ["medium"] = "medium",
        ["normal"] = "medium",
        ["轻微"] = "low",
        ["低"] = "low",
        ["四级"] = "low",
        ["low"] = "low",
        ["minor"] = "low",
    };

    /// <summary>Inputs of <c>grade</c>; null when no grade is named.</summary>
    public static Dictionary<string, string>? Read(Phrase rest, string words)
    {
        var match = Value().Match(rest.Folded);
        if (!match.Success)
            return null;
        var value = match.Groups["value"].Value is [('高' or '中' or '低') and var one, ..] ? one.ToString() : match.Groups["value"].Value;
        var ofCustomer =
            words.Contains("客户", StringComparison.Ordinal)
            || words.Contains("customer", StringComparison.Ordinal)
            || match.Groups["customer"].Success;
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value is "复杂" or "complex" or "简单" or "general")
            inputs["complex"] = value is "复杂" or "complex" ? "true" : "false";
        else if (Level(value, ofCustomer) is { } level)
            inputs["customerLevel"] = level;
        else if (Severities.TryGetValue(value, out var severity))
            inputs["severity"] = severity;
        else
            return null;
        if (rest.From(match.Index + match.Length).Reason() is { Length: > 0 } reason)
            inputs["reason"] = reason;
        return inputs;
    }

    /// <summary>Input <c>category</c>, as named, and the reason; null when nothing is named.</summary>
    public static Dictionary<string, string>? Category(Phrase rest)
    {
        if (rest.Pieces() is not [var named, ..])
            return null;
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["category"] = named.Text };
        if (rest.From(rest.Folded.IndexOf(named.Folded, StringComparison.Ordinal) + named.Folded.Length).Reason() is { Length: > 0 } reason)
            inputs["reason"] = reason;
        return inputs;
    }

    private static string? Level(string value, bool ofCustomer) =>
        value switch
        {
            "vip" => "vip",
            "key" or "重点" => "key",
            "standard" => "standard",
            "重要" => "vip",
            "普通" when ofCustomer => "standard",
            _ => null,
        };

    [GeneratedRegex(
        $@"^[\s:]*(to|as|is|成|为)?\s*(?<value>{Values})(级别?|客户案件|案件|投诉|问题| case| complaint|(?<customer>的?客户| customers?))?",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Value();
}
