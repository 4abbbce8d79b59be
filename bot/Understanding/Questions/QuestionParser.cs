using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Questions.Building;
using Understanding.Questions.Names;
using Understanding.Questions.Reading;

namespace Understanding.Questions;

/// <summary>The local understanding of questions: word lists in three languages, the organisation's own names, and the date
/// recogniser. Offline and deterministic.</summary>
public sealed class QuestionParser : IQuestionParser
{
    private const int LongestQuestion = 500;

    // Patterns of names are built once per organisation file; an old organisation takes its patterns with it.
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
            return NotUnderstood(UnclearReason.TooLong, []);
        var local = organisation.Local(now);
        var names = _names.GetValue(organisation, o => new(o));
        var mentions = Mentions.Find(names.Spelling.Mend(text), language, organisation, names, local);
        if (Understandable.WhyNot(mentions) is { } unclear)
            return new() { Unclear = unclear };
        var builder = new QueryBuilder(mentions, organisation, DateOnly.FromDateTime(local.DateTime), previous);
        var query = builder.Build();
        if (builder.Twice.Count > 0)
            return new() { Unclear = Understandable.SeveralValues(mentions, builder.Twice, query) };
        return new()
        {
            Query = query,
            KindIsSaid = builder.KindIsSaid,
            People = Choices(query.Filters, organisation),
            Unused = mentions.Leftover,
        };
    }

    private static ParsedQuestion NotUnderstood(UnclearReason reason, IReadOnlyList<string> words) =>
        new() { Unclear = new(reason, words, Understandable.Usual) };

    private static List<PersonChoice> Choices(QueryFilters? filters, Organisation organisation) =>
        [
            .. new[] { filters?.Owner, filters?.Not?.Owner }
                .OfType<string>()
                .Where(o => o != "me")
                .Distinct()
                .Select(o => new PersonChoice(o, Colleagues.Match(o, organisation)))
                .Where(c => c.Candidates.Count > 1),
        ];
}
