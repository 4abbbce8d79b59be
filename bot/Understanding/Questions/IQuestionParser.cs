using Complaints.Organisations;

namespace Understanding.Questions;

/// <summary>Turns a question in plain words into a query.</summary>
public interface IQuestionParser
{
    /// <summary>Parses <paramref name="text"/>. Never guesses: what it cannot read comes back as
    /// <see cref="ParsedQuestion.Unclear"/>.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="language">zh-CN, zh-TW or en; only ambiguous dates depend on it.</param>
    /// <param name="organisation">Whose departments, categories and people are meant.</param>
    /// <param name="now">Relative periods count from here, in the organisation's zone.</param>
    /// <param name="previous">The question before as executed, for "and the month before?"; null when there was none.</param>
    ParsedQuestion Parse(string text, string language, Organisation organisation, DateTimeOffset now, ComplaintQuery? previous = null);
}
