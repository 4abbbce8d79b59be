using System.Text.RegularExpressions;
using Complaints.Deadlines;
using Understanding.Writing;

namespace Understanding;

/// <summary>Recognises "why this time?": 为什么是11月30日 09:12？ · how was the deadline counted?</summary>
public static partial class TimeQuestions
{
    /// <summary>True when a text asks how a promised time came about.</summary>
    public static bool Asks(string text)
    {
        var folded = CharacterFolding.Fold(text);
        return Chinese().IsMatch(folded) || English().IsMatch(folded);
    }

    /// <summary>The promise that the text means among those given: by its time or day as written, else by its name; null when it
    /// names none.</summary>
    /// <param name="text">What was asked.</param>
    /// <param name="promises">Pending promises with their due time in the asker's zone.</param>
    public static Deadline? Meant(string text, IReadOnlyList<(Deadline Deadline, DateTimeOffset Local)> promises)
    {
        var folded = CharacterFolding.Fold(text);
        var named = Kinds
            .Where(k => k.Words.Any(w => folded.Contains(w, StringComparison.Ordinal)))
            .Select(k => (DeadlineKind?)k.Kind)
            .FirstOrDefault();
        return promises
                .FirstOrDefault(p => Says(folded, p.Local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)))
                .Deadline
            ?? promises
                .FirstOrDefault(p =>
                    Says(folded, $"{p.Local.Month}月{p.Local.Day}") || Says(folded, $"{p.Local.Day}号") || English(folded, p.Local)
                )
                .Deadline
            ?? promises.FirstOrDefault(p => p.Deadline.Kind == named).Deadline;
    }

    private static readonly (DeadlineKind Kind, string[] Words)[] Kinds =
    [
        (DeadlineKind.OnSite, ["上门", "到场", "到达", "on site", "on-site", "visit"]),
        (DeadlineKind.FirstResponse, ["首次", "第一次", "回复", "first answer", "first response"]),
        (DeadlineKind.Plan, ["方案", "plan"]),
        (DeadlineKind.Cause, ["原因", "cause"]),
        (DeadlineKind.Accept, ["接单", "accept"]),
        (DeadlineKind.Resolve, ["结果", "办结", "解决", "result", "resolve"]),
    ];

    private static bool Says(string text, string part) =>
        text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at
        && (at + part.Length == text.Length || !char.IsAsciiDigit(text[at + part.Length]))
        && (at == 0 || !char.IsAsciiDigit(text[at - 1]));

    private static bool English(string text, DateTimeOffset local)
    {
        var month = local.ToString("MMM", System.Globalization.CultureInfo.InvariantCulture).ToUpperInvariant();
        var upper = text.ToUpperInvariant();
        return upper.Contains($"{local.Day} {month}", StringComparison.Ordinal)
            || upper.Contains($"{month} {local.Day}", StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"(为什么|为何|凭什么|怎么).{0,24}(时间|期限|时限|截止|到期|\d{1,2}[:：]\d{2}|\d{1,2}点|\d{1,2}月\d{1,2}|\d{1,2}号)"
            + "|(时间|期限|时限|截止时间)是?(怎么|如何)(算|来|定)"
            + "|(怎么|如何)(算|定)(出来)?的?(时间|期限|时限)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"\b(why|how)\b.{0,40}\b(due|deadline|\d{1,2}:\d{2}|(that|this|the) (time|date|day)"
            + @"|\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
            + @"|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex English();
}
