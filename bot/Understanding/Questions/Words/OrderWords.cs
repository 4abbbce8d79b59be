using Understanding.Questions.Reading;
using static Understanding.Questions.Words.Entry;

namespace Understanding.Questions.Words;

/// <summary>Sorting, superlatives, "top N". A sort's value is "field" or "field:order"; a superlative's is most, least, best,
/// worst, slow or fast.</summary>
internal static class OrderWords
{
    private const string By = "(按照?|依照?|根据|以|用)";
    private const string Put =
        $"(的)?(先后|大小|高低|远近|早晚|长短|轻重|顺序|次序)?(来)?(倒序|升序|降序|正序)?({Way})?(来)?(重新)?(排序|排列|排个序|排一?[下排]|排|顺序|升序|降序|倒序|正序|逆序)(一下|显示|列出)?";
    private const string Way = "(从|由)[高低大小早晚新旧近远重轻长短久老]到[高低大小早晚新旧近远重轻长短久老]";
    private const string SortEn =
        "(sort(ed|ing)?|order(ed|ing)?|arranged?|rank(ed)?|listed)( (it|them|these|those|this|the list|everything))? (by|on|according to)( the| their)?";

    private static readonly (string Value, string Zh, string En)[] Fields =
    [
        (
            "received",
            "(收到|接到|受理|提交|投诉|登记|创建|接收|来件|发生)?的?(时间|日期|先后|早晚|账龄|时长|新旧)|年龄|天数|存在时间",
            "(age|dates?|time|(date|time) (received|filed|created|of receipt)|received( (date|time))?|creation date|how old( they are)?|when (they )?(were |was )?(received|filed|came in))"
        ),
        (
            "due",
            "(到期|截止|期限|时限|限期|剩余|到期日)的?(时间|日期|日|先后|早晚|天数)?|期限|时限|截止日",
            "(due( (date|time|day))?s?|deadlines?|urgency|time left|remaining time|when (they are )?due)"
        ),
        (
            "severity",
            "(严重|紧急)(程度|度|等级|级别|性)?|(问题|投诉)?(等级|级别|优先级)|轻重缓急",
            "(severity( level)?|priority|seriousness)"
        ),
        ("customerLevel", "(客户|顾客)的?(级别|等级|重要性|类型)", "(customer (level|tier|type|importance|grade))"),
        ("score", "(客户)?(评分|打分|得分|分数|评价)(高低)?", "((customer |survey )?(score|rating|mark)s?)"),
        ("count", "(投诉)?(数量|件数|个数|多少|投诉量)", "(count|number( of (complaints|tickets))?|volume|quantity)"),
        (
            "value",
            "(数值|比率|指标|结果|大小|高低|(满意|及时|解决|重开)[度率])",
            "(value|rate|figure|result|percentage|satisfaction|timeliness)"
        ),
    ];

    public static readonly IReadOnlyList<Entry> All = [.. Build()];

    private static IEnumerable<Entry> Build()
    {
        foreach (var (value, zh, en) in Fields)
        {
            yield return Zh(Part.Sort, value, $"{By}({zh})({Put}|(的)?{Way}(来)?)", 3);
            yield return En(
                Part.Sort,
                value,
                $"{SortEn} {en}|in (the )?order of {en}|by {en}(?=,? (asc|desc|oldest|newest|highest|lowest|in (asc|desc)))",
                3
            );
        }
        // A direction beside the field, or alone.
        yield return Zh(
            Part.SortDirection,
            "desc",
            "(从|由)(高到低|大到小|新到旧|晚到早|近到远|重到轻|长到短|多到少)(来)?(排序?|排列)?|降序|倒序|逆序",
            2
        );
        yield return Zh(
            Part.SortDirection,
            "asc",
            "(从|由)(低到高|小到大|旧到新|早到晚|远到近|轻到重|短到长|少到多|老到新)(来)?(排序?|排列)?|升序|正序|顺序",
            2
        );
        yield return En(
            Part.SortDirection,
            "desc",
            "(in )?desc(ending)?( order)?|high(est)? to low(est)?|(highest|largest|biggest) first|in reverse( order)?|reversed?",
            2
        );
        yield return En(Part.SortDirection, "asc", "(in )?asc(ending)?( order)?|low(est)? to high(est)?|(lowest|smallest) first", 2);

        const string first = "(的)?(排|放|列)?(在|到)?最?(前面?|先|优先|上面)?(排)?";
        yield return Zh(
            Part.Sort,
            "received:asc",
            $"最(早|旧|老|久|久远|先|陈旧)(收到|提交|进来|受理)?{first}|(旧|老|早)的(排|放)?(在)?最?前面?|拖得?最久|时间最(久|长|早)",
            2
        );
        yield return Zh(
            Part.Sort,
            "received:desc",
            $"最(新|晚)(收到|提交|进来|受理)?{first}|新的(排|放)?(在)?最?前面?|最近(收到|提交|来|进来)的(?=前?[0-9一二两三四五六七八九十]+|排)|时间最(近|晚|新)",
            2
        );
        yield return Zh(
            Part.Sort,
            "due:asc",
            $"最(急|紧急|紧迫|赶)(需要处理)?{first}|(最|先)(快|先|早|近)?要?到期{first}|快到期的?(排|放|优先)(在)?最?前?面?|急的(排|放)?(在)?最?前面?|最早到期{first}|离?(期限|到期)最近{first}",
            3
        );
        yield return Zh(
            Part.Sort,
            "severity:desc",
            $"最严重{first}|(严重|等级高|级别高|紧急)的?(排|放|列)(在|到)?最?(前面?|先)|(等级|级别|严重度|严重程度)最?高(的)?(排|放)?(在)?最?(前面?|先|优先)?",
            3
        );
        yield return Zh(
            Part.Sort,
            "customerLevel:desc",
            "(vip|大客户|重点客户|重要客户|级别高的客户|客户级别高)(的)?(排|放|列)?(在|到)?最?(前面|优先|先(?=.{0,2}$))",
            3
        );
        yield return Zh(
            Part.Sort,
            "score:asc",
            "(评分|打分|得分|分数|评价)最?(低|差)(的)?(排|放)?(在)?最?(前面?|先)?(?!以|于)|(低分|差评)(排|放)(在)?最?前面?",
            3
        );
        yield return Zh(
            Part.Sort,
            "score:desc",
            "(评分|打分|得分|分数|评价)最?(高|好)(的)?(排|放)?(在)?最?(前面?|先)?(?!以|于)|(高分|好评)(排|放)(在)?最?前面?",
            3
        );
        yield return En(
            Part.Sort,
            "received:asc",
            @"(the )?(oldest|earliest|longest[- ](open|waiting|running|standing|pending))( (ones|tickets|cases))?( (first|on top|at the top))?|(been )?(open|waiting|pending) (the )?longest|by age|old(er)? (ones )?first",
            2
        );
        yield return En(
            Part.Sort,
            "received:desc",
            @"(the )?(newest|most recent(ly)?( received| filed)?|latest|youngest|freshest)( (ones|tickets|cases))?( (first|on top|at the top))?|new(er)? (ones )?first|recent (ones )?first",
            2
        );
        yield return En(
            Part.Sort,
            "due:asc",
            @"(the )?(most urgent|most pressing|soonest|earliest deadline|nearest deadline|next due|first due|due (soonest|first|next(?! (week|month|quarter|year|few|mon|tue|wed|thu|fri|sat|sun|[0-9]|two|three|four|five|six|seven|ten))|earliest)|closest to (their |the )?(deadline|due date))( (ones|tickets|cases))?( (first|on top|at the top))?|soonest due( first)?|urgent (ones )?first",
            3
        );
        yield return En(
            Part.Sort,
            "severity:desc",
            @"(the )?(most (severe|serious|critical)|severest|highest[- ](severity|priority)|worst(?= first))( (ones|tickets|cases))?( (first|on top|at the top))?|(critical|severe|serious) (ones )?(first|on top)",
            3
        );
        yield return En(
            Part.Sort,
            "customerLevel:desc",
            @"(vips?|key (accounts|customers)|most important customers)( ones| customers)? (first|on top)",
            3
        );
        yield return En(
            Part.Sort,
            "score:asc",
            @"(the )?(lowest|worst)[- ](scores?|rated|rating|scored|scoring|marks?)( (ones|tickets|cases))?( (first|on top))?",
            3
        );
        yield return En(
            Part.Sort,
            "score:desc",
            @"(the )?(highest|best)[- ](scores?|rated|rating|scored|scoring|marks?)( (ones|tickets|cases))?( (first|on top))?",
            3
        );

        yield return Zh(Part.Most, "most", "最(多|高|大|频繁|集中|严峻|突出)|(?<=部门|人|类)多(?=的排)|名列前茅|居首");
        yield return Zh(Part.Most, "least", "最(少|低|小)");
        yield return Zh(Part.Most, "best", "最(好|优|佳|棒|理想|优秀|出色)");
        yield return Zh(Part.Most, "worst", "最(差|糟糕?|坏|烂|不好|不理想|差劲)|垫底|倒数");
        yield return Zh(Part.Most, "slow", "最(慢|长|拖|久)");
        yield return Zh(Part.Most, "fast", "最(快|短)");
        yield return En(Part.Most, "most", "(the )?(most( often| frequently)?|highest|greatest|largest|biggest|maximum|max|heaviest)");
        yield return En(Part.Most, "least", "(the )?(fewest|least( often)?|lowest|smallest|minimum|min)");
        yield return En(Part.Most, "best", "(the )?(best([- ]performing)?|top[- ]performing|performs? best|does best)");
        yield return En(Part.Most, "worst", "(the )?(worst([- ]performing)?|poorest|weakest|bottom|performs? worst|does worst)");
        yield return En(Part.Most, "slow", "(the )?(slowest|longest|most time)");
        yield return En(Part.Most, "fast", "(the )?(fastest|quickest|shortest|least time)");

        yield return Zh(Part.Rank, "", "排名|排行榜?|名次|排个名|榜单|高低排序");
        yield return En(
            Part.Rank,
            "",
            "rank(ed|ing|s)?( of)?|ranking list|league table|leader-?board|top(?= \\w+\\b)|top(?= (owners|departments|categories|places|handlers|people|teams))"
        );
    }
}
