using ComplaintBot.Storage;
using Complaints;
using Complaints.Assignment;

namespace ComplaintBot.Conversations;

/// <summary>What turns read, from the database.</summary>
public sealed class SqlTurnStore(ComplaintStore complaints, Database database, TimeProvider time) : ITurnStore
{
    private const int Most = 50;

    // In a burst nobody gets two more than a colleague: what was given within the last hour counts.
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public Task<Complaint?> FindComplaintAsync(string ticket, CancellationToken cancellationToken) =>
        complaints.LoadAsync(ticket, cancellationToken);

    /// <inheritdoc/>
    public Task<string> NextTicketAsync(DateOnly day, CancellationToken cancellationToken) =>
        complaints.NextTicketAsync(day, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Workload>> WorkloadsAsync(CancellationToken cancellationToken) =>
        complaints.WorkloadsAsync(time.GetUtcNow() - Lately, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> TicketsOfCustomerAsync(string customerId, CancellationToken cancellationToken) =>
        complaints.OfCustomerAsync(customerId, Most, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> TicketsOfOwnerAsync(string aadObjectId, CancellationToken cancellationToken) =>
        complaints.OfOwnerAsync(aadObjectId, Most, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> AllTicketsOfOwnerAsync(string aadObjectId, CancellationToken cancellationToken) =>
        complaints.OfOwnerAsync(aadObjectId, int.MaxValue, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> KeyOfSentAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        await database.QueryAsync<string>(
            "SELECT message_key FROM sent_messages WHERE conversation_id = @conversationId AND activity_id = @activityId",
            new { conversationId, activityId },
            cancellationToken
        )
            is [var key, ..]
            ? key
            : null;
}
