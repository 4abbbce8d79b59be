using Complaints.Organisations;
using Understanding.Questions.Names;

namespace Understanding.Questions;

/// <summary>What a question was understood as, or why it was not.</summary>
public sealed record ParsedQuestion
{
    /// <summary>The query; null when <see cref="Unclear"/> says why there is none.</summary>
    public ComplaintQuery? Query { get; init; }

    /// <summary>True when the words said the kind of answer; false when "list" is only the fallback, so that a follow-up keeps the
    /// earlier kind.</summary>
    public bool KindIsSaid { get; init; } = true;

    /// <summary>Names that fit several colleagues: ask which before the query is executed.</summary>
    public IReadOnlyList<PersonChoice> People { get; init; } = [];

    /// <summary>Words with a meaning that changed nothing, as typed: a number without them would answer another question, so the
    /// question is asked back.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>Why there is no query.</summary>
    public Unclear? Unclear { get; init; }
}

/// <summary>A name as written and the colleagues whom it can mean (two or more).</summary>
public sealed record PersonChoice(string Written, IReadOnlyList<StaffMember> Candidates)
{
    /// <summary>Every name in the filters that fits several colleagues.</summary>
    public static IReadOnlyList<PersonChoice> Of(QueryFilters? filters, Organisation organisation) =>
        [
            .. new[] { filters?.Owner, filters?.About, filters?.Not?.Owner, filters?.Not?.About }
                .SelectMany(names => names ?? [])
                .Where(name => name != "me")
                .Distinct()
                .Select(name => new PersonChoice(name, Colleagues.Match(name, organisation)))
                .Where(choice => choice.Candidates.Count > 1),
        ];
}

/// <summary>Why a question was not understood: the reason, the words that it hangs on, and the nearest questions that can be
/// answered.</summary>
public sealed record Unclear(UnclearReason Reason, IReadOnlyList<string> Words, IReadOnlyList<ComplaintQuery> Nearest);

/// <summary>Reasons for not understanding a question.</summary>
public enum UnclearReason
{
    /// <summary>Nothing in it is about complaints.</summary>
    NoQuestion,

    /// <summary>Too much of it is unknown to answer the rest honestly.</summary>
    UnknownWords,

    /// <summary>A figure that is not kept.</summary>
    UnknownFigure,

    /// <summary>A grouping that is not kept.</summary>
    UnknownGrouping,

    /// <summary>Several values where one question takes one.</summary>
    SeveralValues,

    /// <summary>Longer than a question is (500 characters).</summary>
    TooLong,
}
