using ComplaintBot.Workers;

namespace ComplaintBot.Storage.Files;

/// <summary>Deletes contents that belong to no row any more, every minute: what an admin erased is gone soon, also outside the
/// database.</summary>
public sealed class LooseFiles(FileContents files, TimeProvider time, ILogger<LooseFiles> log) : PeriodicWorker(time, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override string Failure => "Contents of files that belong to nobody could not be deleted";

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await files.SweepAsync(cancellationToken);
        return false;
    }
}
