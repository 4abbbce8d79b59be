using ComplaintBot.Conversations;
using Complaints;
using Complaints.Events;

namespace ComplaintBot.Tickets;

/// <summary>Which of a customer's own complaints a message can be about.</summary>
internal static class CaseMeant
{
    // So long words without a name go on about the complaint that was named before, or that we wrote about.
    private static readonly TimeSpan SameTalk = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Answering = TimeSpan.FromDays(2);

    /// <summary>The one whose number or topic is in the words, else all of theirs, the newest first.</summary>
    public static async Task<IReadOnlyList<Complaint>> AmongAsync(Turn turn, Heard heard, CancellationToken cancellationToken)
    {
        var mine = await turn.OwnCasesAsync(cancellationToken);
        var number = heard.Slots.Ticket ?? heard.About;
        var named = mine.FirstOrDefault(c => number is not null && (turn.NumberOf(c) == number || c.Ticket == number));
        return named is null ? mine : [named];
    }

    /// <summary>The open one that a message is about: the one it names, else the one it surely goes on about, else the one last talked
    /// about; null when none is open.</summary>
    public static async Task<Complaint?> CurrentAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken) =>
        await turn.CurrentCaseAsync(
            heard.Slots.Ticket ?? heard.About ?? await SurelyAsync(turn, state, cancellationToken) ?? state.LastTicket,
            cancellationToken
        );

    /// <summary>The number of the open complaint that words without a name go on about: the only one, the one that waits for the
    /// customer's word, the one just named, the one that we wrote about last. Null where it may be several.</summary>
    public static async Task<string?> SurelyAsync(Turn turn, CustomerState state, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(turn, cancellationToken);
        if (open is [] or [_])
            return open is [var only] ? turn.NumberOf(only) : null;
        if (open.Where(Waits).ToList() is [var waiting])
            return turn.NumberOf(waiting);
        if (IsTalkedOf(turn, state) && open.FirstOrDefault(c => turn.NumberOf(c) == state.TalkedOf!.Ticket) is { } talked)
            return turn.NumberOf(talked);
        var newest = open.Max(c => c.ReceivedAt);
        var wrote = open.Select(c => (Case: c, At: WroteAt(c)))
            .Where(w => w.At > newest && turn.Now - w.At <= Answering)
            .OrderByDescending(w => w.At)
            .Select(w => w.Case)
            .FirstOrDefault();
        return wrote is null ? null : turn.NumberOf(wrote);
    }

    /// <summary>True while the customer goes on about a complaint that they named shortly before.</summary>
    public static bool IsTalkedOf(Turn turn, CustomerState state) => state.TalkedOf is { } named && turn.Now - named.At <= SameTalk;

    /// <summary>The open ones, the newest first; praise waits for nothing.</summary>
    public static async Task<IReadOnlyList<Complaint>> OpenAsync(Turn turn, CancellationToken cancellationToken) =>
        [.. (await turn.OwnCasesAsync(cancellationToken)).Where(c => c.IsOpen && c.Kind != RecordKind.Praise)];

    private static bool Waits(Complaint complaint) =>
        complaint.State == ComplaintState.AwaitingConfirmation || complaint.Hold?.Reason == HoldReason.WaitingCustomer;

    private static DateTimeOffset? WroteAt(Complaint complaint) => complaint.History.LastOrDefault(e => e.Event is CustomerTold)?.At;
}
