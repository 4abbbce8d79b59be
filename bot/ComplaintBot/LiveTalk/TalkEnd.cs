using System.Text;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Procedure;
using Microsoft.Bot.Builder;

namespace ComplaintBot.LiveTalk;

/// <summary>Ends a talk: both sides hear it, the cards say so, and the ticket keeps every word.</summary>
public sealed class TalkEnd(Talks talks)
{
    /// <summary>Ends it now, by whichever side or by silence.</summary>
    public async Task EndAsync(Turn turn, Talk talk, CancellationToken cancellationToken)
    {
        turn.Write(Talks.End(talk, turn.Now));
        var over = talk with { EndedAt = turn.Now };
        turn.Send(TalkCards.ToCustomer(over, turn));
        turn.Send(
            new(
                new Recipient.Customer(talk.Customer),
                MessageFactory.Text(
                    turn.Speech.Strings.Text(talk.Language, talk.TakenBy is null ? "talk.personNotNeeded" : "talk.personGone")
                )
            )
        );
        var about = await turn.ComplaintAsync(talk.Ticket, cancellationToken);
        foreach (var member in TalkCards.Frontline(turn.Organisation))
            turn.Send(TalkCards.ToStaff(over, turn, member, about, onlyUpdate: true));
        if (turn.Organisation.FindStaff(talk.TakenBy) is not { } holder)
            return;
        var key = about is null ? "staff.talkOverNoTicket" : "staff.talkOver";
        turn.Send(
            new(
                new Recipient.Staff(holder.Id),
                MessageFactory.Text(
                    turn.Speech.Strings.Text(
                        StaffLanguage.Of(holder),
                        key,
                        ("ticket", talk.Ticket ?? ""),
                        ("customer", Name(turn, talk, holder.Id))
                    )
                )
            )
        );
        if (about is not null)
            await KeepAsync(turn, talk, about, cancellationToken);
    }

    /// <summary>A complaint was filed: the transcript of a talk that had no ticket goes on it, and the wish for a person who has not
    /// come yet.</summary>
    public async Task FiledAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        if (await talks.OfCustomerAsync(turn.Person.Actor.Id, cancellationToken) is { Ticket: null } running)
        {
            turn.Write(Talks.Belongs(running, complaint.Ticket));
            await WishAsync(turn, running, complaint, cancellationToken);
            return;
        }
        if (
            await talks.WithoutTicketAsync(turn.Person.Actor.Id, cancellationToken) is not { } talk
            || turn.Now - talk.EndedAt > TimeSpan.FromDays(1)
        )
            return;
        turn.Write(Talks.Belongs(talk, complaint.Ticket));
        await KeepAsync(turn, talk, complaint, cancellationToken);
    }

    /// <summary>The owner of a complaint hears that its customer wants to talk to a person.</summary>
    internal static async Task WishAsync(Turn turn, Talk talk, Complaint complaint, CancellationToken cancellationToken)
    {
        var wish = new AddInformation(talk.Words, [], AnswersQuestion: false) { As = SaidAs.WantsPerson };
        ComplaintDesk.Do(complaint, wish, await turn.CommandContextAsync(cancellationToken));
    }

    /// <summary>How the customer of a talk is called towards a member of staff.</summary>
    public static string Name(Turn turn, Talk talk, string staffId)
    {
        return talk.Name ?? turn.Speech.Strings.Text(StaffLanguage.Of(turn.Organisation.FindStaff(staffId)), "history.customer");
    }

    // A note of the person who talked: staff see it in the history, the customer has it in the chat.
    private async Task KeepAsync(Turn turn, Talk talk, Complaint complaint, CancellationToken cancellationToken)
    {
        var holder = turn.Organisation.FindStaff(talk.TakenBy)!;
        var lines = await talks.LinesAsync(talk.Id, cancellationToken);
        if (lines.Count == 0)
            return;
        var reader = turn.Reader with { Language = StaffLanguage.Of(turn.Organisation.FindStaff(complaint.AnswerablePerson) ?? holder) };
        var transcript = new StringBuilder(reader.Text("staff.transcript", ("name", holder.Name)));
        foreach (var line in lines)
        {
            var at = turn.Organisation.Local(line.SaidAt).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            transcript
                .Append('\n')
                .Append(at)
                .Append(' ')
                .Append(line.Staff is null ? talk.Name ?? reader.Text("history.customer") : reader.Person(line.Staff))
                .Append(": ")
                .Append(line.Text);
        }
        var context = await turn.CommandContextAsync(cancellationToken);
        var outcome = ComplaintDesk.Do(complaint, new Note(transcript.ToString()), context with { By = Actor.Staff(holder) });
        if (!outcome.Ok)
            throw new InvalidOperationException($"The transcript of {talk.Id} was refused by {complaint.Ticket}: {outcome.Refusal!.Code}.");
    }
}
