using ComplaintBot.Conversations;
using ComplaintBot.LiveTalk;
using Complaints;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Procedure;

namespace ComplaintBot.Intake;

/// <summary>Makes a ticket of a draft: number, promises, owner, receipt.</summary>
public sealed class Filing(ICustomerLevels levels, TalkEnd talk)
{
    /// <summary>Files the draft; refused, the draft stays as it is and the customer hears why.</summary>
    public async Task<CustomerState> FileAsync(Turn turn, CustomerState state, CancellationToken cancellationToken)
    {
        var draft = state.Draft!;
        var code = FollowUpCode.New();
        var context = await turn.CommandContextAsync(cancellationToken);
        var ticket = await turn.Store.NextTicketAsync(context.Today, cancellationToken);
        var command = await Repetition.GradeAsync(
            turn,
            IntakeAnswers.ToCommand(draft, await ComplainantAsync(turn, draft, cancellationToken), turn.Organisation),
            cancellationToken
        );
        var (complaint, outcome) = ComplaintDesk.File(ticket, command with { FollowUpCodeHash = FollowUpCode.Hash(code) }, context);
        if (complaint is null)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, outcome.Refusal!, turn.Organisation));
            return state;
        }
        turn.Add(complaint);
        if (draft.FollowsUp is { } earlier)
            ComplaintDesk.Do(complaint, new Link(earlier, LinkKind.FollowsUp), context.AsSystem());
        await talk.FiledAsync(turn, complaint, cancellationToken);
        if (complaint.Kind == RecordKind.Complaint)
        {
            turn.Show("receipt", CustomerCards.Receipt(complaint, turn.Reader, code));
            if (complaint.Details.NotNamed)
                turn.Say("talk.notNamed");
        }
        else
            turn.Say(
                $"talk.handedOver.{(complaint.Kind == RecordKind.Praise ? "praise" : "inquiry")}",
                ("ticket", ticket),
                ("department", turn.Reader.Department(complaint.Department))
            );
        return state with { Draft = null, Pending = null, Filed = new(draft.Id, ticket), LastTicket = ticket };
    }

    private async Task<Complainant> ComplainantAsync(Turn turn, IntakeDraft draft, CancellationToken cancellationToken)
    {
        var level = await levels.LevelAsync(draft.Phone, draft.OrderNumber, cancellationToken) ?? "standard";
        var complainant = new Complainant(turn.Person.Actor.Id, turn.Language) { Level = level, Anonymous = draft.Anonymous };
        // Who wishes to stay unknown is: what they let slip about themselves is not kept apart from their own words.
        return draft.Anonymous
            ? complainant
            : complainant with
            {
                Name = draft.Name ?? (turn.Person.Actor.Name is { Length: > 0 } name ? name : null),
                Phone = draft.Phone,
                Email = draft.Email,
            };
    }
}
