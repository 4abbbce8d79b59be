using ComplaintBot.People;
using Understanding.Categories;

namespace ComplaintBot.Retraining;

/// <summary>Learns categories and severities from the organisation's closed complaints.</summary>
public sealed class CategoryRetraining(
    ConfirmedComplaints complaints,
    LearnedCategories learned,
    OrganisationSource organisation,
    TimeProvider time,
    ILogger<CategoryRetraining> log
) : HourlyRetraining(time, log)
{
    /// <summary>So many closed complaints are needed before learning can say more than the organisation file does.</summary>
    public const int Least = 20;

    private string _stamp = "";

    /// <inheritdoc/>
    protected override string Failure => "Learning from closed complaints failed";

    /// <inheritdoc/>
    public override async Task<bool> LearnAsync(CancellationToken cancellationToken)
    {
        var stamp = await complaints.StampAsync(cancellationToken);
        if (stamp == _stamp)
            return false;
        var history = await complaints.ReadAsync(cancellationToken);
        _stamp = stamp;
        if (history.Count < Least || history.DistinctBy(c => c.Category).Count() < 2)
            return false;
        var current = organisation.Current;
        await Aside(() => learned.Replace(LearnedModel.Learn(history, current)), cancellationToken);
        Log.LogInformation("Learnt categories from {Count} closed complaints.", history.Count);
        return true;
    }
}
