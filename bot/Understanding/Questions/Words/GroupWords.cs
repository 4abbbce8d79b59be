using Understanding.Questions.Reading;
using static Understanding.Questions.Words.Entry;

namespace Understanding.Questions.Words;

/// <summary>What rows stand for: "by department", "各类别", "每个月". A bare noun (Part.GroupNoun) groups only with "which", "most" or
/// "top".</summary>
internal static class GroupWords
{
    private static readonly (string Value, string Zh, string En)[] Nouns =
    [
        (
            "department",
            "(责任|处理|承办|主管)?(部门|科室|处室|团队|小组|单位|分局|街道)",
            "(departments?|teams?|units?|divisions?|dept(s|\\.)?)"
        ),
        (
            "category",
            "(投诉|问题|客诉|业务|案件)?的?(类别|类型|种类|分类|类目|品类|类)",
            "((complaint|problem|issue) )?(categor(y|ies)|types?|kinds?|topics?|subjects?|sorts? of complaints?)( of (complaint|problem|issue)s?)?"
        ),
        (
            "owner",
            "(负责人|责任人|承办人员?|经办人员?|处理人员?|办理人|受理人|专员|员工|人员|同事|客服人员|处理员|个人|人)",
            "(owners?|persons?|people|handlers?|employees?|staff( members?)?|colleagues?|agents?|assignees?|members?)"
        ),
        (
            "severity",
            "(严重|紧急)(程度|度|等级|级别|性)|(问题|投诉|案件)?(等级|级别|优先级)",
            "(severit(y|ies)|severity levels?|priorit(y|ies)|urgency)"
        ),
        (
            "customerLevel",
            "(客户|顾客|用户)的?(级别|等级|类型|类别|层级|分级)",
            "(customer (levels?|tiers?|types?|grades?|class(es)?|segments?)|levels? of customers?|tiers?)"
        ),
        (
            "place",
            "(地区|区域|地点|地方|城市|地域|县市|省市|省份|地市|位置)",
            "(places?|locations?|regions?|cit(y|ies)|areas?|sites?|towns?)"
        ),
    ];

    private const string Outlets = "营业厅|营业所|门店|门市|网点|分店|店铺|分公司|支行|服务厅|小区|酒店|楼盘|工地|站点|项目";

    public static readonly IReadOnlyList<Entry> All = [.. Build()];

    private static IEnumerable<Entry> Build()
    {
        foreach (var (value, zh, en) in Nouns)
        {
            yield return Zh(Part.GroupNoun, value, zh);
            yield return En(Part.GroupNoun, value, en);
            yield return Zh(
                Part.GroupBy,
                value,
                $"(按照?|依照?|依据|根据|以|分|用|从)(各个?|不同|责任)?的?({zh})(来|进行)?(别|分组|分类|汇总|统计|拆分|拆开|拆|细分|分布|划分|区分|来看|看一?[看下]|看|分一?[下分]|分(?!布)|分开)*",
                1
            );
            yield return Zh(Part.GroupBy, value, $"(各个?|每一?个?|每位|每名|不同|分)({zh})(别|分布|分别|各自)?", 1);
            yield return Zh(Part.GroupBy, value, $"({zh})(分布|分组|占比|构成|对比|之间的?(比较|对比))", 1);
            yield return En(
                Part.GroupBy,
                value,
                $"((broken |break |split |divided |grouped? |counted |separated |summari[sz]ed |listed )(it |them |this |that |these )?(down |up )?)?(by|per|for each|for every|in each|of each|across( all)?|among( the)?|between( the)?|each|every|group(ed)? by|according to)( the| all| our)? (different )?{en}",
                1
            );
        }
        yield return Zh(Part.GroupBy, "owner", "(每个?人|各人|人均|分人|按人头?|每人)(手上|手里|名下|各自|分别)?", 2);
        yield return Zh(Part.GroupBy, "place", $"(各个?|每一?[个家]|分|按)({Outlets})", 2);
        yield return Zh(Part.GroupNoun, "place", $"(?<=(哪一?[个家些]|哪几[个家]))({Outlets})", 2);
        yield return Zh(
            Part.GroupNoun,
            "place",
            $"(?<=最[多少高低差好][^,，]{{0,4}}的|top ?[0-9]+的?|前[0-9一二三四五六七八九十]+[个家]?)({Outlets})",
            2
        );
        yield return Zh(Part.GroupBy, "place", "各地|分地区|各(省|市|县市|省市)", 1);
        yield return Zh(Part.GroupBy, "department", "(各|每个)(局|处|科|部|所|厅|院系?|街办)(室)?(?![理置长员位])", 2);
        yield return Zh(Part.GroupNoun, "department", "(?<=哪一?个)(局|处|科|部|所)(?![理置长员])", 2);
        yield return Zh(Part.GroupBy, "category", "(按|分|各)类(统计|看|别|型)?", 1);
        foreach (
            var (value, zh, en, adjective) in new[]
            {
                ("day", "[天日]", "days?", "dail(y)"),
                ("week", "(周|星期|礼拜)", "weeks?", "weekly"),
                ("month", "(个?月份?)", "months?", "monthly"),
            }
        )
        {
            var odd =
                value == "day" ? "(?!期|数|均|到期)"
                : value == "month" ? "(?!均)"
                : "(?!均|[一二三四五六日天几末])";
            yield return Zh(Part.GroupNoun, value, $"(?<=哪一?个?){zh}", 2);
            yield return En(Part.GroupNoun, value, $"(?<=(which|what) ){en}", 2);
            yield return Zh(
                Part.TimeGroup,
                value,
                $"(每一?|各|逐|按每?|依每?|分){zh}{odd}(度|份)?(来|的)?(统计|看|汇总|分组|分布|分)*|{(value == "week" ? "周" : value == "month" ? "月" : "日")}(度|均)?(?=(趋势|走势|变化|曲线|统计|报表|分布|图))|逐{zh}{(value == "month" ? "|月度" : "")}",
                1
            );
            yield return En(
                Part.TimeGroup,
                value,
                $"((broken |split |grouped? )(it |them )?(down )?)?(by|per|each|every|for each|for every|group(ed)? by|on a) {en}|{adjective}( basis)?|{value} (by|on|after|over) {value}|(?<=(a|one) )point per {value}",
                1
            );
        }
        yield return En(Part.TimeGroup, "day", "daily( basis)?|day-by-day|a day", 1);
        yield return En(Part.TimeGroup, "week", "week-by-week|a week(?! (ago|earlier|before))", 1);
        yield return En(Part.TimeGroup, "month", "month-by-month|a month(?! (ago|earlier|before))", 1);
        yield return Zh(
            Part.UnsupportedGroup,
            "channel",
            "(按照?|依照?|分|各个?|每个?|不同)(受理|投诉)?的?(渠道|来源|管道|产品|(客户|顾客)(?!的?(级|等|类|层|分))|季度?|年度?|年|小时|语言|状态|原因)(来)?(统计|看|汇总|分组|分)*|(哪个?|什么)(渠道|管道|来源|产品|(客户|顾客)(?!的?(级|等|类|层|分)))",
            2
        );
        yield return En(
            Part.UnsupportedGroup,
            "channel",
            "(by|per|for each|each|every|group(ed)? by) (channel|source|product|customer|client|quarter|year|hour|language|status|state|cause|root cause)s?|(which|what) (channel|product|customer|client|cause)s?(?! (scor|rat|gave))",
            2
        );
    }
}
