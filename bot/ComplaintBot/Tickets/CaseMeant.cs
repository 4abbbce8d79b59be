using ComplaintBot.Conversations;
using Complaints;

namespace ComplaintBot.Tickets;

/// <summary>Which of a customer's own complaints a message can be about.</summary>
internal static class CaseMeant
{
    /// <summary>The one whose number is in the words, else all of theirs, the newest first.</summary>
    public static async Task<IReadOnlyList<Complaint>> AmongAsync(Turn turn, Heard heard, CancellationToken cancellationToken)
    {
        var mine = await turn.OwnCasesAsync(cancellationToken);
        var number = heard.Slots.Ticket;
        var named = mine.FirstOrDefault(c => number is not null && (turn.NumberOf(c) == number || c.Ticket == number));
        return named is null ? mine : [named];
    }
}
