using ComplaintBot.Storage;

namespace ComplaintBot.Reports.Sums;

/// <summary>Keeps the sums of figures exact with each change of a complaint.</summary>
public sealed class SumsBeside : IKeptBeside
{
    /// <inheritdoc/>
    public Task BeforeAsync(DbTransactionScope tx, string ticket, CancellationToken cancellationToken) =>
        SumKeeper.BeforeAsync(tx, ticket, cancellationToken);
}
