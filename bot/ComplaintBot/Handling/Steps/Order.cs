using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Handling.Steps;

/// <summary>Something to do, typed instead of pressed.</summary>
internal sealed class Order(StaffActions actions) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken) =>
        heard.Intent == Intents.Act ? await actions.TypedAsync(turn, state, heard, cancellationToken) : null;
}
