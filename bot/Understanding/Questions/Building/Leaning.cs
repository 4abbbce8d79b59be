using Understanding.Questions.Reading;
using Understanding.Questions.Words;

namespace Understanding.Questions.Building;

/// <summary>Whether a question stands on its own or changes the one before.</summary>
internal static class Leaning
{
    /// <summary>True when it leans on the question before: it says so ("只看…", "what about…"), or it has no subject of its own
    /// ("按时间排", "as a chart").</summary>
    public static bool IsFollowUp(Mentions mentions, ComplaintQuery? previous)
    {
        // "And the overdue ones?", "now resolution time": a weak cue is enough where a question went before and no complaints are named.
        var follows = previous is not null && !mentions.Of(Part.Noun).Any(n => NamesComplaints(mentions.Words(n)));
        return Drops(mentions, previous).Any()
            || mentions.Cues.Any(c => c.Part == Part.FollowUp && (c.Value == "strong" || follows) && !Swallowed(mentions, c))
            || !HasSubject(mentions);
    }

    /// <summary>What the question takes away from the one before, as far as that has it.</summary>
    public static IEnumerable<string> Drops(Mentions mentions, ComplaintQuery? previous) =>
        previous is null
            ? []
            : mentions
                .Of(Part.Drop)
                .Select(d => d.Value)
                .Where(d => QuestionInWords.Without(previous, QueryFilters.Fields.Contains(d) ? "filters." + d : d) != previous);

    /// <summary>True when the words speak of complaints.</summary>
    public static bool NamesComplaints(string words) => Details.Say("complaints", words);

    private static bool HasSubject(Mentions mentions)
    {
        bool Any(Part part, Func<Mention, bool> holds) => mentions.Of(part).Any(holds);
        var leans = mentions.Cues.Any(c => c.Part == Part.FollowUp);
        var restricts = mentions.All.Any(m => m.IsCondition);
        return mentions.Has(
                Part.Metric,
                Part.UnsupportedMetric,
                Part.Status,
                Part.Overdue,
                Part.DueWithin,
                Part.DueWord,
                Part.Reopened,
                Part.Rounds,
                Part.Score,
                Part.ReceivedWord,
                Part.Who,
                Part.Which,
                Part.Rank,
                Part.Text,
                Part.Customer,
                Part.Phone
            )
            || Any(Part.Noun, n => !Details.Say("anything", mentions.Words(n)))
            || Any(Part.Category, c => Details.Say("trouble", mentions.Words(c)))
            || Any(Part.HowMany, h => !leans || NamesComplaints(mentions.Words(h)))
            || Any(Part.Channel, c => NamesComplaints(mentions.Words(c)))
            || Any(Part.Owner, o => o.Value == "me")
            || Any(Part.Limit, l => Details.Say("counts", mentions.Words(l)))
            || Any(Part.Export, e => Details.Say("everything", mentions.Words(e)))
            || (mentions.Has(Part.Noun) && mentions.All.Where(m => m.IsCondition).DistinctBy(m => m.Part).Count() > 1)
            || (restricts && mentions.Has(Part.Trend, Part.List))
            || (mentions.Has(Part.Compare) && mentions.Has(Part.Period))
            || (mentions.Has(Part.Most, Part.Limit) && mentions.Has(Part.GroupNoun));
    }

    /// <summary>A cue inside a longer mention ("这些天", "same quarter last year") is no cue.</summary>
    private static bool Swallowed(Mentions mentions, Mention cue) =>
        mentions.All.Any(m => m.Start <= cue.Start && m.End >= cue.End && m.Part is Part.Period or Part.Compare or Part.Text);
}
