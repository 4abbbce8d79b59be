using ComplaintBot.Conversations;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Organisations;
using Complaints.Procedure;

namespace ComplaintBot.PersonalData;

/// <summary>An admin exports or erases a customer's data by typing. Erasing asks once more.</summary>
public sealed class PersonalDataTalk(ComplaintStore complaints, CustomerErasure erasure, CustomerExport export, ExportLinks links)
{
    /// <summary>Takes the words when they are about a customer's data, or answer whether to erase it; null when they are not.</summary>
    public async Task<StaffState?> SaidAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken)
    {
        if (PersonalDataWords.Read(text) is not { } said)
            return null;
        if (!turn.Person.Staff!.Roles.Contains(Role.Admin))
        {
            turn.SayText(
                turn.Speech.Refusal(
                    turn.Language,
                    Refusal.NotAllowed(said.Wish == DataWish.Erase ? Verbs.Erase : "exportData"),
                    turn.Organisation
                )
            );
            return state;
        }
        // In a team others would read along, or open the link.
        if (turn.Activity.Conversation?.IsGroup == true)
        {
            turn.Say("privacy.personalOnly");
            return state;
        }
        // An admin neither reads nor erases what is about themselves or their line, also not together with the customer's other complaints.
        if (
            await complaints.LoadAsync(said.Ticket, cancellationToken) is not { } complaint
            || await IsConcernedAsync(turn, complaint.Complainant.Id, cancellationToken)
        )
        {
            turn.Say("talk.notFound", ("ticket", said.Ticket));
            return state;
        }
        if (said.Wish == DataWish.Export)
        {
            var (url, write) = links.Make($"{said.Ticket}.json", await export.MakeAsync(complaint.Complainant.Id, cancellationToken));
            turn.Write(write);
            turn.Say("privacy.exported", ("ticket", said.Ticket), ("url", url), ("minutes", (int)ExportLinks.Lifetime.TotalMinutes));
            return state;
        }
        return await AskAsync(turn, state, complaint, cancellationToken);
    }

    /// <summary>The answer to "are you sure"; null when the words are about something else, and the question is dropped.</summary>
    public async Task<StaffState?> AnsweredAsync(
        Turn turn,
        StaffState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        var answered = state with { Erasing = null };
        switch (Buttons.Answer(turn, heard, "privacy.button.yes", "privacy.button.no"))
        {
            case null:
                return null;
            case false:
                turn.Say("staff.notDone");
                return answered;
            default:
                break;
        }
        if (await complaints.LoadAsync(state.Erasing!, cancellationToken) is not { } complaint)
            return answered;
        var traces = await erasure.TracesAsync(complaint.Complainant.Id, cancellationToken);
        var (write, refusal) = await erasure.PlanAsync(traces, await turn.CommandContextAsync(cancellationToken), cancellationToken);
        if (refusal is not null)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
            return answered;
        }
        turn.Write(write!);
        turn.Say("privacy.erased", ("tickets", string.Join(", ", traces.Tickets)));
        return answered;
    }

    private async Task<bool> IsConcernedAsync(Turn turn, string customer, CancellationToken cancellationToken)
    {
        foreach (var ticket in (await erasure.TracesAsync(customer, cancellationToken)).Tickets)
        {
            if (Relations.IsConflicted(turn.Person.Actor.Id, (await complaints.LoadAsync(ticket, cancellationToken))!, turn.Organisation))
                return true;
        }
        return false;
    }

    private async Task<StaffState> AskAsync(Turn turn, StaffState state, Complaint complaint, CancellationToken cancellationToken)
    {
        var traces = await erasure.TracesAsync(complaint.Complainant.Id, cancellationToken);
        var open = new List<string>();
        foreach (var ticket in traces.Tickets)
        {
            if ((await complaints.LoadAsync(ticket, cancellationToken))!.IsOpen)
                open.Add(ticket);
        }
        if (open.Count > 0)
        {
            turn.Say("privacy.open", ("tickets", string.Join(", ", open)));
            return state;
        }
        var strings = turn.Speech.Strings;
        turn.Ask(
            strings.Text(turn.Language, "privacy.sure", ("tickets", string.Join(", ", traces.Tickets))),
            [strings.Text(turn.Language, "privacy.button.yes"), strings.Text(turn.Language, "privacy.button.no")]
        );
        return state with { Erasing = complaint.Ticket };
    }
}
