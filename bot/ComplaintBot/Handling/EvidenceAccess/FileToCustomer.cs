using System.Text.Json.Nodes;
using ComplaintBot.Conversations;
using Complaints;
using Complaints.Events;
using Complaints.Handling;
using Complaints.Intake;
using Complaints.Procedure;
using DirectLine.Uploads;

namespace ComplaintBot.Handling.EvidenceAccess;

/// <summary>Sends a file of a complaint to its customer, on purpose: each gets a card with a link of their own that ends, in their
/// language.</summary>
public sealed class FileToCustomer(EvidenceLinks links, EvidenceTalk evidence)
{
    /// <summary>Sends the file that the words name, else the last one that staff attached, else the only one; where it is not clear
    /// which, shows them all with a button for each.</summary>
    public async Task SaidAsync(Turn turn, Complaint complaint, string words, CancellationToken cancellationToken)
    {
        var named = complaint.Evidence.Where(f =>
            words.Contains(Path.GetFileNameWithoutExtension(f.Name), StringComparison.OrdinalIgnoreCase)
        );
        var byStaff = complaint
            .History.Where(e => e.By.Kind == ActorKind.Staff)
            .SelectMany(e => (e.Event as Noted)?.Files ?? (e.Event as InformationAdded)?.Files ?? []);
        var only = complaint.Evidence.Count == 1 ? complaint.Evidence[0] : null;
        if ((named.LastOrDefault() ?? byStaff.LastOrDefault() ?? only) is { } file)
        {
            if (await SendAsync(turn, complaint, file.Id, cancellationToken) is { } refusal)
                turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
            return;
        }
        turn.Say("file.which");
        await evidence.ShowAsync(turn, complaint.Ticket, cancellationToken);
    }

    /// <summary>Sends one file; the refusal when it was not.</summary>
    public async Task<Refusal?> SendAsync(Turn turn, Complaint complaint, string? id, CancellationToken cancellationToken)
    {
        if (complaint.Evidence.FirstOrDefault(f => f.Id == id) is not { } file)
            return new Refusal("noEvidence");
        var customers = complaint.Parties.Where(p => p.IsOpen).SelectMany(p => p.People).Where(p => !p.HasNoChat).ToList();
        var text = turn.Speech.Strings.Text(complaint.Complainant.Language, "file.sent", ("name", file.Name));
        var outcome = ComplaintDesk.Do(
            complaint,
            new Progress(text) { Files = [file.Id] },
            await turn.CommandContextAsync(cancellationToken)
        );
        if (outcome.Refusal is { } refusal)
            return refusal;
        foreach (var customer in outcome.Repeated ? [] : customers)
            turn.Send(await CardAsync(turn, complaint, file, customer, cancellationToken));
        turn.Say("done.fileSent", ("ticket", complaint.Ticket), ("name", file.Name));
        return null;
    }

    private async Task<OutgoingMessage> CardAsync(
        Turn turn,
        Complaint complaint,
        Evidence file,
        Complainant customer,
        CancellationToken cancellationToken
    )
    {
        var reader = turn.Reader with { Language = customer.Language, Customer = customer.Id };
        var look = new EvidenceLook(customer.Id, complaint.Ticket, customer.Language) { ByCustomer = true };
        var url = await links.MakeAsync(look, cancellationToken);
        var to = new Recipient.Customer(customer.Id);
        var data = new JsonObject
        {
            ["ticket"] = reader.NumberOf(complaint),
            ["by"] = reader.PersonWithDepartment(turn.Person.Actor.Id),
            ["name"] = file.Name,
            ["size"] = FileSize.Of(file.Bytes),
            ["picture"] = FileKind.ShownAs(file.ContentType) is not null,
            ["url"] = url,
            ["file"] = $"{url}/{complaint.Evidence.ToList().IndexOf(file)}",
            ["until"] = reader.Promise(reader.Now + EvidenceLinks.LifeForCustomers),
        };
        return new(to, turn.Speech.Card("file", customer.Language, data, to.Target));
    }
}
