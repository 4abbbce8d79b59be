using Complaints.Calls;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>An inner note, with files as evidence if any.</summary>
public sealed record Note(string Text) : Command
{
    /// <summary>Files kept as evidence.</summary>
    public IReadOnlyList<Evidence> Files { get; init; } = [];

    /// <inheritdoc/>
    public override string Verb => Verbs.Note;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Text) && Files.Count == 0)
            return Refusal.Missing("text");
        complaint.Record(new Noted(Text) { Files = Files }, context);
        return Outcome.Done;
    }
}

/// <summary>Staff tell the customer how it goes; it reaches the customer in their chat.</summary>
public sealed record Progress(string Text) : Command
{
    /// <summary>Ids of files of the complaint that are shown to the customer with it; what is not sent on purpose they never see.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <inheritdoc/>
    public override string Verb => Verbs.Progress;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return Refusal.Missing("text");
        if (Files.Count == 0)
        {
            Telling.Tell(complaint, Text, CallAbout.Progress, context);
            return Outcome.Done;
        }
        if (Files.Except(complaint.Evidence.Select(e => e.Id)).Any())
            return new Refusal("noEvidence");
        if (complaint.Parties.All(p => p.HasNoChat))
            return new Refusal("noChatForFiles");
        complaint.Record(new CustomerTold(Text) { Files = Files }, context);
        return Outcome.Done;
    }
}

/// <summary>Somebody arrived on site (上门).</summary>
public sealed record OnSite(string Text) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.OnSite;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        complaint.Record(new ArrivedOnSite(Text), context);
        return Outcome.Done;
    }
}
