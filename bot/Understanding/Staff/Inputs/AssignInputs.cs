using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Writing;

namespace Understanding.Staff.Inputs;

/// <summary>Who gets it: one ticket ("转给张敏，她熟悉") or everything that somebody has ("把王芳的全部投诉转给张敏", "王芳离职，平均分配").</summary>
internal static partial class AssignInputs
{
    /// <summary>Inputs <c>to</c> and <c>reason</c>; null for "转给李伟的投诉", which names complaints and hands nothing over.</summary>
    public static Dictionary<string, string>? One(Phrase rest, CommandText text)
    {
        var pieces = rest.Pieces();
        if (pieces is [var only] && OfSomebody().IsMatch(only.Folded))
            return null;
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (pieces is [])
            return inputs;
        inputs["to"] = NamedColleague.IdOrName(pieces[0], text.Organisation);
        if (
            NamedColleague.Id(pieces[0], text.Organisation) is null
            && Because().Match(pieces[0].Folded) is { Success: true, Index: > 0 } because
        )
        {
            inputs["to"] = NamedColleague.IdOrName(pieces[0].Part(0, because.Index), text.Organisation);
            inputs["reason"] = pieces[0].From(because.Index).Reason();
        }
        if (pieces.Count > 1)
            inputs["reason"] = rest.From(rest.Folded.IndexOf(pieces[1].Folded, StringComparison.Ordinal)).Reason();
        return inputs;
    }

    private static readonly Finder[] Ways =
    [
        new(Chinese()),
        new(ChineseFairly()),
        new(ChineseLeaves()),
        new(English()),
        new(EnglishFairly()),
        new(EnglishLeaves()),
    ];

    /// <summary>Inputs <c>from</c> (an aadObjectId or "me") and, unless it goes to everybody fairly, <c>to</c>. Null when the words
    /// are about something else.</summary>
    public static Dictionary<string, string>? Everything(CommandText text)
    {
        var whole = new Phrase(text.Body, text.Folded);
        var folded = CommandText.Trim(text.Folded);
        var match = Ways.SelectMany(w => w.In(folded)).FirstOrDefault();
        if (match is null || QuestionGuard.Asks(folded, 0))
            return null;
        var shift = text.Folded.IndexOf(folded, StringComparison.Ordinal);
        Phrase Of(Group group) => whole.Part(shift + group.Index, group.Length);
        var from = Mine().IsMatch(match.Groups["from"].Value) ? "me" : Exactly(Of(match.Groups["from"]), text.Organisation);
        if (from is null)
            return null;
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["from"] = from };
        if (match.Groups["to"] is { Success: true, Length: > 0 } to && !Everybody().IsMatch(to.Value))
            inputs["to"] = NamedColleague.IdOrName(Of(to), text.Organisation);
        return inputs;
    }

    private static string? Exactly(Phrase name, Organisation organisation) => NamedColleague.Id(name, organisation);

    [GeneratedRegex(@"^(我|我自己|本人|my|mine|me|i)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Mine();

    [GeneratedRegex(
        @"^(大家|所有人|其他人|其他同事|同事们?|别人|部门|组里|团队|everybody|everyone|(the )?(others|team|colleagues|department|rest))",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Everybody();

    [GeneratedRegex(@"\s(because|since|as|for)\b|因为|由于", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Because();

    [GeneratedRegex($"^.{{1,12}}的.{{0,6}}{Things}$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex OfSomebody();

    private const string Things = "(投诉|工单|案件|案子|单子|客诉|单|件|工作|待办|活)";

    [GeneratedRegex(
        $"^(?<from>[^,。:;的]{{1,20}}?)(手上|名下|手里|负责|那边|现在)*的?(全部|所有|一切|剩下|剩余)?的?(在办|未结|未完成|没处理完)?的?{Things}?(全部|都|全)?(转派|转交|移交|改派|指派|交接|转|派|交|移)(给|到)(?<to>[^,。;]+)$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(
        $"^(((重新|平均|公平)(分配|分派)|交接|移交)(一下)?(?<from>[^,。:;的]{{1,20}}?)(手上|名下|手里|负责)?的?(全部|所有|剩下)?的?{Things}|(?<from>[^,。:;的]{{1,20}}?)(手上|名下|手里|负责)?的?(全部|所有|剩下)?的?{Things}(全部|都|全)?(重新分配|重新分派|分给|平均分|公平分|分掉|分派|分配|交接)(出去|掉|配|派)?(给|到)?[^,。;]{{0,8}})$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex ChineseFairly();

    [GeneratedRegex(
        $"^(?<from>[^,。:;的]{{1,20}}?)(已经?|要|即将|马上|将|今天|明天|下周|下个?月)*(离职|辞职|离开|调走|调离|请长假|休长假|休产假|退休)了?[,。\\s]*(把|将)?(他|她|其|他们)?(手上|名下|手里)?的?(全部|所有|剩下)?的?{Things}?(全部|都)?(重新分配|重新分派|平均分配|平均分|公平分配|分给|分掉|分配|分派|交接|移交|转给|转交|交给)(给|出去)?(?<to>[^,。;]*)$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex ChineseLeaves();

    [GeneratedRegex(
        @"^(hand|transfer|reassign|assign|move|give|pass)( over)? ((all|everything|every)( of)?( the)?( (open )?(complaints|tickets|cases|work))?( of| from| owned by)? (?<from>[^,;]+?)(?<!\bto)('s)?( (open )?(complaints|tickets|cases|work|queue))?|(?<from>[^,;]+?)('s| own)? (open )?(complaints|tickets|cases|work|queue))( over)? to (?<to>[^,;]+)$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex English();

    [GeneratedRegex(
        @"^(distribute|redistribute|share out|spread|split|reassign|hand over)( all( of)?)? (?<from>[^,;]+?)('s)? (open )?(complaints|tickets|cases|work|queue|load)( fairly| evenly| among [^,;]+| across [^,;]+| to (the )?(team|others|colleagues))*$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex EnglishFairly();

    [GeneratedRegex(
        @"^(?<from>[^,;]+?) (is leaving|has left|left|leaves|is gone|quits?|has quit|resigned|has resigned|retires|has retired|is going on leave)[^,.;:]*[,.;:]?\s*(so )?(please )?(hand over|distribute|redistribute|reassign|share out|split|spread|hand|transfer|give)( all( of)?)? (his|her|their|the) (open )?(complaints|tickets|cases|work|queue)( over)?( fairly| evenly| among [^,;]+)?( to (?<to>[^,;]+))?$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex EnglishLeaves();
}
