using ComplaintBot.Workers;

namespace ComplaintBot.Storage;

/// <summary>Lets the database's planner know how the tables have grown: at start and once a day. Without it questions stay right
/// and become slow.</summary>
public sealed class Tidying(Database database, TimeProvider time, ILogger<Tidying> log) : PeriodicWorker(time, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override string Failure => "The planner's statistics could not be brought up to date";

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await database.TidyAsync(cancellationToken);
        return false;
    }
}
