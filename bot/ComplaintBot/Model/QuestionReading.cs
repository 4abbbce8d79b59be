using System.Text.Json;
using Complaints.Organisations;
using Understanding.Questions;
using Understanding.Questions.Names;

namespace ComplaintBot.Model;

/// <summary>Checks a query that a model proposes. One condition that cannot be believed spoils all of it: a query without it would
/// answer another question.</summary>
internal static class QuestionReading
{
    /// <summary>The question, or null when it is better read locally. Whose complaints it may count is checked where it is
    /// answered, for every query alike.</summary>
    public static ParsedQuestion? Of(
        StaffAnswer answer,
        string text,
        ParsedQuestion local,
        Organisation organisation,
        DateTimeOffset now,
        ComplaintQuery? previous
    )
    {
        if (answer.Query is not { } query)
            return null;
        if (query.FollowsUp == true && previous is null)
            query = query with { FollowsUp = null };
        // The recogniser of dates counts days and weeks exactly, a model sometimes does not.
        if (local.Query?.Period is { } counted)
            query = query with { Period = counted with { Of = query.Period?.Of ?? counted.Of } };
        var kindIsSaid = query.FollowsUp != true || query.Kind != previous!.Kind;
        var whole = previous is null ? query : QuestionFollowUp.Merge(previous, query);
        if (
            QueryRules.Faults(query, organisation).Count > 0
            || QueryRules.Faults(whole, organisation).Count > 0
            || !IsSane(query, organisation, now)
            || !IsSaid(query.Filters, new SaidInText(text), organisation)
        )
            return null;
        return new()
        {
            Query = query.FollowsUp == true ? query : query with { FollowsUp = null },
            KindIsSaid = kindIsSaid,
            People = PersonChoice.Of(query.Filters, organisation),
            // A model that made no more of the question than the local reading left the same words unused.
            Unused = local.Query is { } read && IsSame(query, read) ? local.Unused : [],
        };
    }

    private static bool IsSame(ComplaintQuery one, ComplaintQuery other) =>
        JsonSerializer.Serialize(one with { FollowsUp = null }) == JsonSerializer.Serialize(other with { FollowsUp = null });

    // Complaints lie between the first computers and next year; a level nobody has would count nothing.
    private static bool IsSane(ComplaintQuery query, Organisation organisation, DateTimeOffset now) =>
        (query.Period is not { } period || (period.From.Year >= 1980 && period.To.Year <= now.Year + 1))
        && new[] { query.Filters, query.Filters?.Not }
            .SelectMany(f => f?.CustomerLevel ?? [])
            .All(l => l == "standard" || organisation.LevelFactors.ContainsKey(l));

    private static bool IsSaid(QueryFilters? filters, SaidInText said, Organisation organisation) =>
        filters is null
        || (
            (filters.Owner ?? []).Concat(filters.About ?? []).All(o => o == "me" || IsSaidOrWritten(o, said, organisation))
            && new[] { filters.Customer, filters.Text }.Concat(filters.Place ?? []).All(w => w is null || said.Words(w))
            && IsSaid(filters.Not, said, organisation)
        );

    // "李伟" for "Li Wei" and the other way round is the same colleague; a name that the text does not hold in any writing is invented.
    private static bool IsSaidOrWritten(string owner, SaidInText said, Organisation organisation) =>
        said.Words(owner) || Colleagues.Match(owner, organisation).Any(s => s.Aliases.Prepend(s.Name).Any(said.Words));
}
