using ComplaintBot.Conversations;
using Complaints.Rounds;
using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>The answer to "what is still wrong?": with these words a new round begins, or the complaint is open again.</summary>
internal sealed class WhatIsWrong(Reopening reopening) : IStep<CustomerState>
{
    // None of these says what is wrong: no round begins by them.
    private static readonly string[] NoReasons =
    [
        TurnMeanings.Status,
        TurnMeanings.Human,
        TurnMeanings.Withdraw,
        TurnMeanings.Cancel,
        TurnMeanings.Thanks,
        TurnMeanings.Language,
        TurnMeanings.Satisfied,
    ];

    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            state.Pending is not { Kind: PendingKind.UnsatisfiedReason or PendingKind.ReopenReason, Ticket: { } ticket } pending
            || heard.Intent is Intents.Cancel
            || heard.Meaning.Verdict == true
            || NoReasons.Contains(heard.Turn)
            // "Ah, it did arrive": asked back whether it is all right after all.
            || Verdicts.SoundContent(heard.Text)
            || Verdicts.IsNod(heard.Text)
        )
            return null;
        state = state with { Pending = null };
        if (pending.Kind == PendingKind.ReopenReason)
            return await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } again
                ? await reopening.ReopenAsync(turn, state, again, heard, cancellationToken)
                : state;
        await CustomerCommands.DoAsync(turn, ticket, new RejectResult(heard.Text), "talk.newRound", cancellationToken);
        return state;
    }

    public CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state.Pending?.Kind is PendingKind.UnsatisfiedReason or PendingKind.ReopenReason ? state with { Pending = null } : state;

    /// <summary>Asks for the words.</summary>
    public static CustomerState Ask(Turn turn, CustomerState state, string ticket, PendingKind kind)
    {
        turn.Say(kind == PendingKind.ReopenReason ? "talk.whyReopen" : "talk.whyUnsatisfied", ("ticket", ticket));
        return state with { Pending = new(kind, ticket) };
    }
}
