using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding;

/// <summary>Recognises "why?" after an answer: 为什么 · 怎么还没处理完？ · why are they late?</summary>
public static partial class WhyQuestions
{
    /// <summary>True when a text asks for the reason of what was just shown, and names nothing else.</summary>
    public static bool Asks(string text)
    {
        var folded = CharacterFolding.Fold(text).Trim();
        return Chinese().IsMatch(folded) || English().IsMatch(folded);
    }

    [GeneratedRegex(
        @"^(那|这|请问|都)*(是)?(为什么|为何|为啥|什么原因|啥原因|原因呢|原因是什么|怎么回事|怎么搞的|卡在哪里?|问题(出)?在哪里?)(它们?|他们|这些|这几件|这件|都|还|会|这么|那么|一直)*(没|没有|不|未)?(处理完?|解决|办完|结案|办结|关闭|超时|逾期|拖延?|延误|慢|晚|这样)*(了|的|呢|啊|呀)*[?？!。.]*$|^(这些|这几件|这件|它们?)?(怎么|为什么)(都|还|会|这么|一直)*(没|没有|不|未)?(处理完?|解决|办完|结案|办结|关闭|超时|逾期|慢|晚)(了|的|呢|啊)*[?？!。.]*$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"^(and |but |so )?(why|how come|how so|what happened|what is the (reason|matter)|what's (the (reason|matter)|wrong|holding (it|them) up)|what is (wrong|holding (it|them) up))( so| then)?( (is|are|was|were|did|do|does|have|has) (it|they|that|this|these|those|the first one)( all| still)?( (so |being )?(late|overdue|open|not (done|closed|finished|solved)|slow|delayed|taking so long|happen(ed)?))?| that| late| overdue| not)?[?!. ]*$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex English();
}
