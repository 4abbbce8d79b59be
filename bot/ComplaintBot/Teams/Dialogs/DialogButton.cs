using ComplaintBot.Conversations;
using ComplaintBot.Intake;

namespace ComplaintBot.Teams.Dialogs;

/// <summary>The button that opens a dialog, pressed in a client that knows none: it comes as a message, and the form as a card.</summary>
internal sealed class DialogButton : IPress<StaffState>
{
    /// <summary>The verb of these buttons; the data name the form as <c>dialog</c>: a verb, or <see cref="Log"/>.</summary>
    public const string Open = "dialog.open";

    /// <summary>The form for logging a complaint.</summary>
    public const string Log = "log";

    /// <inheritdoc/>
    public bool Takes(CardInputs inputs) => inputs.Verb == Open;

    /// <inheritdoc/>
    public async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (inputs.Text("dialog") == Log)
            turn.Show("log-complaint", LogComplaint.Form(turn.Reader));
        else if (
            await turn.VisibleComplaintAsync(inputs.Ticket, cancellationToken) is { } complaint
            && TicketForms.Of(inputs.Text("dialog"), complaint, turn) is { } form
        )
            turn.Show(form.Template, form.Data);
        else
            return new(state, turn.Reader.Text("dialog.unknown"), null, Refused: true);
        return new(state);
    }
}
