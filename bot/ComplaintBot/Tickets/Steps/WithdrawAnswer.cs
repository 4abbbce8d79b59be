using ComplaintBot.Conversations;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>The answer to "really withdraw it?".</summary>
internal sealed class WithdrawAnswer : IOpenQuestion<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (state.Pending is not { Kind: PendingKind.Withdraw, Ticket: { } ticket })
            return null;
        bool? said = heard.Intent == Intents.Withdraw ? true : null;
        var answer = heard.Meaning.KeepsOn ? false : Buttons.Answer(turn, heard, "talk.button.withdraw", "talk.button.keepIt");
        switch (answer ?? said)
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

    // Whoever says something else does not want it just now: a "yes" of later is none to this.
    public CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state.Pending?.Kind == PendingKind.Withdraw ? state with { Pending = null } : state;

    /// <inheritdoc/>
    public CustomerState? PutAgain(Turn turn, CustomerState state) =>
        state is { Draft: null, Pending: { Kind: PendingKind.Withdraw, PutAgain: false, Ticket: { } ticket } }
            ? Ask(turn, state, ticket) with
            {
                Pending = state.Pending with { PutAgain = true },
            }
            : null;

    /// <summary>Asks whether the complaint shall really end.</summary>
    public static CustomerState Ask(Turn turn, CustomerState state, string ticket)
    {
        turn.Ask(
            turn.Speech.Strings.Text(turn.Language, "talk.reallyWithdraw", ("ticket", ticket)),
            Buttons.Of(turn, "talk.button.withdraw", "talk.button.keepIt")
        );
        return state with { Pending = new(PendingKind.Withdraw, ticket) };
    }
}
