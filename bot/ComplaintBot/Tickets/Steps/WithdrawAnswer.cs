using ComplaintBot.Conversations;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>The answer to "really withdraw it?".</summary>
internal sealed class WithdrawAnswer : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (state.Pending is not { Kind: PendingKind.Withdraw, Ticket: { } ticket })
            return null;
        bool? isYes = heard.Intent == Intents.Withdraw ? true : null;
        switch (Buttons.Answer(turn, heard, "talk.button.withdraw", "talk.button.keepIt") ?? isYes)
        {
            case true:
                await CustomerCommands.DoAsync(turn, ticket, new Withdraw(null), "talk.withdrawn", cancellationToken);
                break;
            case false:
                turn.Say("talk.kept", ("ticket", ticket));
                break;
            default:
                return null;
        }
        return state with { Pending = null };
    }
}
