using System.Buffers;

namespace Understanding.Questions.Reading;

/// <summary>Which conditions of a question are left out rather than asked for: "除了资费类", "网络部以外", "not owned by Li Wei".</summary>
internal static class Negation
{
    private static readonly SearchValues<string> ClauseEnds = SearchValues.Create(
        [
            " that ",
            " which ",
            " who ",
            " but ",
            " sorted ",
            " ordered ",
            " with ",
            " are ",
            " this ",
            " last ",
            " since ",
            " have ",
            " has ",
            " were ",
            " is ",
            ",",
            "，",
            "。",
            "?",
            "；",
            ";",
            "!",
            "还有",
        ],
        StringComparison.Ordinal
    );

    private static readonly string[] Gaps =
    [
        "",
        "the",
        "a",
        "an",
        "in",
        "by",
        "from",
        "yet",
        "in the",
        "of",
        "about",
        "related to",
        "owned by",
        "assigned to",
        "'s",
        "any",
    ];

    /// <summary>The conditions that are negated.</summary>
    public static IReadOnlySet<Mention> In(Mentions mentions) => mentions.All.SelectMany(word => Negated(mentions, word)).ToHashSet();

    /// <summary>True when two mentions stand beside each other, with nothing between them that carries meaning.</summary>
    public static bool IsGap(string between) =>
        Gaps.Contains(between.Trim(' ', '的', '和', '与', '、', '跟', '或', '及', '是', '在', '由'));

    private static IEnumerable<Mention> Negated(Mentions mentions, Mention word) =>
        word switch
        {
            { Part: Part.NotBefore, Value: "next" } => Next(mentions, word),
            // "除了A" leaves out what follows; "把A去掉", with nothing behind, what stands before.
            { Part: Part.NotBefore } => WithinClause(mentions, word) is { Count: > 0 } after ? after : JustBefore(mentions, word),
            { Part: Part.NotAfter or Part.NotEnd } => JustBefore(mentions, word),
            _ => [],
        };

    private static List<Mention> WithinClause(Mentions mentions, Mention word)
    {
        var text = mentions.Folded;
        var after = mentions.All.Where(m => m.Start >= word.End).ToList();
        var end = word.End;
        while (end < text.Length && text.AsSpan(end).IndexOfAny(ClauseEnds) != 0 && !(text[end] == '的' && !ContinuesList(text, end)))
            end++;
        // A marker such as 以外 ends the clause; so does a mention that swallowed the 的 at its end.
        end = after.Where(m => m.Part is Part.NotEnd or Part.NotAfter).Select(m => m.Start).Prepend(end).Min();
        end = after
            .Where(m => m.Start < end && m.IsCondition && text[m.End - 1] == '的' && !ContinuesList(text, m.End - 1))
            .Select(m => m.End)
            .Prepend(end)
            .Min();
        return [.. after.Where(m => m.Start < end && m.IsCondition)];
    }

    private static bool ContinuesList(string text, int at) =>
        at + 1 < text.Length && "和与、跟或及".Contains(text[at + 1], StringComparison.Ordinal);

    private static IEnumerable<Mention> Next(Mentions mentions, Mention word)
    {
        var next = mentions.All.FirstOrDefault(m => m.Start >= word.End);
        return next is { IsCondition: true } && IsGap(mentions.Folded[word.End..next.Start]) ? [next] : [];
    }

    // Reaches back over "A和B" but not over a clause.
    private static IEnumerable<Mention> JustBefore(Mentions mentions, Mention word)
    {
        var end = word.Start;
        foreach (var mention in mentions.All.Reverse().Where(m => m.End <= word.Start))
        {
            if (!mention.IsCondition || !IsGap(mentions.Folded[mention.End..end]))
                yield break;
            yield return mention;
            end = mention.Start;
        }
    }
}
