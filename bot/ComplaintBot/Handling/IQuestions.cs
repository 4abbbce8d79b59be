using System.Text.Json;
using ComplaintBot.Conversations;

namespace ComplaintBot.Handling;

/// <summary>Answers what staff ask about many complaints.</summary>
public interface IQuestions
{
    /// <summary>Answers a question in words; returns the query to remember for follow-ups, or the one before when nothing was understood.</summary>
    Task<JsonElement?> AnswerAsync(Turn turn, string text, JsonElement? previous, CancellationToken cancellationToken);

    /// <summary>Shows the open complaints of the person who asks.</summary>
    Task MineAsync(Turn turn, CancellationToken cancellationToken);

    /// <summary>A button on an answer: another page, another order, a file (verbs <c>query.*</c>).</summary>
    Task<PressAnswer> PressedAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken);
}
