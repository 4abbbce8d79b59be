using Understanding.Questions.Reading;
using static Understanding.Questions.Words.Entry;

namespace Understanding.Questions.Words;

/// <summary>What kind of answer is wanted, in which form, and whether the question leans on the one before.</summary>
internal static class AskWords
{
    private const string Unit = "(件|个|条|起|宗|单|笔|张|例|家|份|封)";

    public static readonly IReadOnlyList<Entry> All =
    [
        Zh(
            Part.HowMany,
            "",
            $"(有|是|占|还剩|还有|剩)?(多少|几){Unit}?(?!天|小时|分钟|时间|钱|个?(月|周|星期|小时|工作日))|(?<!最|评|分)(总|件|单|个)(数量|数目|数|量)|(投诉|客诉|案件|工单|来件|收件|受理|新增)的?(总)?(数量|数目|件数|总数|总量|量|数)|(?<=结案|办结|关闭|逾期|超期|超时|未结|在办|待办|积压|重开|撤诉)(数量|件数|数|量)|数量|件数|总数|总量|数目|一共|总共|共计|合计|总计|计数"
        ),
        En(
            Part.HowMany,
            "",
            @"how many|(the )?(total )?(number|count|amount|quantity|volume|tally|sum)( of)?|(in )?total|count(ed|ing)?|how much|complaint (volume|count|numbers?|totals?)|volumes?|(complaint|ticket|case)s? (volume|count|number|total)s?"
        ),
        Zh(
            Part.List,
            "",
            "有(什么|啥)|(有|是|都|分别)*(哪些|哪几(件|个|条|单|起|笔))(件|个|单|案件)?|列(出|一下|个|表|出来)?(来)?|清单|明细|列表|名单|(给我|让我|我(想|要))?(看一?[看下]|查看|查一?[查下]|查询|查出|显示|展示|找出|找一?[找下]|调出|拉一?[下个出]|看到)|有没有|哪(件|单|条|起)|情况"
        ),
        En(
            Part.List,
            "",
            @"list( of| out)?|show( me| us)?|display|see|view|give (me|us)|get( me| us)|find|which|what( is|'s| are|'re)?|(are|is) there( any)?|any(thing)?|everything|tell me( about)?|look up|pull( up)?|let me see|details?( of)?|bring up|fetch"
        ),
        Zh(
            Part.Export,
            "",
            "(导|汇|输)出(来|一下|去)?|导(?=成|为|到|一份|个)(一份)?|下载(一下|一份)?|转(成|存)|存(成|为)|另存|生成(一?[个份])?(?=(excel|表格|文件|csv|xlsx))|(发|给)我(一?[个份])?(?=(excel|csv|xlsx))"
        ),
        En(
            Part.Export,
            "",
            @"export(ed|s)?( (it|them|this|that|these|those|all|everything))?|download|save( it| them| this)? (as|to)|dump|extract|(put|turn|convert|make|get|have) (it|this|that|them|these|those) (in(to)?|as|to) (an? )?(?=(excel|csv|xlsx|spreadsheet|file))|(send|give|mail|e-?mail) (me |us )?(it|them|this|that|these) as( an?)?(?= (excel|csv|xlsx|spreadsheet|file))|as a file|in a file"
        ),
        Zh(Part.Trend, "", "趋势|走势|走向|变化(情况|趋势|曲线)?|演变|波动|曲线|发展(情况)?|起伏|随时间"),
        En(
            Part.Trend,
            "",
            "trend(s|ing)?( of| in| for)?|over time|develop(ed|ment|ments|ing|s)?|evol(ve|ved|ution|ving)|time series|progress(ion)? of|course of|history of|changed? (over|through)|going up or down|(how has|how have|how did)(?=.*(chang|develop|evolv|mov|go|gone))|moved?"
        ),
        Zh(
            Part.Format,
            "chart",
            "(画|绘制|做|出|生成|展示|换|改|用|要|以)?(成|个|张|一张|一个|一下|为)?(的)?(柱状|柱形|长条|圆饼|折线|曲线|饼状?|趋势|走势|变化|条形|分布|可视化|统计)?(图表|图形|图)(形式|展示|表示|呈现|看|显示|来看)*(?!书)|画(一下|出来?|一画)?|可视化"
        ),
        En(
            Part.Format,
            "chart",
            @"(as |in |on |with |into |draw( me)? |show( me)? |make |plot )?(it |them |this |that )?(as |in |into )?(an? |the )?((line|bar|column|pie|trend) )?(chart|graph|diagram|plot|curve)(ed|s)?|plot(ted)?|draw|visuali[sz]e|graphically|visually"
        ),
        Zh(Part.Format, "csv", "(格式|文件|形式)?(成|为)?(?<![a-z])csv(?![a-z])(文件|格式|表格?|档案?)?(形式)?"),
        En(Part.Format, "csv", "(as |to |in |into )?(an? )?csv( file| format)?|comma[- ]separated( file| values)?"),
        Zh(
            Part.Format,
            "xlsx",
            "(成|为)?(?<![a-z])(excel|xlsx?)(?![a-z])(文件|格式|表格?|档案?|工作表)?|电子表格?|试算表|(成|为|个|份)表格?(文件)?"
        ),
        En(
            Part.Format,
            "xlsx",
            "(as |to |in |into )?(an? )?(ms |microsoft )?(excel|xlsx?|spread ?sheet|workbook)( file| format| sheet| table)?s?"
        ),
        Zh(Part.Format, "card", "(用|以|成|换成|改成)?卡片(形式|显示|展示)?"),
        En(Part.Format, "card", "(as |on |in )?(an? )?(adaptive )?card"),
        Zh(
            Part.Which,
            "one",
            "(是)?(哪一?[个家位]|哪(?=类|种|一类|一种|部门|人|位|里|[天月周])|(?<!的)什么(?=部门|类|类别|类型|人|地方|地区))(是)?|(?<=是)哪里"
        ),
        Zh(Part.Which, "some", "哪几[个家位]?(?=部门|人|类|地)|哪些(?=部门|人|类|类别|地区|地方|同事|负责人|员工|承办人)"),
        Zh(
            Part.Who,
            "",
            "(是)?谁(的)?(手上|手里|名下|那里|那边)?的?(?!的话)|哪(个|位)(人|同事|员工|负责人|承办人|经办人|处理人|专员)?(?=手|名|的)"
        ),
        En(
            Part.Which,
            "one",
            @"(which|what)( (one|single))?(?= (department|team|unit|category|type|kind|place|city|region|location|owner|person|handler|area|severity|division|employee|colleague|agent|customer level|site|town|topic|month|week|day)(?!s))|(what|which) is the|where"
        ),
        En(
            Part.Which,
            "some",
            "(which|what)(?= ((\\w+|\\d+) )?(departments|teams|units|categories|types|kinds|places|cities|regions|locations|owners|people|handlers|areas|divisions|employees|colleagues|agents|persons|months|weeks|days))"
        ),
        En(Part.Who, "", "(by )?who(m|se)?( is| has| are|'s)?"),
        // A strong cue always leans on the question before; a weak one only where the words have no subject of their own.
        Zh(
            Part.FollowUp,
            "strong",
            "(^|(?<=[,，。 ]))(那么?|再|还|也|请|然后|并|麻烦)?(帮我)?((只|仅|单独|光|就)(看|要|留|显示|列|算|保留|统计)(一?[看下]|其中)?|其中的?|(换|改|转|切)(成|为|到|看|换到)|同样(的|地)?)"
        ),
        Zh(
            Part.FollowUp,
            "strong",
            "(上面|刚才|前面|这|那)(个|些)?(结果|列表|清单|名单|问题|查询|投诉|案件|单子)?(里面?|中|当中|之中)的?|(这|那|它|他)(些|们)(里面?|中|当中|之中)?的?|就好|就行|就可以了?|即可"
        ),
        Zh(Part.FollowUp, "weak", "^(那么?|再(看一?[看下]|来|给|分|把|缩小到|限定|筛选?)?|加上|另外|也|还)|(呢|的话)(?=[?？。!！ ]*$)"),
        Zh(Part.FollowUp, "strong", "^(那么?[^多几哪谁怎]{1,12}|[^多几哪谁怎,，]{1,8})呢(?=[?？。!！ ]*$)"),
        En(
            Part.FollowUp,
            "strong",
            @"(?<=^(please |ok |okay |now |so |then |and )*)(only|just the|just those|just|what about|how about|what of|same( thing| question| again)?( (for|but|with))?|instead|show only|show just|only show|filter( (it|this|that|them))?( (by|to|for|on))?|narrow( (it|this|that|them))?( down)?( to)?|restrict( (it|this|that|them))?( to)?|limit( (it|this|that|them))? to|make (it|that)|change( (it|that))? to|switch to|include only|keep only)"
        ),
        En(
            Part.FollowUp,
            "strong",
            @"(of|among|out of|from|in) (those|these|them|that list|this list)|(sort|order|group|split|break|export|put|turn|convert|send|send me|give me|draw|show|plot|compare|list|download|save|rank) (it|them|those|these|that|this)(?! (week|month|year|quarter))|(the )?same (one|list|period|question)|instead|as well|only(?=\W*$)"
        ),
        En(Part.FollowUp, "weak", @"(?<=^)(and|but|now|also|then|again|as|in|by|for|with|without)(?= )|them|those|these|too(?=\W*$)"),
    ];
}
