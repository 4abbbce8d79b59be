using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Handling;

/// <summary>A person sets the severity, customer level or complexity, with a reason, or corrects the category (T21). Clocks are
/// recounted from their start with the time spent kept.</summary>
public sealed record Grade(Severity? Severity, string Reason) : Command
{
    /// <summary>A new customer level.</summary>
    public string? CustomerLevel { get; init; }

    /// <summary>True: several departments and the longer clock.</summary>
    public bool? Complex { get; init; }

    /// <summary>The right category, by its id; needs no reason.</summary>
    public string? Category { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.Grade;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (Severity is null && CustomerLevel is null && Complex is null && Category is null)
            return Refusal.Missing("severity");
        if (Category is not null && context.Organisation.FindCategory(Category) is null)
            return Refusal.Of("unknownCategory", "category", Category);
        var severity = Severity ?? complaint.Severity;
        var recategorised = Category is not null && Category != complaint.Details.Category;
        var regraded =
            severity != complaint.Severity
            || (CustomerLevel ?? complaint.Complainant.Level) != complaint.Complainant.Level
            || (Complex ?? complaint.Complex) != complaint.Complex;
        // Counting the clocks again would silently take back what a manager granted.
        if (!recategorised && !regraded)
            return new Refusal("sameGrade");
        if (regraded && string.IsNullOrWhiteSpace(Reason))
            return Refusal.Missing("reason");
        if (recategorised)
            complaint.Record(new Categorised(Category!), context);
        if (!regraded)
            return Outcome.Done;
        complaint.Record(new Graded(severity, Reason) { CustomerLevel = CustomerLevel, Complex = Complex }, context);
        if (severity == Organisations.Severity.Critical && !complaint.Emergency)
            complaint.Record(new EmergencyDeclared(Reason, DeclareEmergency.Roster(complaint, context.Organisation)), context);
        return Outcome.Done;
    }
}

/// <summary>Declares an emergency (T20), or, once declared, records the emergency measure (紧急对策) that is in place.</summary>
public sealed record DeclareEmergency(string Text) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Emergency;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return Refusal.Missing("text");
        if (complaint.Emergency)
        {
            complaint.Record(new EmergencyMeasureTaken(Text), context);
            return Outcome.Done;
        }
        complaint.Record(new Graded(Severity.Critical, Text), context);
        complaint.Record(new EmergencyDeclared(Text, Roster(complaint, context.Organisation)), context);
        return Outcome.Done;
    }

    /// <summary>Who is told of an emergency: the roster without people the complaint is about and their line.</summary>
    internal static IReadOnlyList<string> Roster(Complaint complaint, Organisation organisation) =>
        [.. organisation.EmergencyContacts.Where(id => !Relations.IsConflicted(id, complaint, organisation))];
}
