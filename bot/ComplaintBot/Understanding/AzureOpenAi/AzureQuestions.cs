using System.Runtime.CompilerServices;
using System.Text.Json;
using ComplaintBot.Understanding.Questions;
using Complaints.Organisations;

namespace ComplaintBot.Understanding.AzureOpenAi;

/// <summary>Reads questions of staff with a model, and locally where the model gives no answer in time or none that can be believed.</summary>
internal sealed class AzureQuestions(LocalQuestions local, LanguageModel model, AzureOpenAiSettings settings) : IQuestionReader
{
    // Longer than this nobody asks; the local parser says so, too.
    private const int Longest = 500;

    private readonly ConditionalWeakTable<Organisation, ModelTask> _tasks = [];

    /// <inheritdoc/>
    public async ValueTask<ParsedQuestion> ReadAsync(string text, string language, Organisation organisation, DateTimeOffset now, ComplaintQuery? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(organisation);
        var read = local.Read(text, language, organisation, now, previous);
        if (text.Length > Longest || !text.Any(char.IsLetter) || (settings.OnlyInDoubt && read is { Query: not null, Unused.Count: 0 }))
            return read;
        var today = organisation.Local(now);
        var answer = await model.AskAsync(
            _tasks.GetValue(organisation, QuestionTask.Of), Instructions.Data(text, language, today, previous is null ? null : JsonSerializer.SerializeToNode(previous, QueryJson.Options)),
            DateOnly.FromDateTime(today.DateTime), QuestionAnswer.Read, cancellationToken);
        return answer is not null && QuestionReading.Of(answer, text, read, organisation, today, previous) is { } question ? question : read;
    }
}
