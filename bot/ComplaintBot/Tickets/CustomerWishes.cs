using System.Text.RegularExpressions;
using Understanding.Writing;

namespace ComplaintBot.Tickets;

/// <summary>Words by which a customer asks for more than the talk of intake knows: to go on with an ended complaint, to appeal, to
/// bring it to somebody higher.</summary>
internal static partial class CustomerWishes
{
    /// <summary>"重新处理", "我要申诉", "reopen it", "I do not agree": an ended complaint shall go on.</summary>
    public static bool GoOn(string text) => Again().IsMatch(CharacterFolding.Fold(text));

    /// <summary>"找你们领导", "escalate", "I want to talk to your manager".</summary>
    public static bool GoHigher(string text) => Higher().IsMatch(CharacterFolding.Fold(text));

    [GeneratedRegex(
        "重新(打开|开启|处理|受理|审核)|再(打开|处理)|重启|重开|申诉|我不(同意|服|认可)"
            + @"|\bre-?open|open (it |this )?again|\bappeal\b|\bdisagree\b|do not agree|don't agree",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Again();

    [GeneratedRegex(
        @"升级(处理|投诉|上报)|(找|叫|要见)(你们)?(的)?(经理|领导|主管|老板|负责人)|\bescalate\b|(speak|talk) (to|with) (your |a |the )?(manager|supervisor|boss)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Higher();
}
