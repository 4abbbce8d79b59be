using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Questions.Names;
using Understanding.Questions.Reading;

namespace Understanding.Staff.Chasing;

/// <summary>Reads which tickets are meant: 前三个, 第二件, 全部, the first two, the last one, numbers, a colleague's name.</summary>
internal static partial class ChaseTargetReader
{
    private static readonly string[] Ordinals =
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ];

    /// <summary>The target; null when the words name none. <paramref name="folded"/> is in simplified characters and lower case.</summary>
    public static ChaseTarget? Read(string folded, Organisation organisation)
    {
        var tickets = Ticket().Matches(folded).Select(m => m.Value.ToUpperInvariant()).Distinct().ToList();
        if (tickets.Count > 0)
            return Between().Replace(Ticket().Replace(folded, ""), "").Length == 0 ? new ChaseTarget.Numbers(tickets) : null;
        var words = Noun().Replace(folded.Trim(' ', ',', '，', '.', '。', '!', '?'), "").Trim();
        if (This().IsMatch(words))
            return new ChaseTarget.Current();
        if (Everything().IsMatch(words))
            return new ChaseTarget.All();
        if (Place(words) is { } rows)
            return rows;
        return words.Length > 0 && Colleagues.Match(words, organisation).Count > 0 ? new ChaseTarget.Of(words) : null;
    }

    private static ChaseTarget.Rows? Place(string words)
    {
        if (FirstMany().Match(words) is { Success: true } first && SmallNumbers.Read(first.Groups["n"].Value) is > 0 and var many)
            return new(1, many);
        if (Nth().Match(words) is { Success: true } nth && SmallNumbers.Read(nth.Groups["n"].Value) is > 0 and var place)
            return new(place, 1);
        if (Last().IsMatch(words))
            return new(0, 1);
        var ordinal = Array.IndexOf(Ordinals, words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words);
        return ordinal < 0 ? null : new(ordinal + 1, 1);
    }

    [GeneratedRegex(@"c-\d{8}-\d{4,}", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Ticket();

    [GeneratedRegex(@"[\s,，、和与及以]|and", RegexOptions.None, 10_000)]
    private static partial Regex Between();

    [GeneratedRegex(@"(的)?(投诉|工单|单子|单|案件)$| ?\b(tickets?|complaints?|cases?|ones?)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(|它|这|这个|这件|这一件|这一个|此|it|this|that|the)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex This();

    [GeneratedRegex(
        @"^(全部|所有|都|这些|那些|它们|他们|她们|以上|上面|大家|这几[个件条笔]|all|all of (them|these)|(all )?(these|those)|them( all)?|everything|everybody|everyone|both)$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Everything();

    [GeneratedRegex(
        "^(前面?|最前面?|头)" + SmallNumbers.Zh + "[个件条笔项]?$|^(the )?(first|top) " + SmallNumbers.En + "$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex FirstMany();

    [GeneratedRegex(
        "^第" + SmallNumbers.Zh + @"[个件条笔项]?$|^(the |number |no\.? ?|#)?(?<n>[0-9]{1,2})(st|nd|rd|th)?$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Nth();

    [GeneratedRegex("^(最后(一)?[个件条笔]?|(the )?last)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Last();
}
