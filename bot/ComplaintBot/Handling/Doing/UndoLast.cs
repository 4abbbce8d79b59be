using ComplaintBot.Conversations;
using Complaints.Handling;
using Complaints.Procedure;
using Understanding;

namespace ComplaintBot.Handling.Doing;

/// <summary>"Undo", by the button under what was done or by words.</summary>
internal sealed class UndoLast : IStep<StaffState>, IPress<StaffState>
{
    public async ValueTask<StaffState?> TakeAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Intent != Intents.Undo && !Buttons.IsPressed(turn, heard.Text, "done.undo"))
            return null;
        if (
            await turn.VisibleComplaintAsync(heard.Slots.Ticket ?? state.LastTicket, cancellationToken) is { } complaint
            && TakeBack.Last(complaint, turn.Person.Actor, turn.Now) is { } version
            && ComplaintDesk.Do(complaint, new TakeBack(version), await turn.CommandContextAsync(cancellationToken)).Ok
        )
            turn.Say("done.undone", ("ticket", complaint.Ticket));
        else
            turn.SayText(turn.Speech.Refusal(turn.Language, new("undoTooLate"), turn.Organisation));
        return state;
    }

    public bool Takes(CardInputs inputs) => inputs.Verb == Verbs.Undo;

    public async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        var reading = VerbReader.Read(Verbs.Undo, inputs, turn.Organisation);
        var refusal = reading.Refusal;
        if (await turn.VisibleComplaintAsync(inputs.Ticket, cancellationToken) is not { } complaint)
            return new(state, turn.Reader.Text("talk.notFound", ("ticket", inputs.Ticket ?? "")), Refused: true);
        if (refusal is null)
            refusal = ComplaintDesk.Do(complaint, reading.Command!, await turn.CommandContextAsync(cancellationToken)).Refusal;
        if (refusal is not null)
            return new(state, turn.Speech.Refusal(turn.Language, refusal, turn.Organisation), Refused: true);
        var undone = turn.Speech.Card(
            "done",
            turn.Language,
            new()
            {
                ["text"] = turn.Reader.Text("done.undone", ("ticket", complaint.Ticket)),
                ["ticket"] = complaint.Ticket,
                ["done"] = null,
                ["undo"] = false,
            },
            turn.Here.Target
        );
        return new(state, null, new(turn.Here, undone, DoneLine.Key(complaint.Ticket, inputs.Whole("done") ?? 0)));
    }
}
