using Understanding.Learning.Examples;

namespace Understanding.Orders;

/// <summary>The measures of a plan: each with its owner and its day, whatever the order in which a sentence names them.</summary>
internal static class PlanMeasures
{
    private static readonly string[] Parts = ["measure", "owner", "due"];

    /// <summary>The measures when there are several; empty when there is one (its facts are plain inputs then).</summary>
    public static IReadOnlyList<PlannedMeasure> Of(IReadOnlyList<Mark> marks, OrderText text)
    {
        var parts = marks.Where(m => Parts.Contains(m.Name)).ToList();
        if (parts.Count(m => m.Name == "measure") < 2)
            return [];
        // A part that the measure has already begins the next one; owner and day before the first measure show the order.
        var groups = new List<Dictionary<string, Mark>> { new(StringComparer.Ordinal) };
        var leads = parts[0].Name;
        foreach (var part in parts)
        {
            var begins = groups[^1].ContainsKey(part.Name) || part.Name == leads && groups[^1].Count > 0;
            if (begins)
                groups.Add(new(StringComparer.Ordinal));
            groups[^1][part.Name] = part;
        }
        return
        [
            .. groups
                .Where(g => g.ContainsKey("measure"))
                .Select(g => new PlannedMeasure(text.Words(g["measure"]), Owner(g, text), Due(g, text))),
        ];
    }

    private static string? Due(Dictionary<string, Mark> group, OrderText text) =>
        group.TryGetValue("due", out var due) ? OrderTimes.Until(due, text) : null;

    private static string? Owner(Dictionary<string, Mark> group, OrderText text) =>
        !group.TryGetValue("owner", out var owner) ? null
        : Pronouns.IsMe(text.Words(owner)) ? "me"
        : text.Words(owner);
}
