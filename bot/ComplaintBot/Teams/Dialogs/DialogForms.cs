using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Intake;
using Complaints;
using Complaints.Procedure;
using Microsoft.Bot.Schema.Teams;

namespace ComplaintBot.Teams.Dialogs;

/// <summary>The longer forms as dialogs (<c>task/fetch</c>, <c>task/submit</c>): opened by a button of a card, sent the way that the
/// card's own buttons take. What is wrong comes back as the same form with a sentence; nothing typed is lost.</summary>
public sealed class DialogForms(Conversation<StaffState> staff)
{
    private const string LogSubmit = "log.submit";
    private const string LogCancel = "log.cancel";

    /// <summary>A button asks for a form. Values that came with it stand in the form.</summary>
    public async Task<TaskModuleResponse> FetchAsync(Turn turn, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (!turn.Person.IsStaff)
            return Shown(DialogAnswers.Sentence(turn.Reader.Text("dialog.onlyStaff")));
        return Shown(await FormAsync(turn, inputs.Text("dialog"), inputs, null, cancellationToken));
    }

    /// <summary>A form was sent. Null closes the dialog: it is done, and the chat says what.</summary>
    public async Task<TaskModuleResponse?> SubmitAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (!turn.Person.IsStaff)
            return Shown(DialogAnswers.Sentence(turn.Reader.Text("dialog.onlyStaff")));
        if (inputs.Verb == LogCancel)
            return null;
        if (inputs.Verb is not { } verb || verb == DialogButton.Open)
            return Shown(DialogAnswers.Sentence(turn.Reader.Text("dialog.unknown")));
        var pressed = await staff.PressedAsync(turn, state, inputs, cancellationToken);
        if (pressed.Refused)
            return Shown(await FormAsync(turn, verb == LogSubmit ? DialogButton.Log : verb, inputs, pressed, cancellationToken));
        turn.Remember(pressed.State);
        if (pressed.Words is { } words)
            turn.SayText(words);
        if (pressed.Card is { } card)
            turn.Send(card);
        return null;
    }

    private static async Task<TaskModuleResponseBase> FormAsync(
        Turn turn,
        string? name,
        CardInputs typed,
        Pressed<StaffState>? refused,
        CancellationToken cancellationToken
    )
    {
        if (name == DialogButton.Log)
            return DialogAnswers.Form(turn, "log-complaint", LogComplaint.Form(turn.Reader), card => Again(card, typed, refused));
        if (await turn.VisibleComplaintAsync(typed.Ticket, cancellationToken) is not { } complaint)
            return DialogAnswers.Sentence(turn.Reader.Text("talk.notFound", ("ticket", typed.Ticket ?? "")));
        if (TicketForms.Of(name, complaint, turn) is not { } form)
            return DialogAnswers.Sentence(refused?.Words ?? turn.Reader.Text("dialog.unknown"));
        var situation = new Situation(complaint, turn.Person.Actor, turn.Organisation, turn.Now);
        // Overtaken by another, one may want one's words back; without the right there is no form to come back to.
        if (ProcedureTable.Refusal(name!, situation) is { } refusal && (refused is null || refusal.Code == Refusal.NotAllowedCode))
            return DialogAnswers.Sentence(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
        return DialogAnswers.Form(turn, form.Template, form.Data, card => Again(card, typed, refused));
    }

    /// <summary>Puts what was typed, and why it was refused, into a form that is shown again.</summary>
    internal static void Again(JsonObject card, CardInputs typed, Pressed<StaffState>? refused)
    {
        if (refused is null && !typed.WithPrefix("").Any(i => i.Id is not ("verb" or "dialog" or "ticket" or "version" or "draft")))
            return;
        FilledForm.Fill(card, typed);
        if (refused?.Words is { } words)
            FilledForm.Say(card, words, refused.Why is { } why ? TypedInputs.InputOf(why) : null);
    }

    private static TaskModuleResponse Shown(TaskModuleResponseBase form) => new() { Task = form };
}
