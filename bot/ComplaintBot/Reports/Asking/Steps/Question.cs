using ComplaintBot.Conversations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking.Steps;

/// <summary>A question about complaints that can be answered.</summary>
internal sealed class Question(QueryAnswers answers) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (!QuestionSigns.IsAsked(heard.Text, heard.Meaning))
            return null;
        return await answers.AnswerAsync(turn, state, heard.Meaning.Question, cancellationToken);
    }
}
