using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Handling;
using Complaints.Procedure;
using DirectLine.Uploads;

namespace ComplaintBot.Handling.EvidenceAccess;

/// <summary>Shows staff the photos and files of a complaint: names, sizes, small pictures and a link that ends. That they looked is on
/// record before they see anything.</summary>
public sealed class EvidenceTalk(EvidenceLinks links)
{
    // A card has room for so many; the page shows all.
    private const int MostOnCard = 6;
    private const int MostOnTicket = 3;

    /// <summary>Says or shows it in the conversation; in the personal chat only, as others would read along in a team.</summary>
    public async Task ShowAsync(Turn turn, string? ticket, CancellationToken cancellationToken)
    {
        if (turn.Activity.Conversation?.IsGroup == true)
        {
            turn.Say("evidence.personalOnly");
            return;
        }
        if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is not { } complaint)
        {
            turn.Say("talk.notFound", ("ticket", ticket ?? ""));
            return;
        }
        var outcome = ComplaintDesk.Do(complaint, new LookAtEvidence(), await turn.CommandContextAsync(cancellationToken));
        if (outcome.Refusal is { } refusal)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
            return;
        }
        var look = new EvidenceLook(turn.Person.Staff!.Id, complaint.Ticket, turn.Language);
        turn.Show("evidence", Data(complaint, turn, await links.MakeAsync(look, cancellationToken)));
    }

    /// <summary>Small pictures for a ticket's card that somebody asked for in their personal chat; null where there are none or others
    /// read along. That they were shown is on record.</summary>
    public async Task<JsonArray?> SmallPicturesAsync(Turn turn, Complaint complaint, CancellationToken cancellationToken)
    {
        var pictures = complaint
            .Evidence.Index()
            .Where(f => FileKind.ShownAs(f.Item.ContentType) is not null)
            .TakeLast(MostOnTicket)
            .ToList();
        if (
            pictures.Count == 0
            || turn.Activity.Conversation?.IsGroup == true
            || !ComplaintDesk.Do(complaint, new LookAtEvidence(), await turn.CommandContextAsync(cancellationToken)).Ok
        )
            return null;
        var url = await links.MakeAsync(new(turn.Person.Staff!.Id, complaint.Ticket, turn.Language), cancellationToken);
        return new([.. pictures.Select(f => new JsonObject { ["url"] = $"{url}/{f.Index}", ["name"] = f.Item.Name })]);
    }

    private static JsonObject Data(Complaint complaint, Turn turn, string url) =>
        new()
        {
            ["send"] = MaySend(complaint, turn),
            ["ticket"] = complaint.Ticket,
            ["url"] = url,
            ["minutes"] = (int)EvidenceLinks.Life.TotalMinutes,
            ["more"] = Math.Max(0, complaint.Evidence.Count - MostOnCard),
            ["files"] = new JsonArray([
                .. complaint
                    .Evidence.Take(MostOnCard)
                    .Select(
                        (file, place) =>
                            new JsonObject
                            {
                                ["id"] = file.Id,
                                ["name"] = file.Name,
                                ["size"] = FileSize.Of(file.Bytes),
                                ["url"] = $"{url}/{place}",
                                ["picture"] = FileKind.ShownAs(file.ContentType) is not null,
                            }
                    ),
            ]),
        };

    private static bool MaySend(Complaint complaint, Turn turn) =>
        complaint.Parties.Any(p => !p.HasNoChat)
        && ProcedureTable.Possible(new Situation(complaint, turn.Person.Actor, turn.Organisation, turn.Now)).Contains(Verbs.Progress);
}
