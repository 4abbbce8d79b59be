using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Complaints.Events;
using Complaints.Procedure;

namespace Complaints.Intake;

/// <summary>The customer of a complaint follows it from another device, with its secret code or a one-time code that staff gave out. A
/// wrong code is answered like a wrong number. Where the complaint was merged, <see cref="Survivor"/> is followed too: the host stores
/// both in one transaction.</summary>
public sealed record FollowElsewhere([property: JsonIgnore] string CodeHash, Complainant Device) : Command
{
    /// <summary>The complaint that goes on in place of a merged one.</summary>
    [JsonIgnore]
    public Complaint? Survivor { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.FollowElsewhere;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        var once = complaint.OneTimeCode is { } given && context.Now <= given.Until && Same(given.Hash);
        if (!once && !Same(complaint.FollowUpCodeHash))
            return new Refusal("unknownTicket");
        if (complaint.PartyOf(Device.Id) is not null)
            return new Outcome(Repeated: true);
        complaint.Record(new Joined(complaint.Ticket, Device) { WithOneTimeCode = once }, context);
        if (Survivor?.PartyOf(Device.Id) is null)
            Survivor?.Record(new Joined(complaint.Ticket, Device), context);
        return Outcome.Done;
    }

    private bool Same(string? hash) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(CodeHash));
}

/// <summary>Staff who know the customer give them a code that opens the complaint on one more device, once and within a day. Nobody
/// knows who is behind an anonymous one, so it has none (docs/procedure.md §2).</summary>
public sealed record GiveOneTimeCode([property: JsonIgnore] string CodeHash) : Command
{
    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public override string Verb => Verbs.OneTimeCode;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        complaint.Record(new OneTimeCodeGiven(CodeHash, context.Now + ValidFor), context);
        return Outcome.Done;
    }
}
