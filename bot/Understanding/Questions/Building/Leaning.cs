using Understanding.Questions.Reading;

namespace Understanding.Questions.Building;

/// <summary>Whether a question stands on its own or changes the one before.</summary>
internal static class Leaning
{
    private static readonly Part[] Subjects =
    [
        Part.Metric,
        Part.UnsupportedMetric,
        Part.Status,
        Part.Overdue,
        Part.DueWithin,
        Part.DueWord,
        Part.Reopened,
        Part.Score,
        Part.ReceivedWord,
        Part.Who,
        Part.Which,
        Part.Rank,
        Part.Text,
        Part.Customer,
    ];

    /// <summary>True when it leans on the question before: it says so ("只看…", "what about…"), or it has no subject of its own
    /// ("按时间排", "as a chart").</summary>
    public static bool IsFollowUp(Mentions mentions) =>
        mentions.FollowUps.Any(f => f.Value == "strong" && !Swallowed(mentions, f)) || !HasSubject(mentions);

    private static bool HasSubject(Mentions mentions) =>
        mentions.All.Any(m => Subjects.Contains(m.Part) || (m.Part == Part.Noun && !IsPronoun(mentions.Words(m))))
        || mentions.Of(Part.Category).Any(m => Troubles.Any(t => mentions.Words(m).EndsWith(t, StringComparison.Ordinal)))
        || mentions.Of(Part.HowMany).Any(m => mentions.FollowUps.Count == 0 || NamesComplaints(mentions.Words(m)))
        || (mentions.Has(Part.Noun) && mentions.All.Where(Negation.IsCondition).DistinctBy(m => m.Part).Count() > 1)
        || mentions.Of(Part.Channel).Any(m => NamesComplaints(mentions.Words(m)))
        || (mentions.Has(Part.Trend) && mentions.All.Any(Negation.IsCondition))
        || (mentions.Has(Part.Compare) && mentions.Has(Part.Period))
        || (mentions.Has(Part.Most) && mentions.Has(Part.GroupNoun))
        || mentions.Of(Part.Owner).Any(m => m.Value == "me")
        || (mentions.Has(Part.List) && mentions.All.Any(Negation.IsCondition))
        || mentions.Of(Part.Limit).Any(m => mentions.Words(m)[^1] is '件' or '条' or '笔' or '单' or '起')
        || mentions.Of(Part.Export).Any(e => mentions.Words(e).Contains("everything", StringComparison.Ordinal));

    /// <summary>True when the words speak of complaints.</summary>
    public static bool NamesComplaints(string words) => ComplaintWords.Any(w => words.Contains(w, StringComparison.Ordinal));

    // A category that is called a trouble names complaints by itself.
    private static readonly string[] Troubles = ["问题", "故障", "problem", "problems", "fault", "faults", "issue", "issues"];

    private static readonly string[] ComplaintWords = ["投诉", "客诉", "案件", "工单", "complaint", "ticket", "case"];

    private static bool IsPronoun(string noun) => noun is "one" or "ones" or "的" or "work" or "items";

    /// <summary>A cue inside a longer mention ("这些天", "same quarter last year") is no cue.</summary>
    private static bool Swallowed(Mentions mentions, Mention cue) =>
        mentions.All.Any(m => m.Start <= cue.Start && m.End >= cue.End && m.Part is Part.Period or Part.Compare or Part.Text);
}
