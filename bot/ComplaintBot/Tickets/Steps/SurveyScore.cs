using ComplaintBot.Conversations;
using Complaints;
using Complaints.Surveys;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>A score typed instead of pressed while a survey is open, with what is said beside it; then the second question.</summary>
internal sealed class SurveyScore : IStep<CustomerState>
{
    // Longer words that hold a figure are about something else.
    private const int Longest = 60;

    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            state.Draft is not null
            || heard.Text.Length > Longest
            || heard.Slots is { Phone: not null } or { HappenedFrom: not null } or { OrderNumber: not null }
            || SurveyAnswers.StarsIn(heard.Text) is not { } score
            || (await CaseMeant.AmongAsync(turn, heard, cancellationToken)).FirstOrDefault(c => c.IsSurveyOpenFor(turn.Person.Actor.Id))
                is not { } surveyed
        )
            return null;
        var comment = heard.Text.Count(char.IsLetterOrDigit) > 4 ? heard.Text : null;
        if (!await CustomerCommands.DoAsync(turn, surveyed.Ticket, new AnswerSurvey(score) { Comment = comment }, "", cancellationToken))
            return state;
        ShowNext(turn, surveyed);
        return state with { Pending = new(PendingKind.SurveySolved, surveyed.Ticket), LastTicket = surveyed.Ticket };
    }

    /// <summary>Shows the survey at the step that is next.</summary>
    public static void ShowNext(Turn turn, Complaint surveyed) =>
        turn.Show("survey-short", CustomerCards.Survey(surveyed, turn.Reader), CustomerCards.SurveyKey(surveyed));
}
