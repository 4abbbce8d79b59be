using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Intake;

/// <summary>Files a complaint, inquiry, order question or praise (T1).</summary>
public sealed record FileComplaint(
    RecordKind Kind,
    Complainant Complainant,
    ComplaintDetails Details,
    Severity Severity,
    string SeverityReason
) : Command
{
    /// <summary>Longest description kept, in characters; longer ones are refused by the channel long before.</summary>
    public const int MaxDescription = 20_000;

    /// <summary>Hash of the secret follow-up code, told with the number.</summary>
    public string? FollowUpCodeHash { get; init; }

    /// <inheritdoc/>
    public override string Verb => "file";

    /// <summary>Null when it can be filed.</summary>
    internal Refusal? Check(CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Details.Description))
            return Refusal.Missing("description");
        if (Details.Description.Length > MaxDescription)
            return Refusal.Of("tooLong", "max", MaxDescription);
        if (context.Organisation.FindCategory(Details.Category) is null)
            return Refusal.Of("unknownCategory", "category", Details.Category);
        return null;
    }

    /// <summary>Records the filing; a critical complaint is an emergency from its first second (docs/procedure.md §3).</summary>
    internal void Record(Complaint complaint, CommandContext context)
    {
        complaint.Record(
            new Received(Kind, Complainant, Details, Severity, SeverityReason)
            {
                LoggedBy = context.By.Kind == ActorKind.Staff ? context.By.Id : null,
                FollowUpCodeHash = FollowUpCodeHash,
            },
            context
        );
        if (Severity == Severity.Critical)
            complaint.Record(
                new EmergencyDeclared(SeverityReason, Handling.DeclareEmergency.Roster(complaint, context.Organisation)),
                context.AsSystem()
            );
    }

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context) =>
        throw new InvalidOperationException("A complaint is filed by ComplaintDesk.File.");
}
