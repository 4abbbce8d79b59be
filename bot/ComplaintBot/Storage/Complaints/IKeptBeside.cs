namespace ComplaintBot.Storage;

/// <summary>What follows from the tables of complaints and is kept exact in the same transaction, such as sums of figures. Storage
/// knows only that there is something.</summary>
public interface IKeptBeside
{
    /// <summary>Called before the tables of a complaint are changed, once or more in a transaction.</summary>
    Task BeforeAsync(DbTransactionScope tx, string ticket, CancellationToken cancellationToken);
}
