using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Understanding.Questions.Names;
using Understanding.Writing;

namespace Understanding.Questions.Reading;

/// <summary>Names and words that stand in no list: people unknown to the organisation file, customers, places, words to search for.
/// Taken as written, and only
/// where nothing better claims the same characters.</summary>
internal static partial class FreeNames
{
    private const string Han = "[\\u4e00-\\u9fff]";
    private const string Title = "(工程师|工|经理|总监|总|主任|组长|科长|处长|部长|主管|老师|师傅|姐|哥)";
    private const string Holds = "(手上|手里|手头|名下|负责|那里|那边|这边|跟进|经手|承办|办理|处理)";
    private const string Capital = "[A-Z][A-Za-z'’.-]*[A-Za-z]";

    private static readonly Finder QuotedFinder = new(Quoted());
    private static readonly Finder SearchedZhFinder = new(SearchedZh());
    private static readonly Finder SearchedEnFinder = new(SearchedEn());
    private static readonly Finder OwnerZhFinder = new(OwnerZh());
    private static readonly Finder OwnerPlainZhFinder = new(OwnerPlainZh());
    private static readonly Finder OwnerEnFinder = new(OwnerEn());
    private static readonly Finder PossessiveEnFinder = new(PossessiveEn());
    private static readonly Finder PinyinPossessiveFinder = new(PinyinPossessive());
    private static readonly Finder CustomerZhFinder = new(CustomerZh());
    private static readonly Finder CustomerNumberFinder = new(CustomerNumber());
    private static readonly Finder CustomerEnFinder = new(CustomerEn());
    private static readonly Finder AddressZhFinder = new(AddressZh());
    private static readonly Finder PlaceZhFinder = new(PlaceZh());
    private static readonly Finder PlaceEnFinder = new(PlaceEn());

    // Words that begin like a name and are none.
    private static readonly FrozenSet<string> NoNames = FrozenSet.ToFrozenSet(
        [
            "谢谢",
            "谢了",
            "谢谢你",
            "谢谢您",
            "谢谢啦",
            "谢谢了",
            "多谢了",
            "万分",
            "方便",
            "方便时",
            "方式",
            "方面",
            "方案",
            "时间",
            "时候",
            "时段",
            "时长",
            "时效",
            "安排",
            "安全",
            "安装",
            "计划",
            "金额",
            "金融",
            "单位",
            "单子",
            "单量",
            "常见",
            "常规",
            "高级",
            "高危",
            "高层",
            "高峰",
            "高端",
            "高发",
            "平均",
            "平台",
            "平时",
            "平常",
            "白天",
            "明天",
            "明细",
            "明显",
            "明年",
            "程度",
            "成功",
            "成都",
            "成立",
            "严重",
            "严格",
            "何时",
            "何人",
            "何处",
            "终端",
            "广东",
            "江西",
            "江苏",
            "云南",
            "湖北",
            "湖南",
            "河北",
            "河南",
            "山东",
            "山西",
            "海南",
            "南京",
            "南宁",
            "东莞",
            "上海",
            "金华",
            "温州",
            "常州",
            "徐州",
            "苏州",
            "郑州",
            "黄山",
            "黄金",
            "路由器",
            "路线",
            "路程",
            "毛病",
            "连接",
            "连续",
            "连锁",
            "齐全",
            "包装",
            "包裹",
            "包括",
            "和谐",
            "和解",
            "向上",
            "向下",
            "项目",
            "项目部",
            "管理",
            "管理层",
            "管道",
            "查询",
            "代理",
            "代办",
            "相关",
            "相应",
            "相同",
            "师傅",
            "全部",
            "全体",
            "全年",
            "全国",
            "都有",
            "能源",
            "牛奶",
            "马上",
            "马路",
            "石油",
            "水平",
            "水果",
            "雷达",
            "温度",
            "温馨",
            "解决",
            "解释",
            "解答",
            "米面",
            "关注",
            "关键",
            "关于",
            "关闭",
            "席位",
            "席间",
            "景区",
            "景点",
            "房间",
            "房屋",
            "房租",
            "车间",
            "车辆",
            "车站",
            "门店",
            "门市",
            "商品",
            "商户",
            "商场",
            "商家",
            "党员",
            "卫生",
            "卫生间",
            "经理",
            "应急",
            "应收",
            "宁波",
            "强度",
            "钱款",
            "钱包",
            "路灯",
            "花费",
            "电费",
            "易损",
            "尚未",
            "支付",
            "支持",
            "文件",
            "文明",
            "宣传",
            "程序",
            "容量",
            "容器",
            "华东",
            "华南",
            "华北",
            "华中",
            "符合",
            "左右",
            "左侧",
            "申请",
            "申诉",
            "通知",
            "时时",
            "许多",
            "余额",
            "余下",
            "司机",
            "古城",
            "农村",
            "农户",
            "阳台",
        ],
        StringComparer.Ordinal
    );

    /// <summary>All candidates; <paramref name="original"/> and <paramref name="folded"/> are equally long.</summary>
    public static IEnumerable<Mention> Read(string original, string folded) =>
        Texts(original, folded).Concat(Owners(original, folded)).Concat(Customers(original, folded)).Concat(PlaceNames(original, folded));

    private static IEnumerable<Mention> Texts(string original, string folded)
    {
        foreach (Match match in QuotedFinder.In(folded))
            yield return Take(match, Part.Text, original, weight: 9);
        foreach (Match match in SearchedZhFinder.In(folded).Concat(SearchedEnFinder.In(folded)))
            yield return Take(match, Part.Text, original, weight: match.Groups["sure"].Success ? 3 : -3);
    }

    private static IEnumerable<Mention> Owners(string original, string folded)
    {
        foreach (Match match in OwnerZhFinder.In(folded))
        {
            var name = match.Groups["x"];
            var bare = name.Value is ['小' or '老' or '阿', _];
            if (bare || (Pinyin.IsSurname(name.ValueSpan) && !NoNames.Contains(name.Value)))
                yield return Only(name, Part.Owner, original, -1);
        }
        foreach (Match match in OwnerPlainZhFinder.In(folded))
        {
            var name = match.Groups["x"];
            if (
                Pinyin.IsSurname(name.ValueSpan)
                && name.Value.Skip(1).All(c => Pinyin.Of(c).Count > 0)
                && !NoNames.Contains(name.Value)
                && !IsAddressed(name.Value)
            )
                yield return Only(name, Part.Owner, original, -1);
        }
        foreach (Match match in OwnerEnFinder.In(original).Concat(PossessiveEnFinder.In(original)))
            yield return Only(match.Groups["x"], Part.Owner, original, -1);
        foreach (Match match in PinyinPossessiveFinder.In(folded))
        {
            if (match.Groups["x"].Value.Split(' ').All(Pinyin.Syllables.Contains))
                yield return Only(match.Groups["x"], Part.Owner, original, -1);
        }
    }

    // Colleagues are called 李经理, 张工; 何先生 is a customer.
    private static bool IsAddressed(string name) =>
        name.Length > 1
        && (
            name.EndsWith("先生", StringComparison.Ordinal)
            || name.EndsWith("女士", StringComparison.Ordinal)
            || name.EndsWith("小姐", StringComparison.Ordinal)
            || name.EndsWith("太太", StringComparison.Ordinal)
        );

    private static IEnumerable<Mention> Customers(string original, string folded)
    {
        foreach (Match match in CustomerZhFinder.In(folded))
        {
            if (match.Groups["firm"].Success || Pinyin.IsSurname(match.Groups["x"].ValueSpan))
                yield return Take(match, Part.Customer, original, 1);
        }
        foreach (Match match in CustomerNumberFinder.In(folded))
            yield return Take(match, match.Groups["order"].Success ? Part.Text : Part.Customer, original, 9);
        foreach (Match match in CustomerEnFinder.In(original))
            yield return Take(match, Part.Customer, original, 4);
    }

    private static IEnumerable<Mention> PlaceNames(string original, string folded)
    {
        foreach (Match match in AddressZhFinder.In(folded))
            yield return Take(match, Part.Place, original, 3);
        var known = KnownIndex.Possible(folded);
        for (var i = 0; i < Known.Length; i++)
        {
            if (!PatternIndex.Has(known, i))
                continue;
            foreach (Match match in Known[i].Regex.Matches(folded))
                yield return Take(match, Part.Place, original, 0);
        }
        foreach (Match match in PlaceZhFinder.In(folded).Concat(PlaceEnFinder.In(original)))
            yield return Take(match, Part.Place, original, -2);
    }

    private static Mention Take(Match match, Part part, string original, int weight)
    {
        var name = match.Groups["x"];
        return new(match.Index, match.Length, part, original.Substring(name.Index, name.Length).Trim()) { Weight = weight };
    }

    private static Mention Only(Group name, Part part, string original, int weight) =>
        new(name.Index, name.Length, part, original.Substring(name.Index, name.Length)) { Weight = weight };

    [GeneratedRegex(
        "(((内容|描述|原文|正文|文字)(里|中)?(面)?)?(提到|提及|包含|含有|包括|含|出现|写着|说到|有|带有|关键[词字](是|为)?|搜索?|查找|关于)(过|了)?|(mention(s|ing|ed)?|contain(s|ing|ed)?|includ(es|ing)|with|about|say(s|ing)?|for)( the)?( (word|words|phrase|text))?)? ?[\"'](?<x>[^\"']{1,60})[\"'](的|这个词|字样)?(?![a-z])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        $"((?<sure>(内容|描述|原文|正文|文字)(里|中)?(面)?(提到|提及|包含|含有|有|带有|写着|出现)|(?<!不)(提到|提及|含有|写着|说到|谈到|关键[词字](是|为)?)|搜索|查找)|(?<!不)(包含|涉及|关于|有关|出现))(过|了|到)?(?<x>([\\u4e00-\\u9fff]|[a-z0-9]|(?<=[a-z0-9])[ -](?=[a-z0-9])){{1,20}}?)(?=的|这个词|字样|[两三四五几]个字|[，,。?？!]|$|相关)(这个词|字样|[两三四五几]个字)?|(跟|和|与|同)(?<x>{Han}{{2,10}}?)(有关|相关)|(?<=^|[,，。 ])(?<x>{Han}{{2,8}}?)(有关|相关)(?=的(投诉|客诉|案件|单子|工单))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SearchedZh();

    [GeneratedRegex(
        @"\b((?<sure>mention(s|ing|ed)?|contain(s|ing|ed)?( the)? (words?|phrase|text)|(contain(s|ing|ed)?|with the (words?|phrase|text)))|about|regarding|concerning|related to)( (the|a|an|word|words|phrase|text|of))* (?<x>[a-z0-9'-]+( (?!in |from |last |this |that |which |since |by |and |or |for |at |on |yesterday|today|received|with )[a-z0-9'-]+){0,3})(?=$|[,.?!;]| (in|from|last|this|that|which|since|by|and|or|for|at|on|yesterday|today|received|with)\b)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex SearchedEn();

    [GeneratedRegex(
        $"(?<x>(小|老|阿){Han})(?={Holds}|的|呢|有)|(?<x>{Han}{{1,2}}?{Title})(?={Holds}|的|呢|有|$)|(?<=(指派给|分派给|分配给|派给|分给|转给|交给|归|由))(?<x>{Han}{{2,3}}?)(?=的|负责|处理|跟进|承办|$|[，,。?？])|(?<x>{Han}{{2,3}}?)(?={Holds})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnerZh();

    [GeneratedRegex($"(?<={Han}?)(?<x>{Han}{{2,3}}?)(?=的|$|呢)", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnerPlainZh();

    [GeneratedRegex(
        $@"(?<=\b([Aa]ssigned to|[Oo]wned by|[Hh]andled by|[Mm]anaged by|[Bb]elonging to|[Hh]eld by|[Rr]esolved by|[Cc]losed by|[Oo]f|[Ff]or|[Bb]y|[Tt]o|[Dd]oes|[Ii]s|[Dd]id|[Hh]as) )(?<x>{Capital}( {Capital}){{0,2}})\b(?!')",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnerEn();

    [GeneratedRegex($@"\b(?<x>{Capital}( {Capital})?)(?=['’]s\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex PossessiveEn();

    [GeneratedRegex(@"\b(?<x>[a-z]+ [a-z]+)(?='s\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex PinyinPossessive();

    [GeneratedRegex(
        $"(客户|顾客|用户|投诉人|客人|住客|旅客|乘客|业主|住户|租户|市民|居民|村民|患者|病人|家属|家长|学生|会员|车主|读者|游客|买家|商户)(名(叫|为|是)?|叫|是|为|:)?(?<x>{Han}{{2,12}}?(?<firm>公司|集团|项目部|酒店|银行|工厂|厂|店|学校|医院|大学|物业|商行)|{Han}{{2,3}}?)(?=的|提|投诉|有|[，,。?？]|$)|(?<=^|[，, ]|查|看|下|找|[年月周天日客人户主民者])(?<x>{Han}{{1,2}}(先生|女士|小姐|太太))(?=的|提|投诉|客诉|有|这|$)|姓(?<x>{Han})的?(客户|顾客|用户|客人)|(?<=^|[，, ]|的|查|看|下|找)(?<x>{Han}{{2,3}})(这个|那个|这位|那位)?(客户|顾客|用户|先生|女士|小姐)(?=的|提|投诉)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex CustomerZh();

    [GeneratedRegex(
        @"\b([Cc]ustomer|[Cc]lient|[Aa]ccount|[Cc]omplainant)( (named|called))? (?<x>[A-Z][\w&'.-]*( [A-Z&][\w&'.-]*){0,3})|\b(from|by|of) (?<x>(Mr|Mrs|Ms|Miss)\.? [A-Z][\w'-]+( [A-Z][\w'-]+)?|[A-Z][\w&'.-]*( [A-Z&][\w&'.-]*){0,3} (Ltd|Inc|Corp|Corporation|Co|Company|Trading|Group|GmbH|LLC|Limited|Bank|Hotel|Logistics|School|Hospital)\b\.?)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex CustomerEn();

    [GeneratedRegex(
        "(?<=^|[，, ]|[年月周天日号]|在|来自|看|查|下)(?<x>[\\u4e00-\\u9fff]{2,6}?(路|街|巷|大道|广场|商场|新区|开发区|园区|小区|社区|大厦|公寓|花园|工地|车站|机场|医院|学校|校区|码头|市场)([0-9一二三四五六七八九十]{1,4}号|[\\u4e00-\\u9fff]{0,4}?(营业厅|门店|分店|店|网点|支行|站))?)(?=的|有|投诉|客诉|这|那)(?<!(网|线|电|铁|一|多少|思)路)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex AddressZh();

    [GeneratedRegex(
        @"((客户|顾客|投诉人|联系)?的?(电话|手机|号码)(号码?)?|(customer )?(phone|mobile)( number)?)( is|是|为|:)? ?(?<x>\+?\d[\d -]{5,}\d)|(?<order>(订单|合同|工单|发票|运单|快递)(编号|号码|号)?|(order|contract|invoice)( number| no\.?| #)?)(是|为|:)? ?#?(?<x>[a-z]{0,4}-?\d[a-z0-9-]{3,})",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex CustomerNumber();

    private static readonly TieredPattern[] Known =
    [
        new($"(来自|发生在|位于|在|从)?(?<x>{Places.ChinesePattern})(地区|一带|这边|那边|当地|分公司|区域)?(的)?"),
        new($@"\b((in|from|at|around|near|of) )?(the )?(?<x>{Places.EnglishPattern})\b( (city|area|region|province|office|branch))?"),
    ];

    private static readonly PatternIndex KnownIndex = new([.. Known.Select(k => k.Text)]);

    [GeneratedRegex(
        $"((地点|地区|地址|区域)(是|为|在|:)(?<x>{Han}{{2,10}}?)(?=的|[，,。?？]|$)|(?<=^|[，, ]|[年月周天日]|在|来自)(在|来自)?(?<x>{Han}{{2,8}}?(市|县|镇|乡|小区|工地|园区|街道|(?<!地|每|各|分|那|这|哪)区))(?=的|有|投诉|客诉|发生|这))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex PlaceZh();

    [GeneratedRegex($@"\b(in|from|at|near|around) (?<x>{Capital}( {Capital}){{0,2}})\b(?!')", RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceEn();
}
