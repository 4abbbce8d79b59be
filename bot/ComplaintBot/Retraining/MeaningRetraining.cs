using Understanding.Learning;

namespace ComplaintBot.Retraining;

/// <summary>Learns from what people picked when the bot asked what they meant.</summary>
public sealed class MeaningRetraining(PickedMeanings picked, LearnedMeanings learned, TimeProvider time, ILogger<MeaningRetraining> log)
    : HourlyRetraining(time, log)
{
    /// <summary>So many picks more are worth the seconds that learning takes.</summary>
    public const int Least = 5;

    private (long Count, long Newest) _stamp;

    /// <inheritdoc/>
    protected override string Failure => "Learning from what people picked failed";

    /// <inheritdoc/>
    public override async Task<bool> LearnAsync(CancellationToken cancellationToken)
    {
        var stamp = await picked.StampAsync(cancellationToken);
        if (stamp == _stamp || Math.Abs(stamp.Newest - _stamp.Newest) < Least)
            return false;
        var all = await picked.ReadAsync(cancellationToken);
        _stamp = stamp;
        await Aside(() => learned.Learn(all), cancellationToken);
        Log.LogInformation("Learnt what {Count} unsure messages meant.", all.Count);
        return true;
    }
}
