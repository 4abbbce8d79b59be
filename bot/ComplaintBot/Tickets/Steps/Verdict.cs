using ComplaintBot.Conversations;
using Complaints;
using Complaints.Rounds;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>Yes or no to a result that waits for the customer's word.</summary>
internal sealed class Verdict : IStep<CustomerState>
{
    // "No" alone says nothing about what is still wrong.
    private const int ShortestReason = 4;

    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (
            state.Draft is not null
            || heard.Intent is not (Intents.Satisfied or Intents.Yes or Intents.Unsatisfied or Intents.No)
            || (await CaseMeant.AmongAsync(turn, heard, cancellationToken)).FirstOrDefault(c =>
                c.State == ComplaintState.AwaitingConfirmation
            )
                is not { } asked
        )
            return null;
        if (heard.Intent is Intents.Satisfied or Intents.Yes)
            await CustomerCommands.DoAsync(turn, asked.Ticket, new ConfirmSatisfied(heard.Text), "talk.satisfied", cancellationToken);
        else if (heard.Text.Trim().Length < ShortestReason)
            return WhatIsWrong.Ask(turn, state, asked.Ticket, PendingKind.UnsatisfiedReason);
        else
            await CustomerCommands.DoAsync(turn, asked.Ticket, new RejectResult(heard.Text), "talk.newRound", cancellationToken);
        return state with { LastTicket = asked.Ticket };
    }
}
