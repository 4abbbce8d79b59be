using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Reports.Answers;
using ComplaintBot.Reports.Rights;
using ComplaintBot.Reports.Words;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking;

/// <summary>Fills the card that comes instead of an answer: what is unclear, who is meant, what may not be seen; with questions
/// that can be answered.</summary>
internal static class AskBack
{
    /// <summary>The question was not understood: says which words, and offers the nearest questions.</summary>
    public static JsonObject Unclear(Unclear unclear, Reader reader, string answerId)
    {
        var reason = unclear.Reason switch
        {
            UnclearReason.UnknownWords => ReportTerms.UnknownWords,
            UnclearReason.UnknownFigure => ReportTerms.UnknownFigure,
            UnclearReason.UnknownGrouping => ReportTerms.UnknownGrouping,
            UnclearReason.SeveralValues => ReportTerms.SeveralValues,
            UnclearReason.TooLong => ReportTerms.TooLong,
            _ => ReportTerms.NoQuestion,
        };
        var words = string.Join(QuestionTerms.Of("and").In(reader.Language), unclear.Words);
        // Without a word to point at there is nothing unknown in it, only nothing known.
        var text =
            words.Length == 0 && unclear.Reason == UnclearReason.UnknownWords
                ? ReportTerms.NoQuestion.In(reader.Language)
                : FigureWords.Format(reason, reader.Language, words);
        return Data(
            null,
            text,
            unclear.Nearest.Select(q => (QuestionInWords.Say(q, reader.Language, reader.Organisation), q)),
            reader,
            answerId
        );
    }

    /// <summary>The question stands, but it cannot be answered. Says no number.</summary>
    public static JsonObject Refused(Refused refused, Reader reader, string answerId)
    {
        var (query, language) = (refused.Query, reader.Language);
        var understood = QuestionInWords.UnderstoodAs(query, language, reader.Organisation);
        return refused.Why switch
        {
            Obstacle.WhichPerson which => Data(
                understood,
                FigureWords.Format(
                    ReportTerms.WhichPerson,
                    language,
                    which.Written,
                    string.Join(QuestionTerms.Of("and").In(language), which.Candidates.Select(c => Named(c, reader)))
                ),
                which.Candidates.Select(c => (Named(c, reader), WithPerson(query, which.Written, c.Id))),
                reader,
                answerId
            ),
            Obstacle.NoSuchPerson nobody => Data(
                understood,
                FigureWords.Format(ReportTerms.NoSuchPerson, language, nobody.Written),
                [],
                reader,
                answerId
            ),
            Obstacle.NotAllowed beyond => Data(
                understood,
                FigureWords.Format(
                    ReportTerms.NotAllowed,
                    language,
                    reader.Organisation.FindDepartment(beyond.What)?.Name.In(language) ?? beyond.What
                ),
                [],
                reader,
                answerId
            ),
            _ => throw new InvalidOperationException($"No words for {refused.Why}."),
        };
    }

    /// <summary>A button of a card that no longer fits the organisation.</summary>
    public static JsonObject OutOfDate(Reader reader, string answerId) => Data(null, reader.Text("talk.oldCard"), [], reader, answerId);

    private static JsonObject Data(
        string? understood,
        string text,
        IEnumerable<(string, ComplaintQuery)> choices,
        Reader reader,
        string answerId
    )
    {
        var buttons = QueryButtons.Buttons(choices);
        return new()
        {
            ["understood"] = understood,
            ["text"] = text,
            ["lead"] = understood is null && buttons.Count > 0 ? ReportTerms.Nearest.In(reader.Language) : null,
            ["answer"] = answerId,
            ["lang"] = reader.Language,
            ["choices"] = buttons,
        };
    }

    private static string Named(StaffMember member, Reader reader) => reader.PersonWithDepartment(member.Id) ?? member.Name;

    private static ComplaintQuery WithPerson(ComplaintQuery query, string written, string id)
    {
        QueryFilters? With(QueryFilters? filters) =>
            filters is null
                ? null
                : filters with
                {
                    Owner = Settled(filters.Owner),
                    About = Settled(filters.About),
                    Not = With(filters.Not),
                };
        OneOrMore? Settled(OneOrMore? names) => names is null ? null : [.. names.Select(n => n == written ? id : n)];
        return query with { Filters = With(query.Filters) };
    }
}
