using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Intake;

/// <summary>Which share of a complaint somebody speaks for, and what ends when a share ends.</summary>
internal static class Shares
{
    /// <summary>A customer's own share; for staff the one with the number <paramref name="party"/>, or the only one that is open.
    /// Null with a refusal when staff have not said whose words they record.</summary>
    public static (Party? Share, Refusal? Refusal) Of(Complaint complaint, CommandContext context, string? party)
    {
        if (context.By.Kind == ActorKind.Customer)
            return (complaint.PartyOf(context.By.Id), null);
        if (!string.IsNullOrWhiteSpace(party))
            return complaint.Parties.FirstOrDefault(p => p.Ticket == party) is { } named
                ? (named, null)
                : (null, Refusal.Of("unknownParty", "party", party));
        var open = complaint.Parties.Where(p => p.IsOpen).ToList();
        return open.Count <= 1
            ? (open.FirstOrDefault() ?? complaint.Parties[0], null)
            : (null, Refusal.Of("whichParty", "parties", string.Join(", ", open.Select(p => p.Ticket))));
    }

    /// <summary>True when a share other than this one waits for its answer.</summary>
    public static bool OthersWait(Complaint complaint, Party share) => complaint.Parties.Any(p => p.IsOpen && p.Ticket != share.Ticket);

    /// <summary>Records that a customer is satisfied; the complaint closes with the last share.</summary>
    public static void Satisfy(Complaint complaint, Party share, string? comment, CommandContext context)
    {
        if (OthersWait(complaint, share))
            complaint.Record(new PartySatisfied(share.Ticket, comment), context);
        else
            complaint.Record(new Satisfied(comment), context);
    }

    /// <summary>Records that a customer took their share back; the complaint ends with the last one: as withdrawn, or closed where
    /// somebody else was satisfied before.</summary>
    public static void TakeBack(Complaint complaint, Party share, string? reason, CommandContext context)
    {
        var someoneSatisfied = complaint.Parties.Any(p => p.Share == ShareState.Satisfied && p.Ticket != share.Ticket);
        if (!OthersWait(complaint, share) && !someoneSatisfied)
        {
            complaint.Record(new Withdrawn(reason), context);
            return;
        }
        complaint.Record(new PartyWithdrew(share.Ticket, reason), context);
        if (!complaint.Parties.Any(p => p.IsOpen))
            complaint.Record(new Satisfied(null), context.AsSystem());
    }
}
