using ComplaintBot.Conversations;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking.Steps;

/// <summary>A question that cannot be answered as it stands: says which words are not known, and offers the nearest that can.</summary>
internal sealed class UnclearQuestion : PlainStep<StaffState>
{
    protected override StaffState? Take(Turn turn, StaffState state, Heard heard)
    {
        if (!QuestionSigns.IsAsked(heard.Text, heard.Meaning) || heard.Meaning.Question?.Unclear is not { } unclear)
            return null;
        var answerId = QueryAnswers.AnswerId(turn);
        turn.NoteAskedBack();
        turn.Show("ask-back", AskBack.Unclear(unclear, turn.Reader, answerId), QueryAnswers.AnswerKey(answerId));
        return state;
    }
}
