using Complaints;

namespace ComplaintBot.Conversations;

/// <summary>Finds the tickets that staff mean by a part of a number or by a description.</summary>
public interface ITicketsMeant
{
    /// <summary>The tickets that the words can mean, the likeliest; empty when none is known.</summary>
    Task<IReadOnlyList<Complaint>> FindAsync(Turn turn, StaffState state, string words, CancellationToken cancellationToken);
}
