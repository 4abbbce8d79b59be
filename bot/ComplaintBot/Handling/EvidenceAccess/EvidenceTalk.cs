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
        turn.Show("evidence", Data(complaint, await links.MakeAsync(look, cancellationToken)));
    }

    private static JsonObject Data(Complaint complaint, string url) =>
        new()
        {
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
                                ["name"] = file.Name,
                                ["size"] = FileSize.Of(file.Bytes),
                                ["url"] = $"{url}/{place}",
                                ["picture"] = FileKind.ShownAs(file.ContentType) is not null,
                            }
                    ),
            ]),
        };
}
