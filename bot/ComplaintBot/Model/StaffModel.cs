using System.Runtime.CompilerServices;
using System.Text.Json;
using Complaints.Organisations;
using Understanding.Questions;

namespace ComplaintBot.Model;

/// <summary>Asks the model about words of staff. The same words after the same question are asked once, whether they are looked at
/// as a message or as a question.</summary>
internal sealed class StaffModel(LanguageModel model)
{
    // Longer than this nobody asks; a longer text is a story.
    private const int Longest = 500;

    private readonly ConditionalWeakTable<Organisation, ModelTask> _tasks = [];

    /// <summary>True when there are words to ask about.</summary>
    public static bool Takes(string text) => text.Length <= Longest && text.Any(char.IsLetter);

    /// <summary>The answer, or null when there is none in time. <paramref name="now"/> is the local time.</summary>
    public ValueTask<StaffAnswer?> AskAsync(
        string text,
        Organisation organisation,
        DateTimeOffset now,
        ComplaintQuery? previous,
        CancellationToken cancellationToken
    ) =>
        model.AskAsync(
            _tasks.GetValue(organisation, StaffTask.Of),
            Instructions.Data(
                text.Trim(),
                null,
                now,
                previous is null ? null : JsonSerializer.SerializeToNode(previous, QueryJson.Options)
            ),
            DateOnly.FromDateTime(now.DateTime),
            StaffAnswer.Read,
            cancellationToken
        );
}
