using ComplaintBot.Conversations;
using Complaints.Surveys;

namespace ComplaintBot.Tickets.Steps;

/// <summary>The answer to the survey's second question, whether it was solved: yes, partly, no, by words instead of a button.</summary>
internal sealed class SurveySolvedAnswer : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            state is not { Draft: null, Pending: { Kind: PendingKind.SurveySolved, Ticket: { } ticket } }
            || await turn.VisibleComplaintAsync(ticket, cancellationToken) is not { } surveyed
            || surveyed.SurveyOf(turn.Person.Actor.Id) is not { Solved: null } first
            || Solved(turn, heard) is not { } solved
        )
            return null;
        var answer = new AnswerSurvey(first.Score) { Solved = solved, Comment = first.Comment };
        if (await CustomerCommands.DoAsync(turn, ticket, answer, "", cancellationToken))
            SurveyScore.ShowNext(turn, surveyed);
        return state with { Pending = null };
    }

    public CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state.Pending?.Kind == PendingKind.SurveySolved ? state with { Pending = null } : state;

    private static string? Solved(Turn turn, Heard heard) =>
        Buttons.IsPressed(turn, heard.Text, "survey.partly") ? "partly"
        : Buttons.Answer(turn, heard, "survey.yes", "survey.no") is { } plain ? (plain ? "yes" : "no")
        : Understanding.Messages.Solved.In(heard.Text);
}
