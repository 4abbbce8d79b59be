using ComplaintBot.Conversations;
using Understanding;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking.Steps;

/// <summary>"Why?" about the answer before: what each complaint shown waits for, or the figure by category.</summary>
internal sealed class WhyThis(QueryAnswers answers) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (!WhyQuestions.Asks(heard.Text))
            return null;
        // A list forgets the ticket of before: one that is remembered beside it was looked at since.
        if (state.Shown is { Count: > 0 } shown)
            return await WhyOpen.SayAsync(turn, state.LastTicket is { } opened ? [opened] : shown, cancellationToken) ? state : null;
        // A figure is explained by what it is made of.
        if (state.PreviousQuestion() is { GroupBy: null, Kind: QueryKind.Metric or QueryKind.Count } figure)
        {
            var parts = figure with { GroupBy = Grouping.Category, Format = null };
            return await answers.SayAsync(turn, state, parts, [], cancellationToken);
        }
        return state.LastTicket is { } last && await WhyOpen.SayAsync(turn, [last], cancellationToken) ? state : null;
    }
}
