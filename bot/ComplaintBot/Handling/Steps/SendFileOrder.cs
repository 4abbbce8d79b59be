using ComplaintBot.Conversations;
using ComplaintBot.Handling.EvidenceAccess;

namespace ComplaintBot.Handling.Steps;

/// <summary>Staff want a photo or file to go to the customer, in words or by the button beside it.</summary>
internal sealed class SendFileOrder(FileToCustomer sending) : IStep<StaffState>, IPress<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (!EvidenceWords.AskToSend(heard.Text))
            return null;
        if ((heard.Slots.Ticket ?? state.LastTicket) is not { } ticket)
        {
            turn.Say("staff.whichTicket");
            return state;
        }
        if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is { } complaint)
            await sending.SaidAsync(turn, complaint, heard.Text, cancellationToken);
        else
            turn.Say("staff.notFound", ("ticket", ticket));
        return state with { LastTicket = ticket };
    }

    public bool Takes(CardInputs inputs) => inputs.Verb == "evidence.send";

    public async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (await turn.VisibleComplaintAsync(inputs.Ticket, cancellationToken) is not { } complaint)
            return new(state, turn.Reader.Text("staff.notFound", ("ticket", inputs.Ticket ?? "")), Refused: true);
        return await sending.SendAsync(turn, complaint, inputs.Text("file"), cancellationToken) is { } refusal
            ? new(state, turn.Speech.Refusal(turn.Language, refusal, turn.Organisation), Refused: true)
            : new(state with { LastTicket = complaint.Ticket }, turn.Reader.Text("staff.done"));
    }
}
