using ComplaintBot.Conversations;
using Complaints.Intake;
using Complaints.Procedure;

namespace ComplaintBot.Tickets.Steps;

/// <summary>A number and its secret code from another device: from now on the complaint is followed here too. Wrong ones are
/// answered alike.</summary>
internal sealed class NumberAndCode(CodeTries tries) : IInterruption<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Slots.Ticket is not { } ticket)
            return null;
        var rest = heard.Text.Replace(ticket, "", StringComparison.OrdinalIgnoreCase);
        var code = FollowUpCode.Find(rest);
        if (code is null && !FollowUpCode.IsTry(rest))
            return null;
        var device = new Complainant(turn.Person.Actor.Id, turn.Language);
        if (
            code is not null
            && !await tries.AreTooManyAsync(turn.Person.Actor.Id, ticket, turn.Now, cancellationToken)
            && await turn.ComplaintAsync(ticket, cancellationToken) is { } complaint
            && ComplaintDesk
                .Do(
                    complaint,
                    new FollowElsewhere(FollowUpCode.Hash(code), device)
                    {
                        Survivor = await turn.ComplaintAsync(complaint.MergedInto, cancellationToken),
                    },
                    (await turn.CommandContextAsync(cancellationToken)).AsSystem()
                )
                .Ok
        )
        {
            var followed = await turn.VisibleComplaintAsync(ticket, cancellationToken) ?? complaint;
            turn.Show("status", CustomerCards.Status(followed, turn.Reader));
            return state with { LastTicket = ticket };
        }
        turn.Write(CodeTries.Note(turn.Person.Actor.Id, ticket, turn.Now));
        turn.Say("talk.notFound", ("ticket", ticket));
        return state;
    }
}
