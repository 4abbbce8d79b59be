using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Questions.Reading;

/// <summary>Mends the usual slips of a question before it is read: characters that sound or look alike ("逾其", "末结"), letters
/// swapped, doubled or left out in the
/// words that questions are made of ("overdu", "netwrok"). Names and words in quotes stay as typed.</summary>
internal sealed partial class Spelling
{
    private const int ShortestWord = 5;
    private const int LongWord = 9;

    // Wrong and right, equally long, in simplified characters.
    private static readonly (string Wrong, string Right)[] Characters =
    [
        .. "投拆 投诉 投述 投诉 头诉 投诉 逾其 逾期 愈期 逾期 超其 超期 网洛 网络 网落 网络 宽代 宽带 宽戴 宽带 满义 满意 满意读 满意度 结安 结案 节案 结案 末结 未结 末关 未关 末处理 未处理 末完成 未完成 末解决 未解决 处里 处理 倒期 到期 导岀 导出 倒出 导出 太度 态度 部们 部门 客负 客服 急时率 及时率 及是率 及时率 及时律 及时率 解决律 解决率 严种 严重 紧及 紧急 统记 统计 上各月 上个月 上个越 上个月 己结 已结 己关 已关 己逾 已逾 己经 已经 季渡 季度 趋式 趋势 驱势 趋势 走式 走势 累别 类别 几建 几件 哪写 哪些 有那些 有哪些 帐担 账单 套参 套餐 促消 促销 反回 返回 逾期律 逾期率 排形 排行"
            .Split(' ')
            .Chunk(2)
            .Select(p => (p[0], p[1])),
    ];

    private static readonly string[] Usual =
    [
        "overdue",
        "complaint",
        "complaints",
        "ticket",
        "tickets",
        "satisfaction",
        "department",
        "departments",
        "category",
        "categories",
        "resolution",
        "timeliness",
        "critical",
        "severity",
        "quarter",
        "month",
        "months",
        "weeks",
        "yesterday",
        "today",
        "average",
        "closed",
        "reopened",
        "withdrawn",
        "customer",
        "customers",
        "owner",
        "owners",
        "assigned",
        "unassigned",
        "received",
        "response",
        "export",
        "excel",
        "download",
        "compare",
        "compared",
        "previous",
        "trend",
        "monthly",
        "weekly",
        "january",
        "february",
        "march",
        "april",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "number",
        "which",
        "should",
        "urgent",
        "oldest",
        "newest",
        "resolved",
        "pending",
        "deadline",
        "compliance",
        "recurrence",
        "rectification",
        "procedure",
        "recommend",
        "investigation",
        "confirmation",
        "rejected",
        "merged",
        "escalated",
        "excluding",
        "except",
        "mentioning",
        "containing",
        "ranking",
        "highest",
        "lowest",
        "between",
        "during",
        "since",
    ];

    private readonly Dictionary<char, List<string>> _words = [];
    private readonly HashSet<string> _known;

    /// <summary>With the words of an organisation's own names, folded.</summary>
    public Spelling(IEnumerable<string> names, IReadOnlySet<string> known)
    {
        var own = names.SelectMany(n => Words().Matches(n).Select(m => m.Value)).Where(w => w.Length >= ShortestWord).Distinct().ToList();
        foreach (var word in Usual.Concat(own).Distinct())
            (_words.TryGetValue(word[0], out var list) ? list : _words[word[0]] = []).Add(word);
        _known = [.. known, .. Usual, .. own];
    }

    /// <summary>The text with its slips mended; the same text when there are none.</summary>
    public string Mend(string text)
    {
        var folded = CharacterFolding.Fold(text);
        foreach (var (wrong, right) in Characters)
        {
            for (
                var at = folded.IndexOf(wrong, StringComparison.Ordinal);
                at >= 0;
                at = folded.IndexOf(wrong, at + 1, StringComparison.Ordinal)
            )
            {
                if (at > 0 && folded[at - 1] == '自')
                    continue; // 自己 is no slip
                text = string.Concat(text.AsSpan(0, at), right, text.AsSpan(at + wrong.Length));
            }
        }
        if (!text.AsSpan().ContainsAnyInRange('a', 'z') || text.AsSpan().ContainsAny("\"“”「『"))
            return text;
        return Words().Replace(text, m => m.Length < ShortestWord || _known.Contains(m.Value) ? m.Value : Nearest(m.Value) ?? m.Value);
    }

    private string? Nearest(string word)
    {
        if (!_words.TryGetValue(word[0], out var candidates))
            return null;
        if (candidates.Exists(c => word.StartsWith(c, StringComparison.Ordinal)))
            return null; // another form of the word
        string? best = null;
        var least = word.Length >= LongWord ? 3 : 2;
        foreach (var candidate in candidates)
        {
            var distance = Math.Abs(candidate.Length - word.Length) >= least ? least : Distance(word, candidate);
            if (distance < least)
                (best, least) = (candidate, distance);
        }
        return best;
    }

    /// <summary>How many letters are wrong, missing, too many or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }

    // Words in small letters; a capital begins a name.
    [GeneratedRegex("(?<![A-Za-z0-9'’])[a-z]+(?![A-Za-z0-9'’])")]
    private static partial Regex Words();
}
