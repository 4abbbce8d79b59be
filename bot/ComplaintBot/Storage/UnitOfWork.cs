using ComplaintBot.Telemetry;

namespace ComplaintBot.Storage;

/// <summary>Something to be written when a turn ends. It may be run more than once: each time in a fresh transaction of which only
/// one commits.</summary>
public interface IWrite
{
    /// <summary>Writes inside the transaction.</summary>
    /// <exception cref="ConcurrencyException">What the write was decided on has changed meanwhile.</exception>
    Task ExecuteAsync(DbTransactionScope tx, CancellationToken cancellationToken);
}

/// <summary>A write from a few statements, where a class of its own would say no more.</summary>
public sealed class Write(Func<DbTransactionScope, CancellationToken, Task> execute) : IWrite
{
    /// <inheritdoc/>
    public Task ExecuteAsync(DbTransactionScope tx, CancellationToken cancellationToken) => execute(tx, cancellationToken);
}

/// <summary>Somebody else changed what a turn had read. The turn is run again on the new state.</summary>
public sealed class ConcurrencyException : Exception
{
    /// <summary>A conflict that nobody described.</summary>
    public ConcurrencyException()
        : this("What was read has changed meanwhile.") { }

    /// <summary>A conflict in words for the log.</summary>
    public ConcurrencyException(string message)
        : base(message) { }

    /// <summary>A conflict in words for the log, with its cause.</summary>
    public ConcurrencyException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>Collects what a turn wants to write and writes all of it in one short transaction at the end, or nothing. While the turn thinks
/// (or asks a model, or a directory) no transaction is open. For one turn, one thread at a time.</summary>
public sealed class UnitOfWork(Database database)
{
    private const int Tries = 3;
    private readonly List<IWrite> _writes = [];
    private readonly List<IWrite> _last = [];
    private readonly List<Action> _afterCommit = [];
    private readonly Dictionary<Type, object> _kept = [];
    private bool _committed;

    /// <summary>Adds a write; writes run in the order they were added.</summary>
    public void Add(IWrite write) => _writes.Add(write);

    /// <summary>Adds a write from a few statements.</summary>
    public void Add(Func<DbTransactionScope, CancellationToken, Task> write) => _writes.Add(new Write(write));

    /// <summary>Adds a write that runs after all others. What most turns write to (such as the outbox) comes last, so that transactions
    /// take their locks in the same order and do not block each other.</summary>
    public void AddLast(IWrite write) => _last.Add(write);

    /// <summary>Runs once the transaction has committed, such as waking a worker. Must not fail and must not matter when the
    /// process dies before it.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>One object of type <typeparamref name="T"/> for this unit of work, so that a turn sees what it itself is about to
    /// write.</summary>
    public T Keep<T>(Func<T> create)
        where T : class
    {
        if (!_kept.TryGetValue(typeof(T), out var kept))
            _kept[typeof(T)] = kept = create();
        return (T)kept;
    }

    /// <summary>Writes everything in one transaction.</summary>
    /// <exception cref="ConcurrencyException">Something read by the turn has changed; nothing was written.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        if (_committed)
            throw new InvalidOperationException("This unit of work was committed before.");
        if (_writes.Count + _last.Count > 0)
        {
            using var span = Spans.Start("commit");
            await database.WriteAsync(
                async tx =>
                {
                    foreach (var write in _writes.Concat(_last))
                        await write.ExecuteAsync(tx, cancellationToken);
                },
                cancellationToken
            );
        }
        _committed = true;
        foreach (var action in _afterCommit)
            action();
    }

    /// <summary>Runs <paramref name="turn"/> and commits; when somebody else was faster, runs it again from the start, at most
    /// three times.</summary>
    /// <exception cref="ConcurrencyException">It lost every time.</exception>
    public static async Task RunAsync(Database database, Func<UnitOfWork, Task> turn, CancellationToken cancellationToken = default)
    {
        for (var tried = 1; ; tried++)
        {
            var work = new UnitOfWork(database);
            await turn(work);
            try
            {
                await work.CommitAsync(cancellationToken);
                return;
            }
            catch (ConcurrencyException) when (tried < Tries)
            {
                // The next run reads what the other one wrote.
            }
        }
    }
}
