using Understanding.Questions.Reading;
using static Understanding.Questions.Words.Entry;

namespace Understanding.Questions.Words;

/// <summary>Severities, customer levels, channels, scores: whose and what kind of complaint.</summary>
internal static class ConditionWords
{
    private const string Grade = "(等级|级别|优先级|优先|严重度|严重程度|级)?";
    private const string GradeEn = "([- ](severity|priority|level|urgency|risk|grade|prio))?";
    private const string InList = "(?=(和|与|、|或|及|跟|/|,|以上|及以上|的投诉|的案件|的单|的件))";

    public static readonly IReadOnlyList<Entry> All =
    [
        Zh(
            Part.Severity,
            "critical",
            $"特急{Grade}|(特别|非常|极其|最)?严重{Grade}|(特别|非常|十分|极其)紧急|重大|危急|危机|致命|(?<![二三四五六七八九十])一级|最高(级|等级|级别)|突发(事件|性)?|极高{Grade}|重特大"
        ),
        En(
            Part.Severity,
            "critical",
            $"critical{GradeEn}|emergency|emergencies|severe|serious|catastrophic|sev(erity)? ?-?1|p1|(severity|priority) critical"
        ),
        Zh(
            Part.Severity,
            "high",
            $"(?<![最提更较升新])高(等级|级别|优先级|优先|严重度|严重程度|级|危|风险)|紧急{Grade}|加急{Grade}|急件|二级|较严重|(优先级|等级|级别|严重度|严重程度|优先)(较|比较|很|偏)?高(?=的|$)|(?<![最提更较升新])高{InList}"
        ),
        En(
            Part.Severity,
            "high",
            $"(?<!how )high{GradeEn}(?! (score|rating|satisf))|urgent|major|sev(erity)? ?-?2|p2|(severity|priority) high"
        ),
        Zh(
            Part.Severity,
            "medium",
            $"中(等|级|度){Grade}|(?<=(高|低|严重|紧急|轻微)(和|与|、|或|及|/|,))中|中{InList}(?<!(其|处理|调查|进行|办理|方案|制定)中)|三级|普通(级|等级|级别|程度)|一般(级|等级|级别|程度|性)|一般(?=(的)?(投诉|案件|问题))"
        ),
        En(
            Part.Severity,
            "medium",
            $"medium{GradeEn}|moderate{GradeEn}|normal[- ](severity|priority)|sev(erity)? ?-?3|p3|(severity|priority) medium"
        ),
        Zh(
            Part.Severity,
            "low",
            $"(?<![最降更较])低(等级|级别|优先级|优先|严重度|严重程度|级|危|风险)|轻微{Grade}|轻度|(优先级|等级|级别|严重度|严重程度|优先)(较|比较|很|偏)?低(?=的|$)|四级|不严重|(?<![最降更较])低{InList}"
        ),
        En(
            Part.Severity,
            "low",
            $"low{GradeEn}(?! (score|rating|satisf|mark))|minor|trivial|slight|sev(erity)? ?-?4|p4|(severity|priority) low"
        ),
        Zh(Part.UpTo, "up", "(级|等级)?(及|或|和|与)?(其)?以上(级别|等级)?(?!的?(期限|时限))|及更高|或更高|或更严重|起(?=的)"),
        En(
            Part.UpTo,
            "up",
            @"(or|and) (above|higher|worse|more( severe| serious)?|up|over)|or greater|at least(?= (low|medium|high|critical|moderate))|\+|upwards?|minimum"
        ),
        Zh(Part.UpTo, "down", "(级|等级)?(及|或|和|与)?(其)?以下(级别|等级)?|及更低|或更低"),
        En(Part.UpTo, "down", @"(or|and) (below|lower|less|under)|at most(?= (low|medium|high|critical|moderate))"),
        Zh(
            Part.Level,
            "vip",
            "(?<![a-z])vip(级|等级)?的?(客户|用户|顾客|会员)?(?![a-z])|贵宾(级|客户|用户|会员)?|尊(贵|享)(客户|用户)?|高端(客户|用户)"
        ),
        Zh(Part.Level, "key", "(重点|大|关键|重要|战略|核心|要|集团|政企)(客户|用户|顾客)|重点(?=(和|与|、|或|及|的|级|vip))"),
        En(
            Part.Level,
            "key",
            "key[- ](accounts?|customers?|clients?|level)|(major|strategic|important) (accounts?|customers?|clients?)|(?<=(and|or|,) )key|key(?= (and|or|complaints?|tickets?|cases?|ones))"
        ),
        Zh(Part.Level, "standard", "(普通|一般|标准|普通级)(客户|用户|顾客)"),
        En(Part.Level, "standard", "(standard|ordinary|regular|normal)[- ](customers?|clients?|accounts?|users?|level|tier)"),
        En(Part.Level, "vip", "vips?( (customers?|clients?|accounts?|users?|level|tier))?|very important (customers?|clients?)"),
        Zh(
            Part.Channel,
            "web",
            "(通过|从|走|用)?(网上|网页|网站|线上|在线|官网|网络渠道|互联网|聊天窗口?|网络提交|web)(渠道|端|客服|聊天|投诉)?(来|进|登记|提交|反映|受理|进来|打来|打)*(的)?(?=.|$)"
        ),
        En(
            Part.Channel,
            "web",
            @"(through|via|on|over|from|by|using)? ?(the |our )?(web( ?(site|page|chat|form|channel))?|online|internet|chat page|website)( channel)?"
        ),
        Zh(Part.Channel, "teams", "(通过|从|走|用)?teams(渠道)?(登记|提交|录入|来|进来)*(的)?"),
        Zh(
            Part.Channel,
            "phone",
            "(通过|从|走|用)?(打)?(电话|来电|热线|致电|话务|客服电话)(渠道)?(来|进|登记|提交|反映|受理|进来|打来|投诉|打)*(的)?"
        ),
        En(
            Part.Channel,
            "phone",
            @"(through|via|on|over|from|by|using)? ?(the |our )?((tele)?phone(d)?( calls?)?|hot-?line|call cent(er|re)|called in|calls)( in)?( channel)?"
        ),
        Zh(
            Part.Channel,
            "counter",
            "(通过|从|走|在|到)?(柜台|营业厅|营业所|门店|门市|临柜|窗口|前台|服务厅|现场|实体店|分店)(渠道)?(来|进|登记|提交|反映|受理|进来|投诉|办理)*(的)?"
        ),
        En(
            Part.Channel,
            "counter",
            @"(through|via|on|over|from|by|at|using)? ?(the |our |a )?(counters?|walk-?ins?|in person|(our )?(shop|store|branch|front desk|service hall)(es|s)?|service desk)( channel)?"
        ),
        // Scores: the words give the bound, the digits follow in the value (see ScoreWords).
        Zh(
            Part.Score,
            "low",
            "(打|给|评)?(了)?(低分|差评|负评|坏评|劣评)(的)?|(评价|评分|打分|回访)?(结果)?(很|非常|极|表示)?不满意?(?!意?[度率])(的)?|不满(?=的)"
        ),
        En(
            Part.Score,
            "low",
            "(low|bad|poor|negative) (scores?|ratings?|marks?|reviews?|feedback)|(dis|un)satisfied|unhappy|not (satisfied|happy|pleased)|(rated|scored) (us )?(low|badly|poorly)|low[- ](rated|scor\\w+)|dissatisfaction"
        ),
        Zh(
            Part.Score,
            "good",
            "(打|给|评)?(了)?(高分|好评)(的)?|(评价|评分|打分|回访)(结果)?(很|非常|是|为)?满意(?![度率])(的)?|(很|非常|表示)满意(的)?(?=客户|投诉|$)"
        ),
        En(
            Part.Score,
            "good",
            "(high|good|positive) (scores?|ratings?|marks?|reviews?|feedback)|(?<!(dis|un|how |not ))satisfied (customers?|clients?)|happy (customers?|clients?)|(rated|scored) (us )?(high|well)"
        ),
    ];
}
