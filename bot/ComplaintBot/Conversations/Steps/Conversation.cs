using System.Diagnostics;
using ComplaintBot.Telemetry;

namespace ComplaintBot.Conversations;

/// <summary>A conversation: each message is read once and offered to the steps in their order; the first that takes it decides.</summary>
/// <typeparam name="TState">What the conversation remembers.</typeparam>
public sealed class Conversation<TState>(
    Listener listener,
    IReadOnlyList<IStep<TState>> unread,
    IReadOnlyList<IStep<TState>> steps,
    IReadOnlyList<IPress<TState>> presses
)
    where TState : class
{
    /// <summary>Somebody wrote words, sent files, or both. What the conversation remembers after it.</summary>
    public async Task<TState> SaidAsync(Turn turn, TState state, Heard heard, CancellationToken cancellationToken)
    {
        var (after, by) = await FirstAsync(unread, turn, state, heard, cancellationToken);
        if (by is not null)
            return after;
        heard = await listener.ReadAsync(turn, after, heard, cancellationToken);
        (after, by) = await FirstAsync(steps, turn, after, heard, cancellationToken);
        if (by is null)
            throw new InvalidOperationException("The last step takes every message.");
        Activity.Current?.SetTag("conversation.step", by.GetType().Name);
        Figures.Readings.Add(
            1,
            new("role", turn.Person.IsStaff ? "staff" : "customer"),
            new("outcome", turn.AskedBack ? "asked_back" : "understood")
        );
        return by is IInterruption<TState> ? PutAgain(turn, after) : after;
    }

    /// <summary>Somebody pressed a button.</summary>
    public Task<Pressed<TState>> PressedAsync(Turn turn, TState state, CardInputs inputs, CancellationToken cancellationToken) =>
        presses.First(p => p.Takes(inputs)).PressAsync(turn, state, inputs, cancellationToken);

    // By nobody: what is left is what the steps passed on.
    private static async Task<(TState State, IStep<TState>? By)> FirstAsync(
        IReadOnlyList<IStep<TState>> steps,
        Turn turn,
        TState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        foreach (var step in steps)
        {
            if (await step.TakeAsync(turn, state, heard, cancellationToken) is { } taken)
                return (taken, step);
            state = step.Pass(turn, state, heard);
        }
        return (state, null);
    }

    private TState PutAgain(Turn turn, TState state) =>
        steps.OfType<IOpenQuestion<TState>>().Select(q => q.PutAgain(turn, state)).FirstOrDefault(s => s is not null) ?? state;
}
