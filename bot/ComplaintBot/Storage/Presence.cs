namespace ComplaintBot.Storage;

/// <summary>A sign that this process lives, which all others on the database see and which is gone the moment it dies, however it
/// dies. It spares people the wait for a lease to run out; whether something may be written is decided by the lease alone.</summary>
public sealed class Presence(SqlDialect dialect) : IAsyncDisposable
{
    // Names without it come from a program that gave no sign.
    private const string Mark = "live:";
    private readonly SemaphoreSlim _one = new(1, 1);
    private INameHeld? _sign;

    /// <summary>This process on this database; another one each time the program starts.</summary>
    public string Name { get; } = $"{Mark}{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Gives the sign, if it does not stand yet.</summary>
    public Task ShowAsync(CancellationToken cancellationToken) => _sign is null ? ShowAgainAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Gives the sign again where it was lost, such as by a restart of the database's server.</summary>
    public async Task ShowAgainAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_sign is { } sign && await sign.IsHeldAsync(cancellationToken))
                return;
            if (_sign is not null)
                await _sign.DisposeAsync();
            _sign = null;
            _sign = await dialect.HoldNameAsync(Name, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>True when the process of that name gave a sign and it is gone; false when it lives, or never gave one.</summary>
    public async Task<bool> HasEndedAsync(string name, CancellationToken cancellationToken) =>
        name.StartsWith(Mark, StringComparison.Ordinal) && name != Name && !await dialect.IsNameHeldAsync(name, cancellationToken);

    /// <summary>Takes the sign away.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_sign is not null)
            await _sign.DisposeAsync();
        _sign = null;
        _one.Dispose();
    }
}

/// <summary>A name that nobody else on the database can hold. Disposing lets it go, and so does the end of the process.</summary>
public interface INameHeld : IAsyncDisposable
{
    /// <summary>True as long as it is held.</summary>
    Task<bool> IsHeldAsync(CancellationToken cancellationToken);
}
