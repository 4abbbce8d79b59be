namespace Understanding.Questions.Reading;

/// <summary>Which conditions of a question are left out rather than asked for: "除了资费类", "网络部以外", "not owned by Li Wei".</summary>
internal static class Negation
{
    private static readonly Part[] Conditions =
    [
        Part.Department,
        Part.Category,
        Part.Owner,
        Part.Customer,
        Part.Place,
        Part.Channel,
        Part.Level,
        Part.Severity,
        Part.Status,
        Part.Overdue,
        Part.Score,
        Part.Reopened,
        Part.Text,
    ];

    private static readonly string[] ClauseEnds =
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
    ];

    /// <summary>True for a mention that restricts which complaints are meant.</summary>
    public static bool IsCondition(Mention mention) => Conditions.Contains(mention.Part);

    /// <summary>The conditions that are negated.</summary>
    public static IReadOnlySet<Mention> In(Mentions mentions)
    {
        var negated = new HashSet<Mention>();
        foreach (var word in mentions.All)
        {
            if (word.Part == Part.NotBefore)
                negated.UnionWith(word.Value == "next" ? Next(mentions, word) : Whole(mentions, word));
            else if (word.Part is Part.NotAfter or Part.NotEnd)
                negated.UnionWith(JustBefore(mentions, word));
        }
        return negated;
    }

    // "除了A" leaves out what follows; "把A去掉", with nothing behind, what stands before.
    private static List<Mention> Whole(Mentions mentions, Mention word)
    {
        var after = WithinClause(mentions, word).ToList();
        return after.Count > 0 ? after : [.. JustBefore(mentions, word)];
    }

    private static IEnumerable<Mention> WithinClause(Mentions mentions, Mention word)
    {
        var end = ClauseEnd(mentions, word);
        return mentions.All.Where(m => m.Start >= word.End && m.Start < end && IsCondition(m));
    }

    private static int ClauseEnd(Mentions mentions, Mention word)
    {
        var text = mentions.Folded;
        var end = text.Length;
        for (var i = word.End; i < end; i++)
        {
            if (
                ",，。?？;；!".Contains(text[i], StringComparison.Ordinal)
                || (text[i] == '的' && !ContinuesList(text, i))
                || text[i..].StartsWith("还有", StringComparison.Ordinal)
            )
                end = i;
        }
        // A marker such as 以外 ends the clause; so does a mention that swallowed the 的 at its end.
        if (
            mentions.All.FirstOrDefault(m => m.Start >= word.End && m.Part is Part.NotEnd or Part.NotAfter && m.Start >= word.End) is
            { } marker
        )
            end = Math.Min(end, marker.Start);
        foreach (var mention in mentions.All.Where(m => m.Start >= word.End && m.Start < end && IsCondition(m)))
        {
            if (text[mention.End - 1] == '的' && !ContinuesList(text, mention.End - 1))
                end = Math.Min(end, mention.End);
        }
        foreach (var stop in ClauseEnds)
        {
            var at = text.IndexOf(stop, Math.Min(text.Length, word.End), StringComparison.Ordinal);
            if (at > word.End)
                end = Math.Min(end, at);
        }
        return end;
    }

    private static bool ContinuesList(string text, int at) =>
        at + 1 < text.Length && "和与、跟或及".Contains(text[at + 1], StringComparison.Ordinal);

    private static IEnumerable<Mention> Next(Mentions mentions, Mention word)
    {
        var next = mentions.All.FirstOrDefault(m => m.Start >= word.End);
        return next is not null && IsCondition(next) && IsGap(mentions.Folded[word.End..next.Start]) ? [next] : [];
    }

    private static IEnumerable<Mention> JustBefore(Mentions mentions, Mention word)
    {
        // Reaches back over "A和B" but not over a clause.
        var end = word.Start;
        foreach (var mention in mentions.All.Reverse().Where(m => m.End <= word.Start))
        {
            if (!IsCondition(mention) || !IsGap(mentions.Folded[mention.End..end]))
                yield break;
            yield return mention;
            end = mention.Start;
        }
    }

    private static bool IsGap(string between) =>
        between.Trim(' ', '的', '和', '与', '、', '跟', '或', '及', '是', '在', '由')
            is ""
                or "the"
                or "a"
                or "an"
                or "in"
                or "by"
                or "from"
                or "yet"
                or "in the"
                or "of"
                or "about"
                or "related to"
                or "owned by"
                or "assigned to";
}
