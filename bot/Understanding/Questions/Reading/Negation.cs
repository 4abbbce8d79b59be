using Understanding.Questions.Words;

namespace Understanding.Questions.Reading;

/// <summary>Which conditions of a question are left out rather than asked for: "除了资费类", "网络部以外", "not owned by Li Wei".</summary>
internal static class Negation
{
    /// <summary>The conditions that are negated.</summary>
    public static IReadOnlySet<Mention> In(Mentions mentions) => mentions.All.SelectMany(word => Negated(mentions, word)).ToHashSet();

    /// <summary>True when two mentions stand beside each other, with nothing between them that carries meaning.</summary>
    public static bool IsGap(string between) => Details.Are("gap", between);

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
        var end = Details.Next("clauseEnd", text, word.End);
        // A marker such as 以外 ends the clause; so does a mention that swallowed the 的 at its end.
        end = after.Where(m => m.Part is Part.NotEnd or Part.NotAfter).Select(m => m.Start).Prepend(end).Min();
        end = after
            .Where(m => m.Start < end && m.IsCondition && Details.Next("of", text, m.End - 1) == m.End - 1)
            .Select(m => m.End)
            .Prepend(end)
            .Min();
        return [.. after.Where(m => m.Start < end && m.IsCondition)];
    }

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
