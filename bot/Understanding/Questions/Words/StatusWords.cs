using Understanding.Questions.Reading;
using static Understanding.Questions.Words.Entry;

namespace Understanding.Questions.Words;

/// <summary>States, lateness, reopening: how far a complaint has come.</summary>
internal static class StatusWords
{
    private const string NotYet = "(还|仍|仍然|尚|都|一直)?(没有|没|未|尚未|还未|仍未|未曾)(被|有|能|给|人)?";
    private const string Done =
        "(处理|解决|关闭|关掉|关单|关|结案|结单|结掉|结|办结|办|完成|完结|了结|搞定|处置|弄|做|闭环|销案|收尾|落实)(完成|完毕|完|好|掉|结束|结)?";
    private const string DoneEn = "(closed|resolved|finished|done|solved|handled|settled|completed|dealt with|fixed|concluded|processed)";
    private const string NotEn = "(not|n't|never)( yet)?( been)?( yet)?";

    public static readonly IReadOnlyList<Entry> All =
    [
        Zh(
            Part.Status,
            "open",
            $"{NotYet}{Done}(的)?|未结(案|单|束)?|(仍|还)?(在办|待办|在途)(量)?|待处理|待解决|(还)?(开着|挂着|悬着)的?|积压(量)?|悬而未决|(?<=(手|里|上|头|部|组))压[着了]|压着|堆着|手头上?的?"
        ),
        En(
            Part.Status,
            "open",
            $@"(still )?open|unresolved|unsolved|unfinished|outstanding|pending|un-?closed|unsettled|unhandled|uncompleted|incomplete|ongoing|active|backlog|(are|is|have|has|were|was|that|still)?( still)?(n't|(?<![a-z])not| not)( yet)?( been)? {DoneEn}( yet)?|(still |yet )?to be {DoneEn}|still (being|running|waiting)|in the queue|left to do"
        ),
        Zh(
            Part.Status,
            "received",
            $"待受理|待派单|待分派|待分配|待指派|{NotYet}(受理|派单|派人|派出|分派|指派|分配|分给|安排)(出去|给人|人|负责人)?|无人(受理|负责|认领)|没(有)?人(受理|负责|认领|接手)|没(有)?(负责人|承办人)|(还)?没(有)?人(接|管|领|处理)(单)?的?|未派(单|出)?的?"
        ),
        En(
            Part.Status,
            "received",
            $@"unassigned|un-?triaged|(have|has|are|is|were)?(n't|(?<![a-z])not| not)( yet)?( been)? (assigned|dispatched|triaged|allocated)( yet)?|(waiting|awaiting)( for)?( to be)? (assigned|assignment|triage|dispatch|an owner)|without (an |any )?owner|(have |has )?no owner|nobody owns|ownerless|status received"
        ),
        Zh(
            Part.Status,
            "assigned",
            "已派单|已分派|已指派|已分配|待接单|待接收|待签收|派单(后)?(未接|没接)(单)?|(还没|未|没有|没)(接单|签收|接收)|已派出?|派了(还|却)?(没|未)(人)?接的?"
        ),
        En(
            Part.Status,
            "assigned",
            "assigned(?! (to|by))( but (not|un)( yet)? ?accepted)?|(not yet|n't yet) accepted|not accepted (yet|by (the )?owner)|(waiting|awaiting)( for)?( to be)? (acceptance|accepted)"
        ),
        Zh(Part.Status, "investigating", "(正在|在|还在)?(被)?调查(中|阶段|当中|之中|的)?|查原因"),
        En(Part.Status, "investigating", "(under|in) investigation|(being )?investigat(ed|ing)|investigation"),
        Zh(
            Part.Status,
            "planning",
            "(正在|在|还在)?(制定|制订|拟定|拟|定|出)(处理|整改|解决)?方案(中|阶段|的)?|方案(制定|制订|拟定)(中|阶段)?|(待|等)(出|定)?方案|规划中"
        ),
        En(
            Part.Status,
            "planning",
            "(in |being )?planning|being planned|(waiting for|awaiting|need(s|ing)?|without|lacking) a plan|planned"
        ),
        Zh(Part.Status, "inProgress", "(正在|还在|在)?(处理|办理|执行|处置)(中|当中|之中)|(正在|还在|在)(处理|办理)的?|进行中"),
        En(
            Part.Status,
            "inProgress",
            @"in[- ]progress|being (handled|processed|worked on|executed|dealt with)|under ?way|work in progress|(currently )?worked on"
        ),
        Zh(
            Part.Status,
            "awaitingConfirmation",
            "(待|等待|等着|等|在等|需要?)(客户|顾客|用户)(来)?的?(确认|答复|回复|反馈|点头|表态)|待确认|(?<=(卡|停|处)[在于])(客户)?确认|(客户|顾客)?(还没|未|没有|没)确认的?"
        ),
        En(
            Part.Status,
            "awaitingConfirmation",
            @"(waiting|awaiting|await|wait|pending)( (for|on))?( (the|a|our))? (customers?|clients?)?('s)? ?((to )?confirm(ation)?|feedback|answer|reply|approval)|(waiting|wait) (for|on) (the |our )?(customer|client)s?|to be confirmed|unconfirmed|(waiting for|awaiting|pending) confirmation|not( yet)? confirmed( yet)?"
        ),
        Zh(
            Part.Status,
            "closed",
            "(?<!未|没|没有|不|尚)(已经|已|都|被|全部)?(结案|结单|办结|关闭|关单|关掉|完结|了结|解决(?!方案)|处理(完成|完毕|完|好|掉)|办完|办好|完成|闭环|销案|结束|归档)(了|掉)?|(?<=[^没未不])(结|关|办|处理)(了|掉)(?=多少|几|哪)"
        ),
        En(
            Part.Status,
            "closed",
            @"closed|resolved|solved|finished|completed|settled|concluded|archived|(?<=(did|do|we|they|he|she|i|to|can|could|who|team|department) |(did|do|does|has|have|can) [a-z' -]{1,40} )(close|resolve|solve|finish|complete|settle|wrap up|get (done|closed))|closes|closures?|closing|finished|wrapped up"
        ),
        Zh(Part.Status, "withdrawn", "(已经|已|被)?(客户)?(撤诉|撤销|撤回|撤案|撤单|撤掉|撤)(了|的)?"),
        En(Part.Status, "withdrawn", "withdrawn|withdrew|withdraw|retracted|taken back|cancell?ed"),
        Zh(Part.Status, "notAccepted", "(不予|不|拒绝|未予|没予)受理|(被|已)?(拒绝|驳回|拒掉|拒)(了|的)?|不(被)?接受"),
        En(Part.Status, "notAccepted", "not accepted|rejected|refused|declined|turned down|dismissed|reject|non-?accepted"),
        Zh(Part.Status, "merged", "(已经|已|被)?(并案|合并|归并|并入|并单)(了|的)?"),
        En(Part.Status, "merged", "merged|combined|consolidated|joined into another"),
        Zh(
            Part.Overdue,
            "",
            "(已经|已|都)?(逾期|超期|超时|逾时|过期|误期|脱期|拖期|超限|(超过|超出|过)了?(规定的?)?(处理)?(期限|时限|截止(日期|时间)?|到期日|规定时间|时间|deadline))(了|未结案?|未办结?|未完成|没办结?|没结案?|没完成|未关闭|未处理|没处理完?|还没[办处结]\\w{0,2})?|(已经)?(耽误|拖延|延误|拖太久|拖了很久)(了|的)?|没有?(按时|按期|及时|如期|准时)(处理|办结|完成|解决|结案)(的|完)?|未(按时|按期|及时|如期|准时)(处理|办结|完成|解决|结案)(的)?"
        ),
        En(
            Part.Overdue,
            "",
            @"over-?due|past( (their|the|its|our))? (due|deadlines?)( dates?)?|(running |are |is |being |too )?late(?! (last|in|on))|behind schedule|((has|have|that|which|already) )?(missed|missing|exceed(ed|ing|s)?|breach(ed|ing|es)?|overshot|over|beyond|passed|blown|ran past|gone past)( (the|their|its|a))? (deadlines?|due dates?|sla|time limits?|promised (date|time))|out of (time|sla)|delayed|sla breach(es)?|breached|belated"
        ),
        Zh(
            Part.Reopened,
            "",
            "(被)?(重开|重启|重新打开|重新开启|重新开案|再次打开|再次开启|复开|重新处理|重新办理|返工)(过|了)?(一次|几次)?(的)?"
        ),
        En(Part.Reopened, "", "re-?opened|re-?opens?|(were|was|been) opened again|opened again|re-?opening"),
        Zh(
            Part.DueWord,
            "",
            "(必须|务必|得|要|应该?|该)(要)?(处理|解决|办|结案|完成|关闭|关)(完|好|掉|完成|完毕)?(?=的|有|$)|(要|将|就|快|会|该|应)?(到期|截止|期满|届满|到截止|到时限|到期限|要办完|要结案|要完成|须完成|应完成)"
        ),
        En(
            Part.DueWord,
            "",
            "(is |are |be |falls? |falling |fell |comes? |coming |becom(es?|ing) |that'?s )?due( date)?|deadlines?|expir(es?|ing)|must be (done|closed|finished|resolved)"
        ),
        Zh(
            Part.ReceivedWord,
            "",
            "(新|刚)?(收到|接到|受理|收了?|来了?|进来|提交|登记|接收|报上来|新增|新来|录入|发生|产生|打来)(过|了)?(的)?"
        ),
        En(
            Part.ReceivedWord,
            "",
            "receiv(ed?|ing)|(came|come|coming|comes) (in|through)|(came|come|coming) from|got|get(?! (me|a|the|an))|filed|logged|submitted|raised|new|arriv(ed?|ing|als?)|reported|taken in|incoming|registered|lodged|recorded|entered"
        ),
    ];
}
