using Understanding.Questions.Reading;
using static Understanding.Questions.Words.Entry;

namespace Understanding.Questions.Words;

/// <summary>The figures of procedure.md §9 by all their names.</summary>
internal static class MetricWords
{
    private const string Solve = "(处理|解决|办结|结案|办理|处置|关闭|了结|办完)";
    private const string HowLong = "(多久|多长时间|多少时间|多少天|几天|多少小时|几个?小时|多少个?工作日)";
    private const string SolveEn = "(resolve|close|handle|solve|fix|settle|finish|complete|process)";
    private const string SolvedEn = "(closed|handled|resolved|solved|finished|dealt with|completed|settled|answered|done)";
    private const string Share = "(share|percentage|percent|proportion|fraction|ratio|portion|rate|how much)";

    public static readonly IReadOnlyList<Entry> All =
    [
        // Names that contain another figure's name stand first in nothing: the longer match wins.
        Zh(
            Part.Metric,
            "timelinessRate",
            $"(投诉|客诉|案件|工单)?的?{Solve}?的?(及时|准时|按时|按期|如期){Solve}?的?(率|性|比例|占比|比率|百分比|程度)"
        ),
        Zh(
            Part.Metric,
            "timelinessRate",
            $"(及时|准时|按时|按期|如期)(完成|{Solve})的?(率|比例|占比|比率|百分比|占多少|有多少)?|准点率|时效(达成|达标|合格)?率|达时率|{Solve}(是否|得|的)?(够)?(及时|准时|按时)吗?"
        ),
        En(
            Part.Metric,
            "timelinessRate",
            @"((complaint|case|ticket|overall)s? )?((handling|resolution|closing|closure|processing) )?timeliness( (rate|ratio|percentage|figure|score))?"
        ),
        En(
            Part.Metric,
            "timelinessRate",
            @"on[- ]time (handling|closure|closing|resolution|completion|rate|ratio|percentage|share|performance|delivery)( (rate|ratio|percentage))?|punctuality( rate)?|(sla|deadline) (rate|compliance|attainment|performance|adherence)"
        ),
        En(
            Part.Metric,
            "timelinessRate",
            $@"({Share} (of )?[a-z' ]{{0,40}}?)?(is |are |was |were |have been |being |been |got )?{SolvedEn} (on time|in time|within (the |their )?(deadlines?|sla|due dates?|time limits?|promised time)|(before|by) (the|their|its) (deadline|due date)s?)"
        ),
        Zh(Part.Metric, "resolutionRate", "(投诉|客诉|问题|案件)?的?(解决|结案|办结|化解|完结|处理完成|完成)的?(率|比例|占比|比率|百分比)"),
        En(
            Part.Metric,
            "resolutionRate",
            $@"((complaint|case|ticket)s? )?(resolution|solution|solve|resolve|resolved|closure|close|settlement|success) (rate|ratio|percentage)|{Share} of [a-z' ]{{0,40}}?(resolved|solved|settled|confirmed( as solved)?)"
        ),
        Zh(
            Part.Metric,
            "satisfaction",
            "(客户|顾客|用户|投诉人)?的?(总体|整体|平均)?(?<!不)满意(度|率|程度|情况|分数|评分|得分|均分|指数|比例)(评分|得分|均分|分数)?|(客户|顾客|用户)?(平均|评价|服务)的?(评分|打分|得分|评价|分数)(?!(最|低|高|在|\\d|不))|(评分|打分|评价)的?(均值|平均值?|平均分)|(客户|顾客|用户)(有多|够不够|是否|满不)满意|满不满意"
        ),
        En(
            Part.Metric,
            "satisfaction",
            @"(customers?('s?)? )?satisfaction( (rate|score|level|rating|figure|index)s?)?|csat( scores?)?|how (satisfied|happy|content|pleased) (are|were|is|was)( (our|the))?( (customers?|clients?|people|users?|they))?|(average|mean) ((customer|survey) )?(score|rating|mark)s?|(customer|survey) (score|rating)s?"
        ),
        Zh(Part.Metric, "recommend", "(客户)?(净)?推荐(值|度|分数|分|意愿|率|指数|得分|情况)|愿意推荐(的(比例|分数|程度))?|净推荐"),
        En(
            Part.Metric,
            "recommend",
            @"nps|net promoter( score)?|recommend(ation)?( (score|rate|rating|index|figure)s?)?|(would|likelihood to|willing(ness)? to) recommend( us)?"
        ),
        Zh(Part.Metric, "reopenRate", "(重开|重启|重新打开|重新开启|重新开案|再次打开|返工|复开|再开)的?(率|比例|占比|比率)"),
        En(Part.Metric, "reopenRate", $@"re-?open(ing|ed|s)? (rate|ratio|percentage|share)|{Share} of [a-z' ]{{0,40}}?re-?opened"),
        Zh(
            Part.Metric,
            "recurrenceRate",
            "(问题|投诉|客诉)?的?(重复|再次|反复|复发|再发|二次)(投诉|发生|出现|来电)?的?(率|比例|占比|比率)"
        ),
        En(
            Part.Metric,
            "recurrenceRate",
            $@"recurrence( (rate|ratio|percentage))?|(repeat|recurring|repetition|relapse)( complaints?)? (rate|ratio|percentage)|{Share} of [a-z' ]{{0,40}}?(recurr\w*|repeated)"
        ),
        Zh(
            Part.Metric,
            "firstResponseTime",
            $"(平均)?首响(的)?(时间|时长|用时|耗时|速度)?(?!及时)|(平均)?(首次|首|第一次|初次|头一次)的?(人工)?(响应|回复|回应|答复|反馈|回覆|回访|联系)(客户)?的?(平均)?(时间|时长|用时|耗时|速度|时效|要?{HowLong}|用了?{HowLong}|花了?{HowLong})?"
        ),
        Zh(
            Part.Metric,
            "firstResponseTime",
            $"(平均)?(响应|回应|回复|答复)的?(平均)?(时间|时长|用时|耗时|速度)|{HowLong}(才|能|会|可以)?(给客户)?(首次)?(响应|回复|回应|答复)|(响应|回应|回复|答复)(得|的|要|需要|用|用了)?(平均)?(要|用了?)?{HowLong}|(响应|回应|回复)(?=得?最[快慢])"
        ),
        En(
            Part.Metric,
            "firstResponseTime",
            @"((mean|average|avg|median|typical) )?(time (to|until) (the |our )?)?first (human )?(response|reply|answer|contact|reaction)( (time|delay|speed)s?)?|((mean|average|avg|median|typical) )?(response|reply|reaction) (time|delay|speed)s?|how (long|fast|quick|quickly|soon)[a-z' ]{0,40}?(respond|reply|answer|react|get back|first response|first reply|first answer)( to)?|(respond|answer|reply|react)s?(?= (the )?(fastest|slowest|quickest))"
        ),
        Zh(
            Part.Metric,
            "resolutionTime",
            $"(平均)?{Solve}的?(投诉|问题)?的?(平均)?(时长|时间|用时|耗时|周期|天数|速度|工期|效率)(是|要|为)?({HowLong})?|(平均)?(要|需要|用|花|得)?了?{HowLong}(才|就)?(能|可以|会)?{Solve}(完|好|掉|一件|一个)?|{Solve}(完|好)?(一件|一个|一起|一单)?(投诉)?(得|的)?(平均)?(要|需要|用|用了|花|花了|得)?{HowLong}|{Solve}(?=得?最[快慢])"
        ),
        Zh(
            Part.Metric,
            "resolutionTime",
            $"(平均)(要|用|花|用了|花了|需要)?{HowLong}|(处理|解决|办结|结案)(得|的)?(快不快|有多快|多快|多慢)"
        ),
        En(
            Part.Metric,
            "resolutionTime",
            $@"((mean|average|avg|median|typical) )?((complaint|case|ticket)s? )?(resolution|handling|closing|closure|processing|turnaround|solving|cycle|completion|settlement) (time|duration|period|speed|delay)s?|((mean|average|avg|median|typical) )?(time|days|hours)( it takes| taken| needed)? to ({SolveEn}|resolution|closure)|how (long|fast|quick|quickly|many (days|hours|working days))[a-z' ]{{0,40}}?{SolveEn}d?|how long (do|does|did|will|would)[a-z' ]{{0,30}} (take|last)|mttr|(takes?|took|taking|needs?|needed)( the)?(?= (fastest|slowest|longest|shortest|least time|most time))( longest| shortest)? to {SolveEn}|(time|days) to {SolveEn}"
        ),
        En(
            Part.Metric,
            "resolutionTime",
            $@"{SolveEn}s?(?= (the )?(fastest|slowest|quickest))|(?<=(fastest|slowest|quickest|longest|shortest) )(to |at |in )?({SolveEn}|(closing|resolving|handling|solving)( complaints)?)"
        ),
        Zh(
            Part.Metric,
            "complianceRate",
            "(服务)?流程的?(执行|遵守|合规|符合|遵循|准确)的?(准确|合规|正确)?(率|性|情况|度)|(执行|流程)准确率|合规率|流程(是否)?(有没有)?(执行|遵守)(到位|得?(怎么样|如何))?"
        ),
        En(
            Part.Metric,
            "complianceRate",
            @"((procedure|process|procedural|workflow)s?( execution)?[- ])(compliance|accuracy|adherence|conformity|conformance)( (rate|score|percentage))?|compliance( with (the )?(procedure|process)s?)?( (rate|score|percentage))?|execution accuracy( rate)?|how well (is|was|are|were) (the )?procedures? followed"
        ),
        Zh(
            Part.Metric,
            "standardMetRate",
            "(服务)?(标准|质量标准)的?(达标|达成|符合|合格|达到)的?(率|情况|比例)|(服务|质检|抽查|检查)?(达标|合格)率|抽查合格(率|比例)|达标(比例|情况)"
        ),
        En(
            Part.Metric,
            "standardMetRate",
            $@"({Share} of [a-z' ]{{0,50}}?)?(that )?(met|meet|meets|meeting|reached|fulfilled) (the |our )?(service )?standards?|(service )?standards?[- ](met|attainment|achievement|compliance|fulfil?lment|pass)( (rate|score|percentage))?|standard rate|(inspection )?pass rate"
        ),
        Zh(
            Part.Metric,
            "rectificationOnTime",
            "整改的?(通知|工单|任务|单)?的?(是否|有没有)?(按期|按时|及时|准时|如期)(完成|回复|整改|办结|落实)?的?(率|性|比例|情况|吗)?|(按期|按时|及时|准时|如期)(完成)?整改的?(率|比例)?|整改(完成)?率"
        ),
        En(
            Part.Metric,
            "rectificationOnTime",
            @"(rectification|corrective action|correction)( notice)?s?( (were|was|are|is|been|done|completed|answered|finished|replied|rate|delivered|made))* (on|in)[- ]time( (rate|percentage|share))?|on[- ]time rectifications?( (rate|percentage|share))?|rectifications? (timeliness|punctuality|on-time)( rate)?|rectification rate"
        ),
        // States laid over the others, of which no list is kept by itself.
        Zh(
            Part.UnsupportedMetric,
            "state",
            "(已经?|被)?(挂起|暂停|搁置)(中|着|状态)?的?(?=投诉|工单|案件|单子|有|件|几|多少|$)|(((已经?|被)升级)|升级[过了])的?(?=投诉|工单|案件|单子|有|件|几|多少|$)|等(配件|备件|第三方|供应商)的"
        ),
        En(Part.UnsupportedMetric, "state", "on hold|paused|suspended|escalated"),
        // Named, but not among the figures: an honest refusal is better than the nearest one.
        Zh(Part.UnsupportedMetric, "overdueRate", "(逾期|超期|超时|逾时)的?(率|比例|占比|比率)"),
        En(Part.UnsupportedMetric, "overdueRate", $@"overdue (rate|ratio|percentage|share)|{Share} of [a-z' ]{{0,40}}?overdue"),
        Zh(
            Part.UnsupportedMetric,
            "firstResponseRate",
            "(首次)?(响应|回复|回应)的?及时率|受理(确认)?及时率|到场及时率|一次(性)?解决率|(首次|一次)解决率|承诺兑现率"
        ),
        En(
            Part.UnsupportedMetric,
            "firstResponseRate",
            @"first[- ]response (timeliness|rate)|acknowledge?ment rate|on-?site timeliness|first[- ](contact|time|plan) (resolution|success|fix)( rate)?|promise(s)? kept( rate)?"
        ),
        Zh(Part.UnsupportedMetric, "complaintRate", "投诉率|客诉率|(撤诉|升级)率"),
        En(Part.UnsupportedMetric, "complaintRate", "complaint rate|escalation rate|withdrawal rate"),
    ];
}
