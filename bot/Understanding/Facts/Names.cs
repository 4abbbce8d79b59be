using System.Text.RegularExpressions;
using Understanding.Questions.Names;

namespace Understanding.Facts;

/// <summary>What customers call themselves: "我叫陈建国", "我姓王", "姓名：李明", "my name is Jane Doe".</summary>
internal static partial class Names
{
    /// <summary>As written, or null.</summary>
    public static string? Of(string text, string folded)
    {
        if (Told(text, folded) is { } told)
            return told;
        if (
            folded.Contains('叫', StringComparison.Ordinal)
            || folded.Contains('姓', StringComparison.Ordinal)
            || folded.Contains("我是", StringComparison.Ordinal)
            || folded.Contains("名字", StringComparison.Ordinal)
        )
            return Capture(Chinese().Match(folded), text);
        return
            folded.Contains("name", StringComparison.Ordinal)
            || folded.Contains("this is", StringComparison.Ordinal)
            || folded.Contains("i am", StringComparison.Ordinal)
            || folded.Contains("i'm", StringComparison.Ordinal)
            ? Capture(English().Match(text), text)
            : null;
    }

    /// <summary>"客户刘洋来电", "客人陈先生打电话来", "customer Mrs Brown phoned", and a name with the phone number right behind it at the
    /// beginning.</summary>
    private static string? Told(string text, string folded)
    {
        if (Calling().Match(folded) is { Success: true } calling && IsName(calling.Groups["name"].Value))
            return Capture(calling, text);
        if (CallingEnglish().Match(text) is { Success: true } english)
            return Capture(english, text);
        return WithPhone().Match(folded) is { Success: true } phoned && IsName(phoned.Groups["name"].Value) ? Capture(phoned, text) : null;
    }

    private static bool IsName(string name) => Pinyin.IsSurname(name);

    private static string? Capture(Match match, string text) =>
        match.Success ? text.Substring(match.Groups["name"].Index, match.Groups["name"].Length) : null;

    // A name of two or three characters begins with one of the common family names and ends where the clause ends.
    [GeneratedRegex(
        @"(我叫|我的名字是|我的名字叫|名字是|名字叫|名字:|姓名是|姓名为|姓名:|姓名)\s*(?<name>[\u4e00-\u9fff]{2,4}|[a-z]+( [a-z]+)?)(?=$|[\s，,。.;；、!（(])|我姓(?<name>[\u4e00-\u9fff])(?=$|[\s，,。.;；、!])|我是(?<name>[\u4e00-\u9fff]{1,3}(先生|女士|小姐|太太|老师|经理))|我是(?<name>[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文][\u4e00-\u9fff]{1,2})(?=[\s，,。.;；、!]*(电话|手机|联系|住|$|1[3-9]\d))",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"(客户|顾客|客人|用户|旅客|住户|业主|乘客|病人|患者|会员|市民|家长)(姓名|名叫|叫|是|:)?\s*(?<name>[\u4e00-\u9fff]{1,2}(先生|女士|小姐|太太|老师|经理|师傅|阿姨)|[\u4e00-\u9fff]{2,3}?)(?=\s*(今天|昨天|刚才|刚刚|刚|早上|上午|下午|晚上)?\s*(来电|打电话|打来|致电|电话|来信|写信|发邮件|反映|反馈|投诉|客诉|申诉|说|称|表示|到店|来店|到营业厅|来营业厅|到柜台|来柜台|来访|上门|要求|[,，(（]\s*(电话|手机|联系电话)?[:：]?\s*[01+]\d))",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Calling();

    [GeneratedRegex(
        @"\b([Cc]ustomer|[Cc]lient|[Cc]aller|[Gg]uest|[Pp]assenger|[Rr]esident|[Tt]enant|[Uu]ser|[Ff]or),? (named |called )?(?<name>((Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][a-z'’-]+( [A-Z][a-z'’-]+){0,2})(?=,? (phoned|called|rang|says|said|complain|came|wrote|writes|emailed|report|visited|walked|told|wants|is |was |has |\+?\d)|, (he|she|they|who)\b)",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex CallingEnglish();

    [GeneratedRegex(
        @"^\s*(?<name>[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{1,2}(先生|女士|小姐|太太))\s*[,，、:：]?\s*(手机号?|电话|联系电话|门号|tel)?\s*[:：]?\s*\+?[01]\d[\d -]{6,}",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex WithPhone();

    [GeneratedRegex(
        @"\b([Mm]y name is|[Nn]ame is|[Nn]ame:|NAME:|[Tt]his is|I am|I'm|i am|i'm)\s+(?<name>((Mr|Mrs|Ms|Dr)\.? )?[A-Z][a-z'-]+( [A-Z][a-z'-]+){0,2})(?=$|[\s,.;!])(?<!\b(Not|So|Very|Still|Really|Just|Sorry|Sick|Done|Here|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex English();
}
