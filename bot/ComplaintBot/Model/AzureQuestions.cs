using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Model;

/// <summary>Reads questions of staff with a model, and locally where the model gives no answer in time or none that can be
/// believed.</summary>
internal sealed class AzureQuestions(LocalQuestions local, StaffModel model, AzureOpenAiSettings settings) : IQuestionReader
{
    /// <inheritdoc/>
    public async ValueTask<ParsedQuestion> ReadAsync(
        string text,
        string language,
        Organisation organisation,
        DateTimeOffset now,
        ComplaintQuery? previous,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(organisation);
        var read = local.Read(text, language, organisation, now, previous);
        if (!StaffModel.Takes(text) || (settings.OnlyInDoubt && read is { Query: not null, Unused.Count: 0 }))
            return read;
        var today = organisation.Local(now);
        return
            await model.AskAsync(text, organisation, today, previous, cancellationToken) is { } answer
            && QuestionReading.Of(answer, text, read, organisation, today, previous) is { } question
            ? question
            : read;
    }
}
