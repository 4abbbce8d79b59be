using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.PersonalData;

/// <summary>Takes a customer's personal data out of an ended complaint. The event says which events lost what, so that the chain of
/// hashes can still be checked: <see cref="Erasure"/> makes what is left of them, the store writes it.</summary>
/// <param name="Customer">The customer (<c>channel:userId</c>) whose data goes; other parties of a merged complaint keep theirs.</param>
public sealed record ErasePersonalData([property: System.Text.Json.Serialization.JsonIgnore] string Customer) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Erase;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var left = Erasure.Left(complaint, Customer);
        if (left.Count == 0)
            return new Outcome(Repeated: true);
        complaint.Record(new PersonalDataErased([.. left.Select(e => new ErasedEvent(e.Version, e.Hash, Erasure.DigestOf(e)))]), context);
        return Outcome.Done;
    }
}
