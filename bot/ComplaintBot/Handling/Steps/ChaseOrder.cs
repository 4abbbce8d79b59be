using ComplaintBot.Conversations;
using ComplaintBot.Handling.Chasing;

namespace ComplaintBot.Handling.Steps;

/// <summary>"Chase the second one."</summary>
internal sealed class ChaseOrder(Chases chases) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        await chases.TryAsync(turn, state, heard.Meaning, cancellationToken);
}
