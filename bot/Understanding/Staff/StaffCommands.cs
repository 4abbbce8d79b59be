using System.Text.RegularExpressions;
using Complaints.Procedure;
using Understanding.Staff.Inputs;
using Understanding.Writing;

namespace Understanding.Staff;

/// <summary>Reads what staff type instead of pressing a button: every verb of the procedure, in simplified and traditional Chinese
/// and English. The command stands at the beginning;
/// somewhere in a sentence the same word is only talk.</summary>
internal static partial class StaffCommands
{
    // In this order: what is said by more words stands before what is said by fewer ("不予受理" before "受理").
    private static readonly TypedCommand[] Commands =
    [
        new(
            Verbs.NotAccept,
            "不予受理|不受理|不予立案|驳回(这件|此|该)?投诉|拒绝受理",
            "(do not|don't|not) accept(ed)?|refuse( to accept)?|dismiss|reject (the|this) (complaint|case|ticket)",
            Text("reason")
        ),
        new(
            Verbs.CloseUnresolved,
            "(按|以)?未解决结案|无法解决,?\\s*结案|(未|无法|不能)达成一致,?\\s*结案|协商不成,?\\s*结案|强制结案",
            "close( it| this)?( as)? (unresolved|unsolved|without agreement)",
            (rest, _, _) => QualityInputs.Two(rest, "reason", "offer", QualityInputs.Offer())
        ),
        new(
            Verbs.Rectified,
            "整改(验收|验证|复核)?(不通过|不合格|未通过|通过|合格|驳回)|(验证|验收|复核)整改(不通过|不合格|通过|合格)|整改(回复|回覆|答复|已?完成|情况|反馈)|已经?整改(完成|完毕|好)?",
            "rectification (done|reply|answer|verified|passed|accepted|rejected|failed|not (ok|accepted|good enough))|(verify|accept|reject) (the )?rectification|rectified",
            (rest, _, words) => QualityInputs.Rectified(rest, words)
        ),
        new(
            Verbs.Rectify,
            "(发|下|开|下达|发出|开具)(一?[张份个])?整改(通知)?[单书]?给?|整改(通知|要求)?[单书]?给?",
            "(send |issue )?(a )?rectification( notice)?( to| for)?|rectify",
            (rest, text, _) => rest.IsEmpty ? null : QualityInputs.Rectify(rest, text)
        ),
        new(
            Verbs.Part,
            "(我们?部门的?)?协办(结果|意见|回复|完成)",
            "(our )?part( is)?(?=\\s*[:：])|our (answer|part|findings?)",
            Text("text")
        ),
        new(
            Verbs.Panel,
            "(请)?(部门)?(协办|会办|会签)",
            "panel|ask (the )?department",
            (rest, text, _) => rest.IsEmpty ? null : QualityInputs.Panel(rest, text)
        ),
        new(Verbs.Emergency, "(紧急|应急|临时)(对策|措施)", "emergency (measure|action)|containment( measure)?", Text("measure")),
        new(
            Verbs.Emergency,
            "(这是|属于|是)?(一起|一个|起)?(上报|宣布|申报|报告|启动|进入|转入|声明|列为|标记为|升级为)?(突发事件|紧急事件|突发情况|应急预案|应急响应|应急流程|应急机制|应急程序|应急处置|紧急预案)|(启动|进入|转入|开启)(应急|紧急响应|紧急流程)(处理|状态)?",
            "(declare( it| this)?( as)? |(this |it )?is |raise )?(an )?emergency",
            Text("reason")
        ),
        new(
            Verbs.Grade,
            "(把|将)?(投诉|问题)?(类别|分类|类型)\\s*(改|更改|更正|调整?|变更|应该|应|定)*(为|成|到|是)|(重新)?(归类|分类)(为|成|到)",
            "(set|change|correct|fix)( the)? category( to| as)?|category( to| is| should be)|re-?categori[sz]e( it| this)?( as| to)?|file( it| this)? under",
            (rest, _, _) => GradeInputs.Category(rest)
        ),
        new(
            Verbs.Grade,
            $"(严重|问题|客户)?(级别|等级|严重程度|严重度|程度|优先级)\\s*(改|调整?|定|升|降|变更|设|提高|提升|降低|高|低|上)*(为|成|到|至|是)?(?=\\s*:?\\s*({GradeInputs.Values}))|(改级别|定级|改等级)(为|成|到)?|(改|调整?|定|升级?|降级?|提高|列|设|标记?)(为|到|成)(?=\\s*({GradeInputs.Values}))|客户(改为|升为|是|为)(?=\\s*(vip|重点|重要|普通|key))",
            $"(set|change|raise|lower|adjust|upgrade|downgrade|make|regrade|grade|mark)( it| this)?( the)?( severity| grade| level| priority)?( customer| customer level| level)?( to| as| is)?(?=\\s*:?\\s*({GradeInputs.Values})\\b)|(severity|grade|customer level|level|priority)( to| is)?(?=\\s*[:=]?\\s*({GradeInputs.Values})\\b)",
            (rest, _, words) => GradeInputs.Read(rest, words)
        ),
        new(
            Verbs.Visit,
            "(已)?(电话)?回访(结果|记录|情况)?",
            "(phone |return )?visit( result)?|follow-?up call|called (the )?customer( back)?",
            (rest, _, _) => QualityInputs.Visit(rest)
        ),
        new(Verbs.Inspect, "质检(结果)?|检查结果|抽查结果", "inspect(ion)?( result)?", (rest, _, _) => QualityInputs.Inspect(rest)),
        new(
            Verbs.Effective,
            "(预防|纠正|长期)?(措施|对策|效果)(评价|跟踪)?:?\\s*(有效|无效|失效|不佳|良好)",
            "((the )?(preventive |corrective )?(measure|prevention|action|countermeasure) (is |was )?)?(not effective|ineffective|effective|failed|did not work|void)",
            (rest, text, words) => QualityInputs.Effective(rest, words, text)
        ),
        new(
            Verbs.Report,
            "(签发|提交|写)?案例报告|签发报告|结案报告",
            "(sign |file )?(the )?case report|sign (the )?report",
            (rest, _, _) => QualityInputs.Two(rest, "text", "prevention", QualityInputs.Prevention())
        ),
        new(
            Verbs.Reopen,
            "重开|重新打开|重新开启|重启|再次打开|重新受理|重新立案|重新处理",
            "re-?open|open( it| this)? again",
            Text("reason")
        ),
        new(
            Verbs.Snooze,
            "(稍后|等会儿?|晚点|晚些|待会儿?|过会儿?|回头)(再)?(提醒|催)?(我|一下)?|(推迟|延后|暂缓|推后)提醒|.{1,14}?再?提醒(我|一下)?(?!客户)",
            "snooze|remind me",
            (_, text, words) => TimedInputs.Snooze(text, words)
        ),
        new(
            Verbs.Extend,
            "(申请)?(延期|延长|顺延|展期|展延|延后|宽限|延时|再给|多给)(期限|时限|处理时间|结果时间|时间)?|(期限|时限|结果时间)(改|延|推迟|延长|调整|延后)",
            "extend(ed)?( it| this)?( the (deadline|time|due date|promise))?|postpone( it| this| the deadline)?|(i |we )?need(s)?( \\w+){0,3} more (time|days?|hours?|weeks?)|more time|give (it|us|me)( more time)? until|push( it| the deadline)? back",
            TimedInputs.Extend
        ),
        new(
            Verbs.Unsatisfied,
            "客户(电话|来电|表示|说|回复)*(还是|仍然?)?(很|非常)?不满意|客户不(认可|接受)",
            "(the )?customer (is |was )?(still )?(not satisfied|unsatisfied|dissatisfied|not happy|unhappy|rejects|rejected)( with the result| the result)?",
            Text("reason")
        ),
        new(
            Verbs.Satisfied,
            "客户(已|电话|来电|口头|当面|回访)*(确认|表示)*(很|非常|比较)?满意了?(?![度率])|代客户确认(满意)?",
            "(the )?customer (is |was |has )?(confirmed|very satisfied|satisfied|happy|accepts|accepted)( with the result| the result)?",
            Text("comment")
        ),
        new(
            Verbs.Withdraw,
            "(客户)?(要求|申请|想要?|要|说|表示|来电|决定|已经?)*(撤诉|撤销投诉|撤回投诉)",
            "(the )?customer (withdraws|withdrew|has withdrawn|wants to withdraw)( (it|the complaint|this complaint))?|withdraw( (it|the complaint|this complaint))?",
            Text("reason")
        ),
        new(
            Verbs.AddInformation,
            "(客户)?补充(信息|资料|说明|材料|情况)?",
            "add(itional)? info(rmation)?|(the )?customer adds|more information",
            Text("text"),
            canAsk: false
        ),
        new(
            Verbs.Resume,
            "恢复(处理)?|继续处理|解除(暂停|挂起)|取消(暂停|挂起)",
            "resume|continue|take( it| this)? off hold|unhold|unpause",
            Text("reason")
        ),
        new(Verbs.Hold, "问(一下)?客户|询问客户|请客户", "ask (the )?customer", TimedInputs.Hold, canAsk: false),
        new(
            Verbs.Hold,
            "(暂停|挂起|搁置)(处理)?|等待?(?=(备件|配件|零件|第三方|厂家|厂商|供应商|到货|客户))|(与|和|跟|同)客户约(定|好)?了?|客户约(在|了|定)?",
            "(put )?(it |this )?(on )?hold|pause|wait(ing)? for(?= (the )?(customer|(spare )?parts?|supplier|vendor|third|manufacturer))|agreed with (the )?customer",
            TimedInputs.Hold
        ),
        new(
            Verbs.Approve,
            "批准(了)?(方案|计划|措施)?|同意(这个|该|\\s*的)?\\s*(方案|计划)|(方案|计划)(已)?(批准|通过|同意|可以|没问题)|(审批|审核)通过",
            "approved?( the plan| plan)?|(the )?plan (is )?(approved|ok|accepted)",
            (_, _, _) => None
        ),
        new(
            Verbs.Item,
            @"(取消|放弃|不做)措施\s*(\d+\.\d+)?|措施\s*(\d+\.\d+)?\s*(已)?(完成|做完|办完|取消)了?|\d{1,2}\.\d{1,2}\s*(号措施)?\s*(已)?(完成|做完|取消)了?|完成措施\s*(\d+\.\d+)?|已完成|完成了?|做完了?",
            @"(item|measure)\s*(\d+\.\d+)?\s*(is |was )?(done|completed|finished|cancelled|canceled|dropped)|(cancel|drop) (the )?(item|measure)s?\s*(\d+\.\d+)?|\d{1,2}\.\d{1,2} (is )?(done|completed|cancelled)|done( with)?( \d+\.\d+)?|completed|finished",
            (rest, _, words) => PlanInputs.Done(rest, words)
        ),
        new(
            Verbs.Cause,
            "(已?经?查明|找到|查到|确认)的?(根本|故障|具体)?原因(是|为)?|(故障|问题|具体)原因(是|为)?|(根本)?原因(分析)?(是|为)?|根因(是|为)?",
            "(the )?(root )?cause( is)?",
            (rest, text, _) => CauseInputs.Read(rest, text)
        ),
        new(
            Verbs.Plan,
            "(处理|解决|整改)?方案(是|为)?|措施(是|为)?|(处理)?计划(是|为)?",
            "(the )?plan( is)?|measures?",
            (rest, text, _) => PlanInputs.Plan(rest, text)
        ),
        new(
            Verbs.Progress,
            "进展(是)?|进度(?=\\s*:)|告诉客户|告知客户|通知客户|(给|向|跟|对)?(这位|该|这个)?\\s*的?(客户|顾客)(发|报|更新|反馈|同步|发送|发个|说)(一下|个|条)?(处理)?(进度|进展|消息|信息|情况)|(更新|反馈|同步|发送)(一下)?(处理)?进[度展](给客户)?(?=\\s*[:，,])|回复客户|跟客户说|转告客户",
            "progress|tell (the )?customer|inform (the )?customer|let (the )?customer know|update (the )?customer|reply to (the )?customer",
            Text("text"),
            canAsk: false
        ),
        new(
            Verbs.Resolve,
            "(处理|最终)?结果(是|为)?|办结|答复(客户)?|(问题|故障|现场)?(已经?|都)?(解决|搞定|修好|弄好|办好|办妥)了?|(已经?|都)?处理(完毕|完成|好了?|完了?)",
            "((it|this) )?(is |has been |was |'s )?(now )?(fixed|solved|repaired|sorted( out)?)|(is |has been )?resolved?|(the )?result( is)?|answer( to)?( the)? customer|answer(?=\\s*:)",
            Text("answer")
        ),
        new(
            Verbs.Note,
            "(加|写|添加|补)(上|个|一?[条个])?(内部)?备注|(内部)?备注|记一下|记录一下|记个备注",
            "(internal )?note|add (a )?note",
            Text("text"),
            canAsk: false
        ),
        new(
            Verbs.AssignAutomatically,
            "(系统)?自动(派单|分派|分配|指派|派)",
            "auto-?assign|assign( it| this)? automatically",
            (_, _, _) => None
        ),
        new(
            Verbs.Assign,
            "(重新)?(转派|转交|改派|指派|分派|分配|移交|派单|转|派|分|交|移)(给|到)|指派|改派|改由|换(成|给|由)?(?=.{1,8}(负责|处理|跟进|跟|办|接手)$)",
            "(re-?)?assign( it| this)?( to)?|transfer( it| this)?( to)|move( it| this)?( over)? to|hand( it| this)?( over)?( to)|pass( it| this)?( on)? to|give( it| this)? to",
            (rest, text, _) => AssignInputs.One(rest, text)
        ),
        new(
            Verbs.Decline,
            "退回|退单|退件|拒单|拒接|拒绝(?!受理|退)|(这|它|该件)?(不归|不是|不属于)我们?(部门|组|这边|科室)?(管|负责|处理|的)?|我?不接单?|我?不能接",
            "decline|return( it| this)?( back)?(?! visit)|send( it| this)? back|give( it| this)? back|i (can't|cannot) take( it| this)?|(is )?not (mine|ours|for us|our (job|business|department|team|product|area))|wrong (department|team)",
            Text("reason")
        ),
        new(
            Verbs.Accept,
            "((好的?|收到|行)[,，]?\\s*)?我(来|会|先)?(接手|接下|接单|接|处理|办理|办|跟进|跟|负责)(一下)?|(我来?)?(接单|接手|接受|受理|收下)",
            "(i )?(accept|take)( on)?|i('ll| will)( take| handle| do| deal with| look after| work on)|(is|it's) mine",
            (rest, _, _) => Only().IsMatch(rest.Folded) ? None : null
        ),
        new(
            Verbs.OnSite,
            "(我|师傅)?(们)?已?经?(到|抵)达?了?(客户)?(现场|家)了?|(我|师傅)?已?(上门|到场)了?",
            "(i am |i'm |we are |technician )?(arrived|on[- ]?site)( on[- ]?site| at the customer('s)?)?",
            Text("text")
        ),
        new(
            Verbs.Escalate,
            "升级(处理|上报)?|上报(给)?(领导|上级|主管|经理)?|请?(领导|主管|经理)(介入|处理|出面)",
            "escalated?( it| this)?( to (the |my )?(manager|quality|executive|boss|head))?",
            Text("reason")
        ),
    ];

    private static readonly PatternIndex Index = new([.. Commands.Select(c => c.Pattern)]);

    private static readonly Dictionary<string, string> None = [];

    /// <summary>The command with its ticket and inputs, in slots; null when the text is none.</summary>
    public static Slots? Read(CommandText text, Slots slots)
    {
        if (Merge(text, slots) is { } merge)
            return merge;
        if (AssignInputs.Everything(text) is { } handOver)
            return slots with { Verb = Verbs.Assign, Ticket = null, Inputs = handOver };
        return ListPlaces.Read(text, slots, ReadOne) ?? ReadOne(text, slots);
    }

    private static Slots? ReadOne(CommandText text, Slots slots)
    {
        var possible = Index.Possible(text.Folded);
        for (var i = 0; i < Commands.Length; i++)
        {
            var command = Commands[i];
            if (!PatternIndex.Has(possible, i) || command.Read(text) is not { } inputs)
                continue;
            var ticket = slots.Ticket ?? OfNotice(text);
            return slots with { Verb = command.Verb, Ticket = ticket, Inputs = text.Subjects.Count > 1 ? Several(text, inputs) : inputs };
        }
        return null;
    }

    // "Merge C-1 into C-2", or "merge into C-2" of the ticket last talked about.
    private static Slots? Merge(CommandText text, Slots slots)
    {
        if (text.Tickets.Count == 0)
            return null;
        var link = LinkWords().IsMatch(text.Marked);
        if ((!link && !MergeWords().IsMatch(text.Marked)) || QuestionGuard.Asks(text.Marked, 0))
            return null;
        return slots with
        {
            Verb = link ? Verbs.Link : Verbs.Merge,
            Ticket = text.Tickets.Count > 1 ? text.Tickets[0] : null,
            Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["into"] = text.Tickets[^1] },
        };
    }

    private static Dictionary<string, string> Several(CommandText text, IReadOnlyDictionary<string, string> inputs) =>
        new(inputs, StringComparer.Ordinal) { ["tickets"] = string.Join(',', text.Subjects) };

    // RN-20261123-0001-01 is a notice about C-20261123-0001.
    private static string? OfNotice(CommandText text) =>
        QualityInputs.Notice().Match(text.Folded) is { Success: true } notice ? "C" + notice.Value[2..^3] : null;

    private static Func<Phrase, CommandText, string, IReadOnlyDictionary<string, string>?> Text(string input) =>
        (rest, _, _) =>
            (input == "reason" ? rest.Reason() : rest.Text) is { Length: > 0 } said
                ? new Dictionary<string, string>(StringComparer.Ordinal) { [input] = said }
                : None;

    [GeneratedRegex(
        @"^[\s,。:!！]*(了|吧|这件|这个|这单|任务|单子|it|this|the (complaint|ticket|case))?[\s,。:!！]*$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Only();

    [GeneratedRegex(
        @"^(把|将)?\s*(§\s*)?(合并|并案|归并|并入|并)(到|入|至|进)?\s*§|^(§\s*)?(和|与|跟|同)\s*§\s*(合并|并案|归并|是同一件|重复)|^§\s*(和|与|跟|同)\s*§\s*(合并|并案|归并|是同一件|重复)|^(§:?\s*)?merged?( it| this|( the)?( complaint| ticket| case)s?)?( §)?( into| with| to| and)?( the)?( complaint| ticket| case)?\s*§|^(§:?\s*)?(is )?(a )?(duplicate of|the same as|same as) §",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex MergeWords();

    [GeneratedRegex(
        @"^(把|将)?\s*(§\s*)?(关联|链接)(到|至)?\s*§|^(§\s*)?(和|与|跟|同)\s*§\s*(关联|有关)|^(§:?\s*)?link( it| this|( the)?( complaint| ticket| case)s?)?( §)?( to| with)?\s*§",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex LinkWords();
}
