using ComplaintBot.Conversations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking.Steps;

/// <summary>A question about complaints: answered, or asked back where it was not understood.</summary>
internal sealed class Question(QueryAnswers answers) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (!QuestionSigns.IsAsked(heard.Text, heard.Meaning))
            return null;
        if (await answers.AnswerAsync(turn, state, heard.Meaning.Question, cancellationToken) is { } answered)
            return answered;
        turn.NoteAskedBack();
        var answerId = QueryAnswers.AnswerId(turn);
        turn.Show("ask-back", AskBack.Unclear(heard.Meaning.Question!.Unclear!, turn.Reader, answerId), QueryAnswers.AnswerKey(answerId));
        return state;
    }
}
