using System.Globalization;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Deadlines;
using Complaints.Procedure;

namespace ComplaintBot.Handling;

/// <summary>More time is a manager's to give: whoever works on a ticket and asks for it gets their wish put before the head, as a card
/// with a yes and a no.</summary>
internal sealed class ExtensionRequest : IPress<StaffState>
{
    private const string Declined = "request.no";

    /// <summary>True when the person works on it and may not extend themself.</summary>
    public static bool IsOne(Turn turn, Complaint complaint, string verb)
    {
        var situation = new Situation(complaint, turn.Person.Actor, turn.Organisation, turn.Now);
        return verb == Verbs.Extend
            && complaint.Pending(DeadlineKind.Resolve) is not null
            && situation.Relation.HasAny(Relation.Owner | Relation.MeasureOwner)
            && ProcedureTable.Refusal(verb, situation)?.Code == Refusal.NotAllowedCode;
    }

    /// <summary>Puts it before the head; says what is missing where no time was said.</summary>
    public static StaffState Ask(Turn turn, StaffState state, Complaint complaint, CardInputs inputs)
    {
        state = state with { LastTicket = complaint.Ticket };
        var split = TypedInputs.Split(Verbs.Extend, inputs, complaint, turn.Organisation, turn.Now)[0];
        Refusal? refusal = Refusal.Missing("until");
        if (split.Instant("until", turn.Organisation) is { } until)
        {
            var context = new CommandContext(turn.Organisation, turn.Now, turn.Person.Actor, turn.Channel);
            refusal = ComplaintDesk.Do(complaint, new AskForTime(until, split.Text("reason") ?? ""), context).Refusal;
        }
        if (refusal is not null || complaint.Extension is not { } wish)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal ?? new Refusal("noDeadline"), turn.Organisation));
            return state;
        }
        var reader = turn.Reader with { Language = StaffLanguage.Of(turn.Organisation.FindStaff(wish.Head)) };
        turn.Send(new(new Recipient.Staff(wish.Head), Card(complaint, wish, reader, Cards.CardTarget.Teams)));
        turn.Say(
            "request.asked",
            ("ticket", complaint.Ticket),
            ("head", turn.Reader.Person(wish.Head)),
            ("until", turn.Reader.Moment(wish.Until))
        );
        return state;
    }

    /// <summary>The card with which the head answers.</summary>
    public static Microsoft.Bot.Schema.Activity Card(Complaint complaint, ExtensionWish wish, Reader reader, Cards.CardTarget target) =>
        reader.Speech.Card(
            "request",
            reader.Language,
            new()
            {
                ["ticket"] = complaint.Ticket,
                ["category"] = reader.Category(complaint.Details.Category),
                ["text"] = reader.Text("request.extend", ("who", reader.Person(wish.By)), ("until", reader.Moment(wish.Until))),
                ["reason"] = wish.Reason.Length > 0 ? wish.Reason : reader.Text("request.noReason"),
                ["now"] = complaint.Pending(DeadlineKind.Resolve) is { } due ? reader.Moment(due.Due) : null,
                ["until"] = wish.Until.ToString("O", CultureInfo.InvariantCulture),
                ["by"] = wish.By,
            },
            target
        );

    /// <inheritdoc/>
    public bool Takes(CardInputs inputs) => inputs.Verb == Declined;

    /// <inheritdoc/>
    public async Task<Pressed<StaffState>> PressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (
            await turn.VisibleComplaintAsync(inputs.Ticket, cancellationToken) is not { } complaint
            || turn.Organisation.FindStaff(inputs.Text("by")) is not { } asker
        )
            return new(state, turn.Reader.Text("talk.oldCard"), Refused: true);
        var context = await turn.CommandContextAsync(cancellationToken);
        if (ComplaintDesk.Do(complaint, new DeclineTime(), context).Refusal is { } refusal)
            return new(state, turn.Speech.Refusal(turn.Language, refusal, turn.Organisation), Refused: true);
        var reader = new Reader(turn.Organisation, turn.Now, turn.Speech, StaffLanguage.Of(asker));
        var no = reader.Text("request.declined", ("who", turn.Person.Actor.Name), ("ticket", complaint.Ticket));
        turn.Send(new(new Recipient.Staff(asker.Id), Microsoft.Bot.Builder.MessageFactory.Text(no)));
        return new(state, turn.Reader.Text("request.told", ("who", asker.Name)));
    }
}
