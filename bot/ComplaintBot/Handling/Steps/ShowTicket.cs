using ComplaintBot.Conversations;
using ComplaintBot.Handling.EvidenceAccess;
using Understanding;

namespace ComplaintBot.Handling.Steps;

/// <summary>A ticket is named and nothing is to be done: its card.</summary>
internal sealed class ShowTicket(EvidenceTalk evidence) : IStep<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (heard is not { Intent: Intents.Status, Slots.Ticket: { } ticket })
            return null;
        if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint)
        {
            var pictures = await evidence.SmallPicturesAsync(turn, complaint, cancellationToken);
            var data = TicketCard.Data(complaint, turn.Reader, turn.Person.Actor);
            data["pictures"] = pictures;
            turn.Show("ticket", data, StaffCards.TicketKey(complaint.Ticket));
        }
        else
            turn.Say("staff.notFound", ("ticket", ticket));
        return state with { LastTicket = ticket };
    }
}
