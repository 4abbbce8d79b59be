using System.Text.RegularExpressions;

namespace Understanding.Staff;

/// <summary>Keeps questions from being read as commands: "升级的有哪些", "退回了几件", "escalated complaints last month" begin with the word
/// of a command and ask.</summary>
internal static partial class QuestionGuard
{
    /// <summary>True when what follows a command's words shows that they were a question. A colon always makes a command:
    /// "备注：为什么断线？".</summary>
    public static bool Asks(string folded, int wordsEnd)
    {
        var rest = folded[wordsEnd..];
        return !rest.TrimStart().StartsWith(':')
            && !folded[..wordsEnd].Contains(':', StringComparison.Ordinal)
            && (Directly().IsMatch(rest) || Anywhere().IsMatch(rest));
    }

    [GeneratedRegex(
        @"^(的|过的|了的|中的|着的|(备件|配件|零件|第三方|厂家|厂商|供应商|到货|客户(确认|回复|补充|答复|点头)?)(中)?的|率|数|量|度|得怎|情况|趋势|排行|排名|统计|分布|ed\b|s\b|ing\b|\s*(rate|rates|trend|time|times|ranking|count|complaints|tickets|cases|ones|last|this (week|month|quarter|year)|by (department|owner|category|month|week|person|cause))\b)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Directly();

    [GeneratedRegex(
        @"多少|几(件|个|单|次)|哪|谁|(几|多少)(天|个?小时|分钟|个?月)|多久|多长|平均(?!分|派)|比例|占比|比率|百分比|^(中|着|过|两次|多次|[0-9一二三四五]次)[^:,]{0,6}的$|没批的$|有没有|是不是|是否|怎么|怎样|为什么|什么|及时率|排行|趋势|占比|(?<![效频])率(?![先领])|吗[?？]?$|[?？]$|\b(how many|how much|how long|which|what|who|whose|when|why|list|trend|ranking|average|compared|number of)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Anywhere();
}
