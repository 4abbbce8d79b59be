using System.Text.RegularExpressions;
using Complaints;
using Complaints.Events;
using Complaints.PersonalData;

namespace ComplaintBot.PersonalData;

/// <summary>What a complaint tells one of its customers: its whole history, in which the words, names, numbers and addresses of the
/// other customers are taken out, as if they had been forgotten.</summary>
/// <param name="Ticket">The number that this customer knows.</param>
/// <param name="Events">When, by whom, and what as JSON.</param>
internal sealed partial record OwnShare(string Ticket, IReadOnlyList<(DateTimeOffset At, string By, string Json)> Events)
{
    /// <summary>The share of a customer (<c>channel:userId</c>).</summary>
    public static OwnShare Of(Complaint complaint, string customer)
    {
        var own = complaint.NumberFor(customer);
        var others = complaint.Parties.Where(p => p.Ticket != own).SelectMany(p => p.People).Select(p => p.Id).Distinct();
        var left = complaint;
        foreach (var other in others)
        {
            var changed = Erasure.Left(left, other).ToDictionary(e => e.Version);
            left = Complaint.FromHistory(left.History.Select(e => changed.GetValueOrDefault(e.Version) ?? e));
        }
        return new(own, [.. left.History.Select(e => (e.At, By(e), OnlyOwnNumbers(e.Json, own, complaint.Ticket)))]);
    }

    private static string By(RecordedEvent e) => e.By.Kind == ActorKind.Staff ? e.By.Name : e.By.Kind.ToString();

    // The number of the complaint that theirs was merged into is that of another customer, and so are those of similar complaints.
    private static string OnlyOwnNumbers(string json, string own, string ticket) =>
        Number().Replace(json, n => n.Value == own ? own : n.Value == ticket ? own : Erasure.Gone);

    [GeneratedRegex("C-[0-9]{8}-[0-9]{4,}")]
    private static partial Regex Number();
}
