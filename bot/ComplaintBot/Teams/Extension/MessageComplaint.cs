using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Intake;
using ComplaintBot.Storage;
using ComplaintBot.Teams.Dialogs;
using Complaints.Handling;
using Complaints.Procedure;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Understanding;

namespace ComplaintBot.Teams.Extension;

/// <summary>Staff make a complaint of a message that somebody wrote anywhere in Teams (<c>composeExtension/fetchTask</c>,
/// <c>composeExtension/submitAction</c>): its words fill the form for logging; sent, it takes the way of the form in the chat. The
/// chat itself hears nothing of it.</summary>
public sealed class MessageComplaint(IUnderstanding understanding, LogComplaint log, IEvidenceStore evidence)
{
    private const string Origin = "origin";

    /// <summary>The form, filled with what the message tells.</summary>
    public async Task<MessagingExtensionActionResponse> FetchAsync(
        Turn turn,
        MessagingExtensionAction action,
        CancellationToken cancellationToken
    )
    {
        if (!turn.Person.IsStaff)
            return Shown(DialogAnswers.Sentence(turn.Reader.Text("dialog.onlyStaff")));
        var message = action.MessagePayload;
        var words = MessageText.Of(message?.Body);
        var data =
            words.Length == 0
                ? LogComplaint.Form(turn.Reader)
                : LogComplaint.Form(turn.Reader, words, await ReadAsync(turn, words, cancellationToken), NameOf(turn, message));
        return Shown(DialogAnswers.Form(turn, "log-complaint", data, card => Carry(card, MessageOrigin.Of(message))));
    }

    /// <summary>The form was sent: a ticket with the way back to the message, or the form again with what is wrong.</summary>
    public async Task<MessagingExtensionActionResponse> SubmitAsync(
        Turn turn,
        StaffState state,
        MessagingExtensionAction action,
        UnitOfWork work,
        CancellationToken cancellationToken
    )
    {
        var inputs = new CardInputs(ProtocolJson.ToElement(action.Data) ?? default);
        if (!turn.Person.IsStaff)
            return Shown(DialogAnswers.Sentence(turn.Reader.Text("dialog.onlyStaff")));
        if (inputs.Verb != "log.submit")
            return new();
        var origin = MessageOrigin.Of(action.MessagePayload) ?? MessageOrigin.Read(inputs.Json(Origin));
        var isNew = state.Logged is null || state.Logged.DraftId != inputs.Text("draft");
        // Nothing is fetched for a form that comes back.
        var taken =
            isNew && origin is not null && inputs.Has("description")
                ? await evidence.TakeAsync(Carrying(turn, origin), turn.Person.Actor.Id, work, cancellationToken)
                : new([], []);
        var pressed = await log.PressAsync(turn, state, inputs, taken.Files, cancellationToken);
        if (pressed.Refused)
            return Shown(
                DialogAnswers.Form(
                    turn,
                    "log-complaint",
                    LogComplaint.Form(turn.Reader),
                    card =>
                    {
                        DialogForms.Again(card, inputs, pressed);
                        Carry(card, origin);
                    }
                )
            );
        turn.Remember(pressed.State);
        if (origin is not null && isNew)
            await NoteAsync(
                turn,
                pressed.State.Logged!.Ticket,
                origin.InWords(turn.Reader, [.. taken.Files.Select(f => f.Name)]),
                cancellationToken
            );
        // The bot need not be a member of that chat, and the code is for the one who logged it alone.
        var me = new Recipient.Staff(turn.Person.Actor.Id);
        turn.Send(new(me, MessageFactory.Text(pressed.Words)));
        if (pressed.Card is { } card)
            turn.Send(card with { To = me });
        return Shown(DialogAnswers.Sentence(pressed.Words!));
    }

    // What a customer said, whoever passes it on.
    private async Task<Meaning> ReadAsync(Turn turn, string words, CancellationToken cancellationToken) =>
        await understanding.ReadAsync(
            words,
            new()
            {
                Role = SpeakerRole.Customer,
                Organisation = turn.Organisation,
                Now = turn.Organisation.Local(turn.Now),
                Language = turn.Language,
            },
            cancellationToken
        );

    // A colleague passes on the words of somebody else; a guest or customer in the chat speaks for themselves.
    private static string? NameOf(Turn turn, MessageActionsPayload? message) =>
        message?.From?.User is { } user && turn.Organisation.FindStaff(user.Id) is null ? user.DisplayName : null;

    private static async Task NoteAsync(Turn turn, string ticket, string words, CancellationToken cancellationToken)
    {
        var complaint = (await turn.ComplaintAsync(ticket, cancellationToken))!;
        // Who may log but not note has the way back in the chat with the bot all the same.
        if (!ComplaintDesk.Do(complaint, new Note(words), await turn.CommandContextAsync(cancellationToken)).Ok)
            turn.Send(new(new Recipient.Staff(turn.Person.Actor.Id), MessageFactory.Text(words)));
    }

    private static Activity Carrying(Turn turn, MessageOrigin origin) =>
        new()
        {
            ChannelId = turn.Activity.ChannelId,
            Conversation = turn.Activity.Conversation,
            Attachments = [.. origin.Files],
        };

    private static void Carry(JsonNode? node, MessageOrigin? origin)
    {
        if (origin is null)
            return;
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Carry(item, origin);
        }
        else if (node is JsonObject element)
        {
            if (element["data"] is JsonObject data)
                data[Origin] = origin.ToJson();
            foreach (var (_, part) in element.Where(p => p.Key != "data").ToList())
                Carry(part, origin);
        }
    }

    private static MessagingExtensionActionResponse Shown(TaskModuleResponseBase form) => new() { Task = form };
}
