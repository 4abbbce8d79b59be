using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Intake;
using Complaints.Organisations;
using Complaints.Procedure;
using Understanding;

namespace ComplaintBot.Intake;

/// <summary>Frontline staff log a complaint for a customer who phoned, wrote or came (docs/procedure.md §2): the words fill a form, the
/// form files it.</summary>
public sealed class LogComplaint(ICustomerLevels levels) : IPress<StaffState>
{
    /// <summary>Shows the form, filled with what the words already told.</summary>
    public static void Offer(Turn turn, string text, Meaning understood)
    {
        var draft = Draft(text, understood, turn.Organisation);
        turn.Show("log-complaint", Form(draft, turn.Reader), $"log:{draft.Id}");
    }

    /// <summary>The data of template <c>log-complaint</c>, filled with what words told of it; <paramref name="name"/> is the
    /// customer's where the words do not say.</summary>
    public static JsonObject Form(Reader reader, string text, Meaning understood, string? name)
    {
        var draft = Draft(text, understood, reader.Organisation);
        return Form(draft with { Name = draft.Name ?? name }, reader);
    }

    /// <summary>An empty form.</summary>
    public static JsonObject Form(Reader reader) => Form(new IntakeDraft { Id = Drafting.NewId() }, reader);

    /// <inheritdoc/>
    public bool Takes(CardInputs inputs)
    {
        return inputs.Verb!.StartsWith("log.", StringComparison.Ordinal);
    }

    /// <summary>The form was sent, or given up.</summary>
    public Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken) =>
        PressAsync(turn, state, inputs, [], cancellationToken);

    /// <summary>The same with files that belong to the complaint.</summary>
    public async Task<Pressed<StaffState>> PressAsync(
        Turn turn,
        StaffState state,
        CardInputs inputs,
        IReadOnlyList<Evidence> files,
        CancellationToken cancellationToken
    )
    {
        var draftId = inputs.Text("draft") ?? Drafting.NewId();
        if (inputs.Verb == "log.cancel")
            return new(state, turn.Speech.Strings.Text(turn.Language, "talk.draftCancelled"), null);
        if (state.Logged is { } logged && logged.DraftId == draftId)
            return new(state, turn.Speech.Strings.Text(turn.Language, "staff.logged", ("ticket", logged.Ticket)), null);

        var draft = IntakeCards.ReadForm(new() { Id = draftId }, inputs, turn.Organisation);
        draft = draft with { Category = draft.Category ?? turn.Organisation.OtherCategory.Id, Files = files };
        var context = await turn.CommandContextAsync(cancellationToken);
        var ticket = await turn.Store.NextTicketAsync(context.Today, cancellationToken);
        var customer = new Complainant(Complainant.LoggedPrefix + ticket, Languages.FromTag(inputs.Text("language")) ?? turn.Language)
        {
            Name = draft.Name,
            Phone = draft.Phone,
            Level =
                inputs.Text("customerLevel") ?? await levels.LevelAsync(draft.Phone, draft.OrderNumber, cancellationToken) ?? "standard",
        };
        var channel = Enum.TryParse<Channel>(inputs.Text("channel"), ignoreCase: true, out var c) && Enum.IsDefined(c) ? c : Channel.Phone;
        var command = IntakeAnswers.ToCommand(draft, customer, turn.Organisation);
        if (Enum.TryParse<Severity>(inputs.Text("severity"), ignoreCase: true, out var severity) && Enum.IsDefined(severity))
            command = command with { Severity = severity, SeverityReason = "staff" };
        var code = FollowUpCode.New();
        command = command with { FollowUpCodeHash = FollowUpCode.Hash(code) };
        var (complaint, outcome) = ComplaintDesk.File(ticket, command, context with { Channel = channel });
        if (complaint is null)
            return new(state, turn.Speech.Refusal(turn.Language, outcome.Refusal!, turn.Organisation), null, Refused: true)
            {
                Why = outcome.Refusal,
            };
        turn.Add(complaint);
        return new(
            state with
            {
                LastTicket = ticket,
                Logged = new(draftId, ticket),
            },
            turn.Speech.Strings.Text(turn.Language, "staff.loggedTell", ("ticket", ticket), ("code", code)),
            StaffCards.TicketMessage(complaint, turn)
        );
    }

    private static IntakeDraft Draft(string text, Meaning understood, Organisation organisation) =>
        IntakeAnswers.Take(new() { Id = Drafting.NewId() }, text, understood, organisation);

    private static JsonObject Form(IntakeDraft draft, Reader reader)
    {
        var form = IntakeCards.Form(draft, reader);
        form["channels"] = new JsonArray([
            .. Enum.GetValues<Channel>()
                .Where(c => c is not (Channel.Web or Channel.Teams))
                .Select(c => new JsonObject { ["id"] = Reader.Code(c), ["name"] = reader.Text("channel." + Reader.Code(c)) }),
        ]);
        form["today"] = reader.Organisation.Local(reader.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return form;
    }
}
