using System.Data.Common;
using System.Threading.Channels;

namespace ComplaintBot.Storage;

/// <summary>The writes of this process, for an engine with one writer: what waits while a transaction runs goes into the next one together,
/// as a commit costs more than most of what is committed. Each write is undone alone when it fails, and is answered only after the
/// commit.</summary>
internal sealed class WriteQueue(SqlDialect dialect) : IAsyncDisposable
{
    // So many small writes take some ten milliseconds, which is how long the first of them waits for the last.
    private const int MostTogether = 64;
    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Lock _start = new();
    private Task? _work;

    /// <summary>Runs a write and commits it; what it throws undoes it.</summary>
    public Task<T> RunAsync<T>(Func<DbTransactionScope, Task<T>> write, CancellationToken cancellationToken)
    {
        lock (_start)
            _work ??= Task.Run(WorkAsync, CancellationToken.None);
        var waiting = new Waiting<T>(write, cancellationToken);
        return _waiting.Writer.TryWrite(waiting)
            ? waiting.Done
            : throw new ObjectDisposedException(nameof(Database), "The database was closed; nothing more is written.");
    }

    /// <summary>Writes what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        Task? work;
        lock (_start)
            work = _work;
        if (work is not null)
            await work;
    }

    private async Task WorkAsync()
    {
        var together = new List<Waiting>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var next))
            {
                if (!next.IsCancelled())
                    together.Add(next);
            }
            if (together.Count > 0)
                await WriteAsync(together);
            together.Clear();
        }
    }

    // Whatever goes wrong is told to those who wait for it; the queue goes on.
    private async Task WriteAsync(List<Waiting> together)
    {
        try
        {
            await using var connection = await dialect.OpenAsync(CancellationToken.None);
            await using var transaction = await dialect.BeginAsync(connection, CancellationToken.None);
            foreach (var one in together)
                await WriteAsync(one, connection, transaction, alone: together.Count == 1);
            if (together.Any(w => w.Error is null))
                await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            foreach (var one in together)
                one.Error ??= e;
        }
        foreach (var one in together)
            one.Answer();
    }

    private async Task WriteAsync(Waiting one, DbConnection connection, DbTransaction transaction, bool alone)
    {
        var scope = new DbTransactionScope(connection, transaction, dialect);
        // Only to undo it alone; a transaction of one is undone as a whole.
        if (!alone)
            await scope.ExecuteAsync("SAVEPOINT one");
        try
        {
            await one.RunAsync(scope);
        }
        catch (Exception e)
        {
            one.Error = e;
            if (!alone)
                await scope.ExecuteAsync("ROLLBACK TO one");
        }
        if (!alone)
            await scope.ExecuteAsync("RELEASE one");
    }

    private abstract class Waiting(CancellationToken cancellationToken)
    {
        // Log scopes and the trace are those of the caller.
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        public Exception? Error { get; set; }

        protected CancellationToken CancellationToken { get; } = cancellationToken;

        public abstract bool IsCancelled();

        public abstract void Answer();

        public Task RunAsync(DbTransactionScope scope)
        {
            if (_context is null)
                return WriteAsync(scope);
            Task? running = null;
            ExecutionContext.Run(_context, _ => running = WriteAsync(scope), null);
            return running!;
        }

        protected abstract Task WriteAsync(DbTransactionScope scope);
    }

    private sealed class Waiting<T>(Func<DbTransactionScope, Task<T>> write, CancellationToken cancellationToken)
        : Waiting(cancellationToken)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Done => _done.Task;

        public override bool IsCancelled() => CancellationToken.IsCancellationRequested && _done.TrySetCanceled(CancellationToken);

        public override void Answer()
        {
            if (Error is OperationCanceledException cancelled)
                _done.TrySetCanceled(cancelled.CancellationToken);
            else if (Error is not null)
                _done.TrySetException(Error);
            else
                _done.TrySetResult(_result);
        }

        protected override async Task WriteAsync(DbTransactionScope scope)
        {
            _result = await write(scope);
            await scope.FinishAsync(CancellationToken);
        }
    }
}
