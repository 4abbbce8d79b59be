using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>Reads a question that is going to be answered: by the parser, or with a model before it.</summary>
public interface IQuestionReader
{
    /// <summary>What is asked. Never guesses: what cannot be read comes back as <see cref="ParsedQuestion.Unclear"/>. Parameters as
    /// of <see cref="IQuestionParser.Parse"/>.</summary>
    ValueTask<ParsedQuestion> ReadAsync(
        string text,
        string language,
        Organisation organisation,
        DateTimeOffset now,
        ComplaintQuery? previous,
        CancellationToken cancellationToken
    );
}

/// <summary>Reads questions by the parser alone.</summary>
public sealed class LocalQuestions(IQuestionParser parser) : IQuestionReader
{
    /// <inheritdoc/>
    public ValueTask<ParsedQuestion> ReadAsync(
        string text,
        string language,
        Organisation organisation,
        DateTimeOffset now,
        ComplaintQuery? previous,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Read(text, language, organisation, now, previous));

    /// <summary>The same at once.</summary>
    public ParsedQuestion Read(string text, string language, Organisation organisation, DateTimeOffset now, ComplaintQuery? previous) =>
        parser.Parse(text, language, organisation, now, previous);
}
