using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Intake;

/// <summary>The customer of a complaint follows it from another device, with its secret code. A wrong code is answered like a wrong
/// number.</summary>
public sealed record FollowElsewhere([property: JsonIgnore] string CodeHash, Complainant Device) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.FollowElsewhere;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (
            complaint.FollowUpCodeHash is not { } hash
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(CodeHash))
        )
            return new Refusal("unknownTicket");
        if (complaint.PartyOf(Device.Id) is not null)
            return new Outcome(Repeated: true);
        complaint.Record(new Joined(complaint.Ticket, Device), context);
        return Outcome.Done;
    }
}
