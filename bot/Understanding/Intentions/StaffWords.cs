using System.Text.RegularExpressions;
using Understanding.Staff;
using Understanding.Staff.Chasing;

namespace Understanding.Intentions;

/// <summary>What staff type: a short word, their tickets, a card verb with its inputs, a complaint to log.</summary>
internal static partial class StaffWords
{
    /// <summary>What the text commands; null when it is a question or nothing known.</summary>
    public static Meaning? Of(string text, string folded, Slots slots, Context context)
    {
        if (Small(folded) is { } small)
            return new() { Intent = small };
        if (ChaseWords.Read(text, context.Organisation) is not null)
            return new()
            {
                Intent = Intents.Act,
                Slots = new() { Verb = "chase", Ticket = slots.Ticket },
            };
        if (
            StaffCommands.Read(CommandText.Of(text, folded, context.Now, context.Organisation), new() { Ticket = slots.Ticket })
                is { } command
            && !IsAboutOthers(command)
        )
            return new() { Intent = Intents.Act, Slots = command };
        if (Customer().IsMatch(folded) && !Asked().IsMatch(folded))
            return new() { Intent = Intents.Complain, Slots = slots };
        if (Mine().IsMatch(folded) && !Asked().IsMatch(folded))
            return new() { Intent = Intents.Mine };
        if (slots.Ticket is not null && (folded.Length < slots.Ticket.Length + 12 || StatusWord().IsMatch(folded)))
            return new()
            {
                Intent = Intents.Status,
                Slots = new() { Ticket = slots.Ticket },
            };
        return null;
    }

    /// <summary>True when the words ask, whatever about.</summary>
    public static bool IsQuestion(string folded) => Question().IsMatch(folded);

    /// <summary>True when the words say outright that a complaint is to be logged.</summary>
    public static bool IsLogging(string folded) => Logging().IsMatch(folded);

    // "指派给李伟的未结" asks for what somebody has.
    private static bool IsAboutOthers(Slots command) =>
        command.Verb == "assign" && command.Inputs.TryGetValue("to", out var to) && to.Contains('的', StringComparison.Ordinal);

    private static string? Small(string folded) =>
        Help().IsMatch(folded)
            ? Intents.Help
            : SmallTalk.Of(folded) switch
            {
                Intents.Cancel => Intents.No,
                (Intents.Yes or Intents.No or Intents.Greeting or Intents.Thanks) and var said => said,
                _ => null,
            };

    [GeneratedRegex(
        @"^(帮助|怎么用|如何使用|使用说明|你(能|会|可以)(做|干|帮)(些|我|点)?(什么|啥|做什么|嘛|吗)?|你(能|会|可以)(干嘛|干啥|干什么)|有(什么|哪些)(功能|命令|指令)|功能|命令|指令|说明|菜单|help|help me|\?|？|what can (you|i) (do|ask|say)( here| for me)?|what do you do|how can you help( me)?|who are you|how do(es)? (this|i use this|it) work|how do i use (this|you|the bot)|commands?|menu|instructions)[?？!！.。 ]*$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Help();

    [GeneratedRegex(
        @"(^我的?(待办|工单|投诉|任务|单子|案件|活)|我的待办|我手上|我名下|我负责的|我有(什么|哪些|几)|我(今天|现在|这周|本周|明天|接下来|手头)?(要|该|得|需要|应该|有什么要|还要)(做|处理|办|跟进|干)(点|些)?(什么|哪些|啥)|(今天|现在|这周|本周)(要|该|得|需要)(我)?(做|处理|办|跟进|干)(点|些)?(什么|啥)|我的活儿?|我的(工作|事情|事|案子|客诉|清单|队列)$|(该|要)我(处理|做|办)|待我(处理|办)|\b(my|mine) (open |current |own |pending )?(tickets?|queue|complaints?|tasks?|work|cases?|to-?dos?|list)\b|what do i have|what('s| is) on my (plate|desk|list)|assigned to me|what (should|must|do) i (do|work on|have to do|need to do)( today| now| next)?|what('s| is) (next|waiting) for me|anything for me|my turn|^mine$)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Mine();

    [GeneratedRegex(
        @"(的[^，,。;；!？?]{0,8}(投诉|工单|客诉|申诉|案件|单子|件)(有哪些|列表|清单)?$|的未结的?$|未结|几件|多少|[投客]诉(总)?量|(这个?|本|上个?|下个?|每个?)季|数量|件数|总数|哪个|排行|趋势|及时率|解决率|满意度|统计|导出|逾期|超时|到期|上个?月|上周|本月|本周|今年|昨天(收|办)|how many|which|rate|trend|export|overdue|due |late|average|last (week|month|year)|this (week|month|year)|by (department|category|owner))",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Asked();

    [GeneratedRegex(
        @"((客户|顾客|用户|住户|旅客|有人|一位|某|先生|女士|小姐|太太|大爷|大妈|阿姨|老板|公司|项目部)\w{0,6}(来电|打电话|打来|致电|反映|反馈|投诉|申诉|抱怨|说|称|到店|来店|来访|上门|来信|写信|来函|发邮件|在柜台|在窗口|要投诉|口头)|帮.{0,8}(客户|顾客|用户|他|她|人).{0,4}(登记|投诉|报|记|提)|代(客户|顾客|用户|为)|登记.{0,6}(投诉|客诉|案件)|(录入?|新建|建|开|提|记)(一个|一件|一张|一条|个|张|件|条)?(新的?)?(投诉|客诉|工单)|\b(customer|caller|client|guest|passenger|resident|tenant|user|lady|gentleman|man|woman|someone|mr\.?|mrs\.?|ms\.?)( [a-z'-]+){0,4} (called|calls|phoned|rang|says|said|complains|complained|complaining|came|wrote|writes|emailed|reports|reported|is complaining|at the counter|on the phone|on the line|visited|wants to complain|walked in|told (me|us))|log (a|this|the|new)( new)? (complaint|case|ticket)|(file|open|create|register|record|enter) (a|this|new)( new)? (complaint|ticket|case)|on behalf of)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Customer();

    [GeneratedRegex(
        @"(进度|状态|怎么样|到哪|如何了|情况|查|看|打开|调出|显示|详情|谁在|status|progress|show|open|look|check|details?|how is|what('s| is)|where|who|update|find|pull up|see)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex StatusWord();

    [GeneratedRegex(
        @"(几件|多少|哪些|哪个|哪一|有没有|谁的|最多|最少|超时|逾期|未结|在办|没处理完|未处理|及时率|解决率|满意|趋势|排行|统计|列出|导出|投诉.{0,8}(\?|？|吗|呢)$|how many|\bopen\b|overdue|\blate\b|\brate\b|trend|top \d|export|complaints?|tickets?|cases)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Question();

    [GeneratedRegex(
        @"^((please|can you|could you|i want to|i need to|i'd like to) )?(log|register|record|enter|file|open|create|lodge|raise|start|make) (an?|this|the new|new)( new)? (complaint|case|ticket)\b(?!s)|^(请|麻烦|帮我|帮忙|我要|我想)*(登记|录入|录|新建|新增|建|开)(一?[个件张条份])(新的?)?(投诉|客诉|工单|案件)|^(请|麻烦|帮我|帮忙|我要|我想)*(登记|录入|新建)(投诉|客诉|工单|案件)($|[:,，。])",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Logging();
}
