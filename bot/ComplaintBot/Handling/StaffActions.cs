using System.Text.Json;
using ComplaintBot.Conversations;
using ComplaintBot.Handling.Chasing;
using ComplaintBot.Handling.Doing;
using Complaints;
using Complaints.Intake;
using Complaints.Procedure;
using Microsoft.Bot.Builder;
using Understanding.Orders;

namespace ComplaintBot.Handling;

/// <summary>What staff do to tickets, by button and by typing: one way for both.</summary>
public sealed class StaffActions
{
    // These end something, or join what was apart: shown first, done after a yes.
    private static readonly string[] AskFirst = [Verbs.Merge, Verbs.CloseUnresolved, Verbs.NotAccept, Verbs.Withdraw];

    // Who says "I will do it" is whoever types.
    private const string Me = "me";

    private static bool Owns(string input) => input is "to" or "person" || input.StartsWith("owner", StringComparison.Ordinal);

    /// <summary>A button on a ticket's card: does it and gives the card as it is now.</summary>
    public async Task<Pressed<StaffState>> PressedAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (await turn.VisibleComplaintAsync(inputs.Ticket, cancellationToken) is not { } complaint)
            return new(
                state,
                turn.Speech.Strings.Text(turn.Language, "talk.notFound", ("ticket", inputs.Ticket ?? "")),
                null,
                Refused: true
            );
        state = state with { LastTicket = complaint.Ticket };
        if (inputs.Text("view") == "row")
        {
            // Opened from a list: the list stays, the ticket comes below it.
            turn.Show("ticket", TicketCard.Data(complaint, turn.Reader, turn.Person.Actor));
            return new(state, turn.Speech.Strings.Text(turn.Language, "answer.opened", ("ticket", complaint.Ticket)), null);
        }
        if (inputs.Text("view") == "manage")
            return new(
                state,
                null,
                new(
                    turn.Here,
                    turn.Speech.Card(
                        "ticket-manage",
                        turn.Language,
                        TicketCard.Manage(complaint, turn.Reader, turn.Person.Actor),
                        turn.Here.Target
                    )
                )
            );
        Refusal? why = null;
        if (inputs.Verb != "refresh")
        {
            var outcome = await DoAsync(turn, complaint, inputs.Verb!, inputs, inputs.Version, cancellationToken);
            why = outcome.Refusal;
            if (outcome is { Ok: true, Repeated: false })
                DoneLine.Say(turn, complaint, inputs.Verb!, inputs, outcome);
        }
        var words = why is null ? null : turn.Speech.Refusal(turn.Language, why, turn.Organisation);
        return new(state, words, StaffCards.TicketMessage(complaint, turn), why is not null) { Why = why };
    }

    /// <summary>Something typed, such as "accept C-20261123-0001" or "转给张敏".</summary>
    public async Task<StaffState> TypedAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        var understood = heard.Meaning;
        if (understood.Slots.Verb is not { } verb)
        {
            turn.Say("staff.notUnderstood");
            return state;
        }
        var said = OrderCard
            .Inputs(understood.Slots, turn.Organisation, turn.Organisation.Local(turn.Now))
            .ToDictionary(i => i.Key, i => Owns(i.Key) && i.Value == Me ? turn.Person.Actor.Id : i.Value, StringComparer.Ordinal);
        if (verb == Verbs.Assign && said.ContainsKey("from"))
            return await HandOver.AskAsync(turn, state, said, cancellationToken);
        if (verb == Absence.Verb)
            return await Absence.TakeAsync(turn, state, said, cancellationToken);
        if (SeveralTickets.Of(said, state) is { } several)
            return await SeveralTickets.AskAsync(turn, state, verb, several, said, cancellationToken);
        var ticket = understood.Slots.Ticket ?? state.LastTicket ?? await OnlyOneAsync(turn, cancellationToken);
        if (ticket is null)
        {
            turn.Say("staff.whichTicket");
            return state;
        }
        if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is not { } complaint)
        {
            turn.Say("staff.notFound", ("ticket", ticket));
            return state;
        }
        var inputs = CauseChoices.WithKind(turn, verb, new CardInputs(JsonSerializer.SerializeToElement(said)), heard.Text);
        // "Sorted" of somebody whose measures are not done yet says that one is.
        if (verb == Verbs.Resolve && !inputs.Has("answer") && complaint.OpenMeasures.Any())
            verb = Verbs.Item;
        // What was done is told by the words, where they name it at all.
        if (verb == Verbs.Item && !inputs.Has("text"))
            inputs = inputs.With("text", heard.Text);
        if (ProcedureTable.Refusal(verb, Before(turn, complaint)) is null && CauseChoices.Offer(turn, verb, inputs, heard.Text))
            return state with { LastTicket = ticket };
        if (LongForms.Of(turn, complaint, verb, inputs) is { } form)
        {
            turn.Send(form);
            return state with { LastTicket = ticket };
        }
        if (ExtensionRequest.IsOne(turn, complaint, verb))
            return ExtensionRequest.Ask(turn, state, complaint, inputs);
        var isMissing = verb == Verbs.Merge && await turn.VisibleComplaintAsync(inputs.Text("into"), cancellationToken) is null;
        if (AskFirst.Contains(verb) && !isMissing && ProcedureTable.Refusal(verb, Before(turn, complaint)) is null)
            return await SeveralTickets.AskAsync(turn, state with { LastTicket = ticket }, verb, [ticket], said, cancellationToken);
        var outcome = await DoAsync(turn, complaint, verb, inputs, seen: null, cancellationToken);
        // The card shows the rest: what is next, by when.
        turn.Show("ticket", TicketCard.Data(complaint, turn.Reader, turn.Person.Actor), StaffCards.TicketKey(ticket));
        DoneLine.Say(turn, complaint, verb, inputs, outcome);
        return state with { LastTicket = ticket };
    }

    /// <summary>Files become evidence of a ticket: the named one, else the one last talked about, else the only one the person
    /// owns.</summary>
    public async Task<StaffState> AttachAsync(Turn turn, StaffState state, Heard heard, CancellationToken cancellationToken)
    {
        if ((heard.Slots.Ticket ?? state.LastTicket ?? await OnlyOneAsync(turn, cancellationToken)) is not { } ticket)
        {
            turn.Say("staff.filesWhich");
            return state;
        }
        if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is not { } complaint)
        {
            turn.Say("staff.notFound", ("ticket", ticket));
            return state;
        }
        var outcome = ComplaintDesk.Do(
            complaint,
            new AddInformation(heard.Text, heard.Files, AnswersQuestion: false),
            await turn.CommandContextAsync(cancellationToken)
        );
        if (outcome.Refusal is { } refusal)
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
        else
            turn.Say("staff.filesAdded", ("count", heard.Files.Count), ("ticket", ticket));
        turn.Show("ticket", TicketCard.Data(complaint, turn.Reader, turn.Person.Actor), StaffCards.TicketKey(ticket));
        return state with { LastTicket = ticket };
    }

    /// <summary>One verb for several tickets, after the person said yes; says what was done and what was not.</summary>
    public async Task DoAllAsync(Turn turn, ManyActions many, CancellationToken cancellationToken)
    {
        var (done, refused) = (0, new List<string>());
        foreach (var ticket in many.Tickets)
        {
            var complaint = await turn.VisibleComplaintAsync(ticket, cancellationToken);
            var outcome = complaint is null
                ? new Refusal("unknownTicket")
                : await DoAsync(turn, complaint, many.Verb, HandOver.InputsOf(many, ticket), null, cancellationToken);
            if (outcome.Ok)
                done++;
            else
                refused.Add($"{ticket}: {turn.Speech.Refusal(turn.Language, outcome.Refusal!, turn.Organisation)}");
        }
        if (many.Tickets is [var only] && await turn.VisibleComplaintAsync(only, cancellationToken) is { } single && done == 1)
        {
            turn.Show("ticket", TicketCard.Data(single, turn.Reader, turn.Person.Actor), StaffCards.TicketKey(only));
            DoneLine.Say(turn, single, many.Verb, HandOver.InputsOf(many, only), Outcome.Done);
            return;
        }
        turn.Say("staff.doneMany", ("count", done));
        if (refused.Count > 0)
            turn.SayText(string.Join("\n", refused));
    }

    private static async Task<Outcome> DoAsync(
        Turn turn,
        Complaint complaint,
        string verb,
        CardInputs inputs,
        int? seen,
        CancellationToken cancellationToken
    )
    {
        var context = await turn.CommandContextAsync(cancellationToken);
        if (verb == Verbs.Merge)
        {
            return await turn.VisibleComplaintAsync(inputs.Text("into"), cancellationToken) is { } into
                ? ComplaintDesk.Do(complaint, new Merge(into), context, seen)
                : Refusal.Of("cannotMerge", "into", inputs.Text("into"));
        }
        if (verb == Chases.Verb)
            return Chases.Do(turn, complaint, context);
        if (verb == Verbs.OneTimeCode)
        {
            var code = FollowUpCode.New();
            var given = ComplaintDesk.Do(complaint, new GiveOneTimeCode(FollowUpCode.Hash(code)), context, seen);
            // For the one who asked alone, also when the button was in a team's channel.
            if (given is { Ok: true, Repeated: false })
                turn.Send(
                    new(
                        new Recipient.Staff(turn.Person.Actor.Id),
                        MessageFactory.Text(turn.Reader.Text("staff.oneTimeCode", ("ticket", complaint.Ticket), ("code", code)))
                    )
                );
            return given;
        }
        if (verb == Verbs.Link && await turn.VisibleComplaintAsync(inputs.Text("into"), cancellationToken) is null)
            return new Refusal("unknownTicket");
        if (!VerbReader.Knows(verb))
            return new Refusal("unknownVerb");
        var readings = TypedInputs
            .Split(verb, inputs, complaint, turn.Organisation, turn.Now)
            .Select(i => VerbReader.Read(verb, i, turn.Organisation))
            .ToList();
        if (readings.Index().FirstOrDefault(r => r.Item.Refusal is not null) is (var row, { Refusal: { } unreadable }))
            return TypedInputs.InRow(unreadable, row);
        var commands = readings.ConvertAll(r => r.Command!);
        // All or none: what one of several would be refused for is found out on a copy.
        if (
            commands.Count > 1
            && await turn.Store.FindComplaintAsync(complaint.Ticket, cancellationToken) is { } copy
            && DoEach(copy, commands, context, seen) is { Ok: false } refused
        )
            return refused;
        return DoEach(complaint, commands, context, seen);
    }

    private static Outcome DoEach(Complaint complaint, IReadOnlyList<Command> commands, CommandContext context, int? seen)
    {
        var outcome = Outcome.Done;
        foreach (var (row, command) in commands.Index())
        {
            outcome = ComplaintDesk.Do(complaint, command, context, seen);
            if (outcome.Refusal is { } refusal)
                return TypedInputs.InRow(refusal, row);
        }
        return outcome;
    }

    private static Situation Before(Turn turn, Complaint complaint) => new(complaint, turn.Person.Actor, turn.Organisation, turn.Now);

    private static async Task<string?> OnlyOneAsync(Turn turn, CancellationToken cancellationToken) =>
        await turn.Store.TicketsOfOwnerAsync(turn.Person.Actor.Id, cancellationToken) is [var single] ? single : null;
}
