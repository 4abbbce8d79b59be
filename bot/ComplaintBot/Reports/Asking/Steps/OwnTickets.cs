using ComplaintBot.Conversations;
using Understanding;
using Understanding.Questions;

namespace ComplaintBot.Reports.Asking.Steps;

/// <summary>"My tickets."</summary>
internal sealed class OwnTickets(QueryAnswers answers) : IStep<StaffState>
{
    private static readonly ComplaintQuery Mine = new()
    {
        Kind = QueryKind.List,
        Filters = new() { Status = [QueryStatus.Open], Owner = "me" },
    };

    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        heard.Intent is Intents.Mine or Intents.Status ? await answers.SayAsync(turn, state, Mine, [], cancellationToken) : null;
}
