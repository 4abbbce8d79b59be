using System.Globalization;
using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Questions.Reading;

/// <summary>Words with a number in them: how many rows ("前三个", "top 5"), which scores ("两分及以下", "rated 2 or lower"), how soon due
/// ("三天内到期").</summary>
internal static partial class NumberReaders
{
    private const string UnitZh = "(个|名|位|件|条|笔|张|单|起|宗|例|类(?![别型])|大|家|项|强|种)";
    private const string SpanZh =
        "(天|日|周|星期|礼拜|个?月份?|年|季|个?季度|小时|个?钟头|个(小时|星期|礼拜|工作日|季度)|分|星|点|级|月|号)";
    private const string Rows = "(complaints?|tickets?|cases?|issues?|items?|ones|records?|rows?|entries|results?)";
    private const string Groups =
        "(departments?|teams?|categor(y|ies)|types?|kinds?|owners?|people|persons?|handlers?|employees?|staff|places?|cit(y|ies)|regions?|locations?|areas?|agents?|colleagues?|topics?|severities|units?)";

    private static readonly Finder FrontZhFinder = new(FrontZh());
    private static readonly Finder BesideMostZhFinder = new(BesideMostZh());
    private static readonly Finder GiveZhFinder = new(GiveZh());
    private static readonly Finder TopEnFinder = new(TopEn());
    private static readonly Finder BesideMostEnFinder = new(BesideMostEn());
    private static readonly Finder RowsEnFinder = new(RowsEn());
    private static readonly Finder ScoreZhFinder = new(ScoreZh());
    private static readonly Finder ScoreEnFinder = new(ScoreEn());
    private static readonly Finder SoonZhFinder = new(SoonZh());
    private static readonly Finder SoonEnFinder = new(SoonEn());
    private static readonly Finder WithinZhFinder = new(WithinZh());
    private static readonly Finder WithinEnFinder = new(WithinEn());

    /// <summary>Limits; the value is the number.</summary>
    public static IEnumerable<Mention> Limits(string folded) =>
        FrontZhFinder
            .In(folded)
            .Concat(BesideMostZhFinder.In(folded))
            .Concat(GiveZhFinder.In(folded))
            .Concat(TopEnFinder.In(folded))
            .Concat(BesideMostEnFinder.In(folded))
            .Concat(RowsEnFinder.In(folded))
            .Where(m => SmallNumbers.Read(m.Groups["n"].Value) is >= 1 and <= 1000)
            .Select(m => new Mention(
                m.Groups["x"].Index,
                m.Groups["x"].Length,
                Part.Limit,
                SmallNumbers.Read(m.Groups["n"].Value)!.Value.ToString(CultureInfo.InvariantCulture)
            )
            {
                Weight = 1,
            });

    /// <summary>Scores with a number; the value is "min-max" with an empty side for no bound.</summary>
    public static IEnumerable<Mention> Scores(string folded)
    {
        foreach (Match match in ScoreZhFinder.In(folded).Concat(ScoreEnFinder.In(folded)))
        {
            if (SmallNumbers.Read(match.Groups["n"].Value) is not (>= 0 and <= 10 and var score))
                continue;
            var (before, after) = (match.Groups["b"].Value, match.Groups["a"].Value);
            var to = match.Groups["to"].Success ? SmallNumbers.Read(match.Groups["to"].Value) : null;
            var range = (before, after) switch
            {
                _ when to is not null => $"{score}-{to}",
                _ when IsUnder().IsMatch(before) => $"-{score - 1}",
                _ when IsOver().IsMatch(before) => $"{score + 1}-",
                _ when IsAtMost().IsMatch(before) || IsAtMost().IsMatch(after) => $"-{score}",
                _ when IsAtLeast().IsMatch(before) || IsAtLeast().IsMatch(after) => $"{score}-",
                _ => $"{score}-{score}",
            };
            yield return new(match.Index, match.Length, Part.Score, range) { Weight = 2 };
        }
    }

    /// <summary>How soon due; the value is an ISO 8601 length. Only where the question speaks of being due.</summary>
    public static IEnumerable<Mention> DueSoon(string folded)
    {
        foreach (Match match in SoonZhFinder.In(folded).Concat(SoonEnFinder.In(folded)))
            yield return new(match.Index, match.Length, Part.DueWithin, "P2D") { Weight = 2 };
        if (!SpeaksOfDue().IsMatch(folded))
            yield break;
        foreach (Match match in WithinZhFinder.In(folded).Concat(WithinEnFinder.In(folded)))
        {
            var half = match.Groups["half"].Success;
            var one = match.Groups["one"].Success;
            if (one && !IsWithin().IsMatch(match.Value))
                continue; // "due next week" names a week
            if (!half && !one && SmallNumbers.Read(match.Groups["n"].Value) is not (> 0 and < 1000))
                continue;
            var n =
                half ? 0
                : one ? 1
                : SmallNumbers.Read(match.Groups["n"].Value)!.Value;
            var unit = match.Groups["u"].Value;
            var length =
                half ? "PT12H"
                : HourUnit().IsMatch(unit) ? $"PT{n}H"
                : WeekUnit().IsMatch(unit) ? $"P{7 * n}D"
                : MonthUnit().IsMatch(unit) ? $"P{n}M"
                : $"P{n}D";
            yield return new(match.Index, match.Length, Part.DueWithin, length) { Weight = 2 };
        }
    }

    [GeneratedRegex($"(前面?|头|(?<![a-z])top ?)(?<x>{SmallNumbers.Zh}(?!{SpanZh}){UnitZh}?)(?!{SpanZh})", RegexOptions.ExplicitCapture)]
    private static partial Regex FrontZh();

    [GeneratedRegex(
        $"(?<=最([早晚新旧老久急多少高低差好大小快慢严紧坏糟长短](重|急|快?要?到期)?|集中|频繁|突出|优秀?|佳|拖|理想|不理想|差劲)(收到|提交|登记|投诉|到期|逾期)?的?)(?<x>{SmallNumbers.Zh}{UnitZh})|(?<x>{SmallNumbers.Zh}(件|条|笔|单|个|起|宗)?)(?=(投诉|客诉|案件|工单)?(是|的)?最[早晚新旧老久急])|(?<=(倒数|垫底的?|后)前?)(?<x>{SmallNumbers.Zh}{UnitZh})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex BesideMostZh();

    [GeneratedRegex(
        $"(?<=(给我|列出|显示|只要|只看|取|来|要|看|看一下|限|最多|抽)(看|列|最多|出)?)(?<x>{SmallNumbers.Zh}(件|条|笔|单|起|宗|个(?!月|小时|工作日|星期|礼拜|季)))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GiveZh();

    [GeneratedRegex(
        $@"\b(top|first|bottom|worst|best|limit(ed)?( it| them)?( to)?|at most|max(imum)?|up to|no more than|only(?= \w+ {Rows}))( the)? (?<x>{SmallNumbers.En})\b(?! (days?|weeks?|months?|hours?|years?|quarters?|stars?|points?))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex TopEn();

    [GeneratedRegex(
        $@"\b(?<x>{SmallNumbers.En})\b(?= (most|oldest|newest|latest|earliest|worst|best|highest|lowest|slowest|fastest|longest|biggest|largest|fewest|least|smallest|recent))|(?<=\b(which|what|the|those|these) )(?<x>{SmallNumbers.En})\b(?= (\w+ )?{Groups}\b)|(?<=(oldest|newest|latest|earliest|worst|best|highest|lowest|slowest|fastest|longest|recent|urgent|last) )(?<x>{SmallNumbers.En})\b(?= (\w+ ){{0,3}}({Rows}|{Groups}))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex BesideMostEn();

    [GeneratedRegex(
        $@"(?<=\b(show|list|give|get|display|see|fetch)( me| us)?( the| any| just| only)? )(?<x>{SmallNumbers.En})\b(?= (\w+ ){{0,3}}{Rows}\b)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex RowsEn();

    [GeneratedRegex(
        $"((客户|回访|满意度|服务)?(评分|打分|得分|评价|分数|评星|星级|满意度|打了?|给了?|评了?)(是|在|为|只有|只)?(?<b>低于|小于|不到|不足|少于|高于|大于|超过|至少|最多|不超过|不低于|不高于|>=|<=|>|<|≥|≤)?{SmallNumbers.Zh}((到|至|-|~)(?<to>[0-5一二三四五]))?(分|星|颗星)?(?<a>(及|或|和)?以[下上]|以内|之内|或更[低高])?(的)?|(?<b>低于|不到|不足|不超过|高于|超过|至少)?{SmallNumbers.Zh}((到|至|-|~)(?<to>[0-5一二三四五]))?(分(?!钟|部|店|公|别|类|布|组)|星|颗星)(?<a>(及|或|和)?以[下上]|以内|之内|或更[低高])?(评价|好评|差评|评分)?(的)?)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ScoreZh();

    [GeneratedRegex(
        $@"\b((rated|scored|scores?|ratings?|marks?|gave|given|satisfaction|csat)( us| it)?( (of|is|was|at|with|a|an|score|rating|only|just))* ?(?<b>below|under|less than|lower than|at most|up to|no more than|above|over|more than|higher than|at least|no less than|>=|<=|>|<)? ?{SmallNumbers.En}((-| to )(?<to>[0-5]))?( ?(stars?|points?|out of (5|five)))?( ?(?<a>(or|and) (lower|less|below|under|worse|fewer|higher|more|above|better|over)))?|(?<b>below|under|less than|lower than|at most|up to|above|over|more than|at least)? ?{SmallNumbers.En}[- ](stars?|points?)(?<a> (or|and) (lower|less|below|under|worse|fewer|higher|more|above|better|over))?( (ratings?|reviews?|scores?))?)\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ScoreEn();

    [GeneratedRegex("低于|小于|不到|不足|少于|^<$|below|under|less than|lower than")]
    private static partial Regex IsUnder();

    [GeneratedRegex("^高于|大于|^超过|^>$|above|over|more than|higher than")]
    private static partial Regex IsOver();

    [GeneratedRegex("以下|以内|之内|更低|最多|不超过|不高于|<=|≤|at most|up to|no more|lower|less|below|under|worse|fewer")]
    private static partial Regex IsAtMost();

    [GeneratedRegex("以上|更高|至少|不低于|>=|≥|at least|no less|higher|more|above|better|over")]
    private static partial Regex IsAtLeast();

    [GeneratedRegex("到期|截止|期满|届满|到时限|临期|结案期限|办结期限|\\bdue\\b|deadline|expir")]
    private static partial Regex SpeaksOfDue();

    [GeneratedRegex(
        "((很|马上|就|快|即将|临近|接近|将)(要|将|就要)?(到期|超期|逾期|超时)|临期|快(要)?超时|临近(期限|时限|截止))(了|的)?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SoonZh();

    [GeneratedRegex(
        @"\b(due (very )?soon|soon (to be )?(due|overdue)|about to (expire|be(come)? (due|overdue|late)|fall due|go overdue|breach)|(nearly|almost) (due|overdue)|(close to|near(ing)?|approaching)( their| the| its)? (deadlines?|due dates?)|at risk( of (being|becoming|going) (late|overdue))?|coming due)\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SoonEn();

    [GeneratedRegex(
        $"((在|于)?(未来|接下来|今后|往后|将来|随后|这|后)?(的)?((?<half>半天)|{SmallNumbers.Zh}(?<u>个?小时|个?钟头|个?工作日|天|日|周|个?星期|个?礼拜|个月))(之内|以内|内|里)|(未来|接下来|今后|往后|还有|还剩|剩下?|只剩|离到期)(不到|不足|的)?{SmallNumbers.Zh}(?<u>个?小时|个?钟头|个?工作日|天|日|周|个?星期|个?礼拜|个月)(之内|以内|内|里)?)(就|要|会|将|需)*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex WithinZh();

    [GeneratedRegex(
        $@"\b(in |within |over |during |for )?(the |less than |under )?(next |coming |following )?({SmallNumbers.En}|(?<one>an?|the next|next)) (?<u>hours?|hrs?|h|days?|weeks?|(working|business) days?|months?)( time| from now)?\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex WithinEn();

    [GeneratedRegex("^(in|within|less than|under) (an?|the next) ")]
    private static partial Regex IsWithin();

    [GeneratedRegex("小时|钟头|^h")]
    private static partial Regex HourUnit();

    [GeneratedRegex("周|星期|礼拜|week")]
    private static partial Regex WeekUnit();

    [GeneratedRegex("月|month")]
    private static partial Regex MonthUnit();
}
