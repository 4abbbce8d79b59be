using ComplaintBot.Conversations;

namespace ComplaintBot.Reports.Asking.Steps;

/// <summary>A text that nothing else was made of, but that can be answered.</summary>
internal sealed class PerhapsQuestion(QueryAnswers answers) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        await answers.AnswerAsync(turn, state, heard.Meaning.Question, cancellationToken);
}
