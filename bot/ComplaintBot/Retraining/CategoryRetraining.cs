using ComplaintBot.Background;
using ComplaintBot.People;
using Understanding.Categories;

namespace ComplaintBot.Retraining;

/// <summary>Learns from the organisation's closed complaints in the background: at start, and every hour in which something was
/// closed or corrected. Messages are
/// understood with the model before until the new one is ready.</summary>
public sealed class CategoryRetraining(
    ConfirmedComplaints complaints,
    LearnedCategories learned,
    OrganisationSource organisation,
    TimeProvider time,
    ILogger<CategoryRetraining> log
) : PeriodicWorker(time, log)
{
    /// <summary>So many closed complaints are needed before learning can say more than the organisation file does.</summary>
    public const int Least = 20;

    private string _stamp = "";

    /// <inheritdoc/>
    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override string Failure => "Learning from closed complaints failed";

    /// <inheritdoc/>
    protected override async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        await LearnAsync(cancellationToken);
        return false;
    }

    /// <summary>Learns if there is something new and enough of it; true when a new model is in place.</summary>
    public async Task<bool> LearnAsync(CancellationToken cancellationToken)
    {
        var stamp = await complaints.StampAsync(cancellationToken);
        if (stamp == _stamp)
            return false;
        var history = await complaints.ReadAsync(cancellationToken);
        _stamp = stamp;
        if (history.Count < Least || history.DistinctBy(c => c.Category).Count() < 2)
            return false;
        var current = organisation.Current;
        // On a thread of its own: turns must not wait for it.
        learned.Replace(
            await Task.Factory.StartNew(
                () => LearnedModel.Learn(history, current),
                cancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
        );
        Log.LogInformation("Learnt categories from {Count} closed complaints.", history.Count);
        return true;
    }
}
