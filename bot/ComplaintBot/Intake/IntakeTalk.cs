using System.Security.Cryptography;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.Understanding;
using Complaints;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.Intake;

/// <summary>Takes one complaint from the first word to the ticket number (procedure.md §2).</summary>
public sealed class IntakeTalk(IUnderstanding understanding, ICustomerLevels levels)
{
    /// <summary>A fresh, unguessable draft id.</summary>
    public static string NewDraftId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The first message of a complaint, inquiry or praise.</summary>
    public async Task<CustomerState> BeginAsync(Turn turn, CustomerState state, string text, IReadOnlyList<Evidence> files, Understood understood, RecordKind kind,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        if (IsOnlyTheButton(turn, text))
        {
            turn.Say("talk.tellMe");
            return state with { Draft = new() { Id = NewDraftId(), Files = files } };
        }
        var draft = IntakeAnswers.Take(new() { Id = NewDraftId(), Kind = kind, Files = files }, text, understood, turn.Organisation);
        if (kind != RecordKind.Complaint)
            return await FileAsync(turn, state with { Draft = draft with { Category = draft.Category ?? turn.Organisation.OtherCategory.Id } }, cancellationToken);
        if (await OpenTwinAsync(turn, draft, cancellationToken) is { } twin)
        {
            turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.duplicate", ("ticket", twin)), YesNo(turn));
            return state with { Draft = null, Pending = new(PendingKind.Duplicate, twin, text) };
        }
        return Opening(turn, state, draft);
    }

    /// <summary>Begins without asking whether it belongs to an open ticket: the customer said it does not.</summary>
    public async Task<CustomerState> BeginAnewAsync(Turn turn, CustomerState state, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var understood = await understanding.UnderstandAsync(
            new UnderstandRequest { Text = text, Language = turn.Language, Role = UnderstandRole.Customer, Now = turn.Organisation.Local(turn.Now), Organisation = turn.Organisation },
            cancellationToken);
        return Opening(turn, state, IntakeAnswers.Take(new() { Id = NewDraftId() }, text, understood, turn.Organisation));
    }

    /// <summary>The next message while a complaint is being told.</summary>
    public async Task<CustomerState> ContinueAsync(Turn turn, CustomerState state, string text, Understood understood, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(understood);
        var draft = state.Draft!;
        // Web Chat's "retry" sends the same words as a new message: said once is enough.
        if (draft.Said.Count > 0 && draft.Said[^1] == text)
            return AskAgain(turn, state);
        if (understood.Intent == Intents.Cancel)
        {
            turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.cancelDraft"), YesNo(turn));
            return state with { Pending = new(PendingKind.CancelDraft, null) };
        }
        if (draft.Said.Count == 0)
            return Opening(turn, state, IntakeAnswers.Take(draft, text, understood, turn.Organisation));
        if (draft.Confirming)
        {
            if (understood.Intent is Intents.Yes)
                return await FileAsync(turn, state, cancellationToken);
            if (understood.Intent is Intents.No)
            {
                turn.Say("talk.whatToChange");
                return state;
            }
            turn.Say("talk.corrected");
            return Summary(turn, state, IntakeAnswers.Take(draft, text, understood, turn.Organisation));
        }
        // A pressed button says the words of its remedy.
        if (draft.Asking == IntakeQuestion.Remedy && understood.Slots.Remedy is null && IntakeCards.RemedyNamed(text, turn.Reader) is { } named)
            understood = understood with { Slots = understood.Slots with { Remedy = named } };
        return Next(turn, state, draft.Asking is null
            ? IntakeAnswers.Take(draft, text, understood, turn.Organisation)
            : IntakeAnswers.Answer(draft, text, understood, turn.Organisation));
    }

    /// <summary>Photos and files for the draft.</summary>
    public CustomerState AddFiles(Turn turn, CustomerState state, IReadOnlyList<Evidence> files)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(files);
        var draft = state.Draft! with { Files = [.. state.Draft!.Files, .. files] };
        turn.Say("talk.filesAdded", ("count", files.Count));
        return AskAgain(turn, state with { Draft = draft });
    }

    /// <summary>Comes back to where the draft stands after something else was talked about.</summary>
    public CustomerState AskAgain(Turn turn, CustomerState state)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var draft = state.Draft!;
        if (draft.Confirming)
            return Summary(turn, state, draft);
        if (draft.Asking is { } question)
            Put(turn, question, turn.Speech.Strings.Text(turn.Language, "talk.backToDraft"));
        else
            turn.Say("talk.tellMe");
        return state;
    }

    /// <summary>A button on the summary or the form.</summary>
    public async Task<CustomerState> PressedAsync(Turn turn, CustomerState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(inputs);
        var draft = state.Draft;
        var draftId = inputs.Text("draft");
        if (state.Filed is { } filed && (draft is null || draftId == filed.DraftId))
        {
            // Pressed twice, or on an old card: the same receipt, no second ticket.
            if (await turn.VisibleComplaintAsync(filed.Ticket, cancellationToken) is { } complaint)
                turn.Show("receipt", CustomerCards.Receipt(complaint, turn.Reader));
            return state;
        }
        if (draft is null || (draftId is not null && draftId != draft.Id))
        {
            turn.Say("talk.oldCard");
            return state;
        }
        switch (inputs.Verb)
        {
            case "intake.submit": return await FileAsync(turn, state, cancellationToken);
            case "intake.cancel":
                turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.cancelDraft"), YesNo(turn));
                return state with { Pending = new(PendingKind.CancelDraft, null) };
            case "intake.edit":
                turn.Show("intake-form", IntakeCards.Form(draft, turn.Reader));
                return state;
            case "intake.form": return Summary(turn, state, IntakeCards.ReadForm(draft, inputs, turn.Organisation));
            default:
                turn.Say("talk.oldCard");
                return state;
        }
    }

    /// <summary>Files the draft: number, promises, owner.</summary>
    public async Task<CustomerState> FileAsync(Turn turn, CustomerState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var draft = state.Draft!;
        var complainant = new Complainant(turn.Person.Actor.Id, turn.Language)
        {
            Name = draft.Name ?? (turn.Person.Actor.Name is { Length: > 0 } name ? name : null),
            Phone = draft.Phone,
            Email = draft.Email,
            Level = await levels.LevelAsync(draft.Phone, draft.OrderNumber, cancellationToken) ?? "standard",
            Anonymous = draft.Anonymous,
        };
        var context = await turn.CommandContextAsync(cancellationToken);
        var ticket = await turn.Store.NextTicketAsync(context.Today, cancellationToken);
        var (complaint, outcome) = ComplaintDesk.File(ticket, IntakeAnswers.ToCommand(draft, complainant, turn.Organisation), context);
        if (complaint is null)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, outcome.Refusal!, turn.Organisation));
            return state;
        }
        turn.Add(complaint);
        if (complaint.Kind == RecordKind.Complaint)
            turn.Show("receipt", CustomerCards.Receipt(complaint, turn.Reader));
        else
            turn.Say($"talk.handedOver.{(complaint.Kind == RecordKind.Praise ? "praise" : "inquiry")}", ("ticket", ticket), ("department", Department(turn, complaint)));
        return state with { Draft = null, Pending = null, Filed = new(draft.Id, ticket), LastTicket = ticket };
    }

    private static string Department(Turn turn, Complaint complaint) =>
        turn.Organisation.FindDepartment(complaint.Department)?.Name.In(turn.Language) ?? complaint.Department ?? "";

    private static CustomerState Opening(Turn turn, CustomerState state, IntakeDraft draft)
    {
        var noted = IntakeCards.Noted(draft, turn.Reader);
        var sorry = turn.Speech.Strings.Text(turn.Language, draft.Severity >= Severity.High ? "talk.sorryUrgent" : "talk.sorry");
        return Next(turn, state, draft, noted.Length == 0 ? sorry : sorry + turn.Speech.Strings.Text(turn.Language, "talk.noted", ("facts", noted)));
    }

    private static CustomerState Next(Turn turn, CustomerState state, IntakeDraft draft, string? before = null)
    {
        if (IntakeQuestions.Next(draft, turn.Organisation) is not { } question)
        {
            if (before is not null)
                turn.SayText(before);
            return Summary(turn, state, draft);
        }
        Put(turn, question, before);
        return state with { Draft = draft with { Asking = question } };
    }

    private static CustomerState Summary(Turn turn, CustomerState state, IntakeDraft draft)
    {
        // The whole card again, at the end of the chat where the eyes are; the earlier one becomes a line of text.
        turn.Show("intake-summary", IntakeCards.Summary(draft, turn.Reader));
        return state with { Draft = draft with { Asking = null, Confirming = true } };
    }

    private static void Put(Turn turn, IntakeQuestion question, string? before)
    {
        var strings = turn.Speech.Strings;
        var words = strings.Text(turn.Language, "talk.question." + char.ToLowerInvariant(question.ToString()[0]) + question.ToString()[1..]);
        var text = before is null ? words : before + "\n\n" + words;
        string[] choices = question switch
        {
            IntakeQuestion.Category => [.. turn.Organisation.Categories.Select(c => c.Name.In(turn.Language))],
            IntakeQuestion.Remedy => [.. IntakeCards.Remedies.Select(r => strings.Text(turn.Language, "remedy." + r))],
            _ => [strings.Text(turn.Language, "talk.button.skip")],
        };
        turn.Ask(text, choices);
    }

    // The same customer, the same kind of thing, still open and within the window: offered to be added (procedure.md §2).
    private static async Task<string?> OpenTwinAsync(Turn turn, IntakeDraft draft, CancellationToken cancellationToken)
    {
        if (draft.Category is null)
            return null;
        foreach (var ticket in await turn.Store.TicketsOfCustomerAsync(turn.Person.Actor.Id, cancellationToken))
        {
            if (await turn.ComplaintAsync(ticket, cancellationToken) is { IsOpen: true, Kind: RecordKind.Complaint } open
                && open.Details.Category == draft.Category
                && turn.Now - open.ReceivedAt <= turn.Organisation.Quality.DuplicateWindow.ToTimeSpan())
                return ticket;
        }
        return null;
    }

    private static bool IsOnlyTheButton(Turn turn, string text) =>
        Languages.All.Any(l => turn.Speech.Strings.Text(l, "talk.button.complain") == text.Trim());

    private static string[] YesNo(Turn turn) => [turn.Speech.Strings.Text(turn.Language, "talk.button.yes"), turn.Speech.Strings.Text(turn.Language, "talk.button.no")];
}
