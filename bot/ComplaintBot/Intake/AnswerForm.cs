using System.Text.RegularExpressions;
using Understanding.Writing;

namespace ComplaintBot.Intake;

/// <summary>What the form of an answer tells, whatever it is about: a question, no words at all, "I don't know", a correction,
/// enough of being asked.</summary>
internal static partial class AnswerForm
{
    /// <summary>True for a question back.</summary>
    public static bool IsQuestion(string text) => Question().IsMatch(Folded(text));

    /// <summary>True when there is no letter and no digit: emoji, dots, exclamation marks.</summary>
    public static bool IsWordless(string text) => !text.Any(char.IsLetterOrDigit);

    /// <summary>True for a thumb up and its like.</summary>
    public static bool IsNod(string text) => Nod().IsMatch(Folded(text));

    /// <summary>True for a face that shows anger or grief.</summary>
    public static bool IsSad(string text) => Sad().IsMatch(text);

    /// <summary>True for "are you a robot?".</summary>
    public static bool IsAboutTheBot(string text) => AboutTheBot().IsMatch(Folded(text));

    /// <summary>True for a check whether anybody is there.</summary>
    public static bool IsCheck(string text) => Check().IsMatch(Folded(text));

    /// <summary>True when somebody cannot or does not want to say.</summary>
    public static bool IsDontKnow(string text) => text.Contains("🤷", StringComparison.Ordinal) || DontKnow().IsMatch(Folded(text));

    /// <summary>True for a few Latin letters that are no word we know: a slip of the finger, hardly an answer.</summary>
    public static bool IsSlip(string text) => Slip().IsMatch(text.Trim());

    /// <summary>The clauses of a message.</summary>
    public static IReadOnlyList<string> Clauses(string text) => [.. ClauseEnd().Split(text).Select(c => c.Trim()).Where(c => c.Length > 0)];

    /// <summary>True for anger at being asked so much.</summary>
    public static bool IsFedUp(string text) => FedUp().IsMatch(Folded(text));

    /// <summary>True for the wish to stay unknown.</summary>
    public static bool IsAnonymous(string text) => Anonymous().IsMatch(Folded(text));

    /// <summary>True for "separately".</summary>
    public static bool IsSplit(string text) => Apart().IsMatch(Folded(text));

    /// <summary>True for "it is one matter".</summary>
    public static bool IsOne(string text) => One().IsMatch(Folded(text));

    /// <summary>True for the wish to fill in a form, and nothing else.</summary>
    public static bool IsForm(string text) => Form().IsMatch(Folded(text));

    private static string Folded(string text) => CharacterFolding.Fold(text).Trim(' ', '.', '。', '!', '~', ',', '，', '、', '…');

    [GeneratedRegex(
        @"[?？]$|[?？](谢谢|thanks)?$|(吗|呢|么|什么意思|为什么|为啥|干嘛)$|^(why|what for|what do you mean|how come|do you|can you|could you|are you|who are you|is this)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Question();

    [GeneratedRegex("😡|🤬|😠|😤|💢|👎|😭|😢|😞|😔|🙁|☹|😩|😫|😱|😒|🖕|😖|😣|😥", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sad();

    [GeneratedRegex(
        @"(你|您|这)(是|不是)?(不是)?(个)?(机器人|真人|人工智能|ai|人)(在)?(回复|说话|聊天)?(吗|么|吧|还是.{1,6})[?？]*$|(are you|is this|am i (talking|speaking|chatting) (to|with)) (a |an |some )?(real )?(bot|robot|machine|human|person|ai)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AboutTheBot();

    [GeneratedRegex(
        "👍|👌|✅|🆗|💯|🙆|^(好滴|好哒|好噠|好喔|好的呢|嗯嗯+|恩恩?|okie|okey|kk?|yup|aye)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Nod();

    [GeneratedRegex(
        @"^(还|你|您|有人|有没有人|客服|机器人)*(在吗|人吗|在不在|在么|在线吗|还在吗|有人吗|有人在吗|没人吗|睡着了吗?|人呢|喂+)[?？]*$|^(hello+|hi|hey|anyone|anybody|are you)( (there|still there|here|home))?\??$|^still there\??$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Check();

    [GeneratedRegex(
        @"^(我|这个|这|那个|具体|地址|单号|订单号?|账号|号码|电话)*(也|真的?|实在|现在|暂时|都|就|已经|可能)*(不太?|没|没有|记不|说不|想不|忘|找不|看不|不想|不愿|不方便|不便|不用|不需要|无可|保密|随便|都行|都可以|无所谓|你们看着办)(知道|清楚|清|记得|记|确定|了解|得|起来|上来|到|说|透露|告诉你们?|有|印象|留意|注意|带|在身边|在手边|在手上|方便|填|留)*(了|啊|呀|哦|呢|吧|啦|具体|单号|订单号?|订单|账号|号码|电话|地址|的)*$|^(i )?(really |honestly |just |also )?(don'?t|do not|dont|can'?t|cannot|can not) (kno?wo?|remember|recall|say|tell|have (it|one|that|any)|care)( (that|it|it now|right now|now|at hand|exactly|offhand|sorry))?( sorry)?$|^(sorry )?(no idea|not sure|unsure|dunno|idk|no clue|i forgot|forgot|i have no idea|whatever|anything|up to you|no (number|order|order number|account number)( here| at hand| handy)?|none at hand|not at hand|rather not( say)?|i'?d rather not( say)?|prefer not to say|keep it private)( sorry)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DontKnow();

    [GeneratedRegex(@"^[a-zA-Z]{1,6}[.!?]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slip();

    [GeneratedRegex(@"[，,。;；！!\n]|\.(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(
        @"问(这么|那么|太|好)多|别(再)?问了|不要再?问了|问(什么|个)(没完|屁)|没完没了|烦(死|不烦|透)|有完没完|能不能(快|直接)|废话|啰嗦|懒得(说|填|回)|直接(提交|登记|处理)|快(点)?(登记|提交|处理)|(stop|quit|enough|too many|so many|no more|all these) .{0,12}question|stop asking|enough already|just (submit|file|register|log|do) it|for (god|heaven)'?s sake|waste of time|get on with it",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FedUp();

    [GeneratedRegex(
        @"匿名|不(想|愿|要)?(意)?(留|透露|公开|说)(我的?)?(姓名|名字|身份)|不实名|anonymous|without (giving )?my name|keep my name out",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Anonymous();

    [GeneratedRegex(
        @"^(分开|分成|拆开|两件|两个|各自).{0,8}$|^(split|separate(ly)?|two|both|apart)( .{0,20})?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Apart();

    [GeneratedRegex(
        @"^(是?(同)?一件(事)?|合在?一起|一起(登记|处理)?|不用?分开?).{0,6}$|^(it'?s )?(one|the same|together|all in one)( .{0,20})?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex One();

    [GeneratedRegex(
        @"^(我?(想|要|可以)?(直接)?(填(个|张|一?下)?(表格?|表单)|用表格|表格|表单)(吗|吧)?|(i('d| would)? (like|prefer|want) )?(to )?(fill (in|out) )?(a |the )?form( please)?)\??$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
