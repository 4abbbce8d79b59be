using ComplaintBot.Conversations;
using Complaints.Intake;
using Complaints.Procedure;

namespace ComplaintBot.Tickets.Steps;

/// <summary>A number and its secret code from another device: from now on the complaint is followed here too. Wrong ones are
/// answered alike.</summary>
internal sealed class NumberAndCode : IInterruption<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (
            heard.Slots.Ticket is not { } ticket
            || FollowUpCode.Find(heard.Text.Replace(ticket, "", StringComparison.OrdinalIgnoreCase)) is not { } code
        )
            return null;
        var device = new Complainant(turn.Person.Actor.Id, turn.Language) { Anonymous = true };
        if (
            await turn.ComplaintAsync(ticket, cancellationToken) is { } complaint
            && ComplaintDesk
                .Do(
                    complaint,
                    new FollowElsewhere(FollowUpCode.Hash(code), device),
                    (await turn.CommandContextAsync(cancellationToken)).AsSystem()
                )
                .Ok
        )
        {
            turn.Show("status", CustomerCards.Status(complaint, turn.Reader));
            return state with { LastTicket = ticket };
        }
        turn.Say("talk.notFound", ("ticket", ticket));
        return state;
    }
}
