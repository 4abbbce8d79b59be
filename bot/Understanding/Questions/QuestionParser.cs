using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Questions.Building;
using Understanding.Questions.Names;
using Understanding.Questions.Reading;

namespace Understanding.Questions;

/// <summary>The local understanding of questions: word files in three languages, the organisation's own names, and the date
/// recogniser. Offline and deterministic.</summary>
public sealed class QuestionParser : IQuestionParser
{
    private const int LongestQuestion = 500;

    // Phrases of names are built once per organisation file; an old organisation takes its phrases with it.
    private readonly ConditionalWeakTable<Organisation, OrganisationNames> _names = [];

    /// <inheritdoc/>
    public ParsedQuestion Parse(
        string text,
        string language,
        Organisation organisation,
        DateTimeOffset now,
        ComplaintQuery? previous = null
    )
    {
        if (text.Length > LongestQuestion)
            return new() { Unclear = new(UnclearReason.TooLong, [], Understandable.Usual) };
        var local = organisation.Local(now);
        var names = _names.GetValue(organisation, o => new(o));
        var mentions = Mentions.Find(names.Spelling.Mend(text), language, organisation, names, local);
        if (Understandable.WhyNot(mentions, previous is not null) is { } unclear)
            return new() { Unclear = unclear };
        var builder = new QueryBuilder(mentions, organisation, DateOnly.FromDateTime(local.DateTime), previous);
        var query = builder.Build();
        if (builder.Twice is { } part)
            return new() { Unclear = Understandable.SeveralValues(mentions, part, query) };
        return new()
        {
            Query = query,
            KindIsSaid = builder.KindIsSaid,
            People = PersonChoice.Of(query.Filters, organisation),
            Unused = [.. mentions.Leftover, .. builder.Unused],
        };
    }
}
