using ComplaintBot.Conversations;
using Complaints.Surveys;

namespace ComplaintBot.Tickets.Steps;

/// <summary>A score typed instead of pressed, while a survey is open.</summary>
internal sealed class SurveyScore : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (
            state.Draft is not null
            || Score(heard.Text) is not { } score
            || (await CaseMeant.AmongAsync(turn, heard, cancellationToken)).FirstOrDefault(c => c.OpenSurvey is not null)
                is not { } surveyed
        )
            return null;
        await CustomerCommands.DoAsync(turn, surveyed.Ticket, new AnswerSurvey(score), "talk.surveyThanks", cancellationToken);
        return state;
    }

    private static int? Score(string text) => text.Trim() is [>= '1' and <= '5'] digit ? digit[0] - '0' : null;
}
