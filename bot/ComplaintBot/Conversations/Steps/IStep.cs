namespace ComplaintBot.Conversations;

/// <summary>One thing that a conversation does with messages: when it takes one, and what it does then. A step knows no other; which
/// wins is decided by the order in which they are listed.</summary>
/// <typeparam name="TState">What the conversation remembers.</typeparam>
public interface IStep<TState>
    where TState : class
{
    /// <summary>Takes the message and gives what is remembered after it; null when it is none of this step's: then nothing was
    /// said and nothing changed.</summary>
    ValueTask<TState?> TakeAsync(Turn turn, TState state, Heard heard, CancellationToken cancellationToken);

    /// <summary>What the steps after this one start from when it did not take the message: a question that was not answered is
    /// dropped, a file is kept.</summary>
    TState Pass(Turn turn, TState state, Heard heard) => state;
}

/// <summary>A step that is done at once whatever the bot is waiting for: afterwards the open question is put again.</summary>
/// <typeparam name="TState">What the conversation remembers.</typeparam>
public interface IInterruption<TState> : IStep<TState>
    where TState : class;

/// <summary>A step that asks a question which stays open over several messages.</summary>
/// <typeparam name="TState">What the conversation remembers.</typeparam>
public interface IOpenQuestion<TState> : IStep<TState>
    where TState : class
{
    /// <summary>Puts the open question again after something else was done; null when none of this step's is open.</summary>
    TState? PutAgain(Turn turn, TState state);
}

/// <summary>A step that looks nothing up.</summary>
/// <typeparam name="TState">What the conversation remembers.</typeparam>
public abstract class PlainStep<TState> : IStep<TState>
    where TState : class
{
    /// <inheritdoc/>
    public ValueTask<TState?> TakeAsync(Turn turn, TState state, Heard heard, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Take(turn, state, heard));

    /// <inheritdoc/>
    public virtual TState Pass(Turn turn, TState state, Heard heard) => state;

    /// <summary><see cref="IStep{TState}.TakeAsync"/> at once.</summary>
    protected abstract TState? Take(Turn turn, TState state, Heard heard);
}
