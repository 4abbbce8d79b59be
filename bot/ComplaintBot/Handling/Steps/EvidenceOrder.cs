using ComplaintBot.Conversations;
using ComplaintBot.Handling.EvidenceAccess;

namespace ComplaintBot.Handling.Steps;

/// <summary>Staff want to see the photos and files of a complaint, in words or by the button on its card: of the one named, else of the
/// one last talked about.</summary>
internal sealed class EvidenceOrder(EvidenceTalk evidence) : IStep<StaffState>, IPress<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (!EvidenceWords.AskForIt(heard.Text))
            return null;
        if ((heard.Slots.Ticket ?? state.LastTicket) is not { } ticket)
        {
            turn.Say("staff.whichTicket");
            return state;
        }
        await evidence.ShowAsync(turn, ticket, cancellationToken);
        return state with { LastTicket = ticket };
    }

    public bool Takes(CardInputs inputs)
    {
        return inputs.Verb == Complaints.Procedure.Verbs.Evidence;
    }

    public async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        await evidence.ShowAsync(turn, inputs.Ticket, cancellationToken);
        return new(state with { LastTicket = inputs.Ticket ?? state.LastTicket }, turn.Reader.Text("evidence.below"));
    }
}
