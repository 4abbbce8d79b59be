using Complaints.Calendars;
using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Investigation;

/// <summary>Asks a department for its part of a complex case (docs/procedure.md §1, panel); one after the other makes the panel. The
/// owner stays accountable for the whole.
/// Default due: three working days, never after the result.</summary>
public sealed record AskPanel(string Department, string Text, DateTimeOffset? Due = null) : Command
{
    // Several departments get three working days for their parts of a complex case.
    private const int DefaultDays = 3;

    /// <inheritdoc/>
    public override string Verb => Verbs.Panel;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return Refusal.Missing("text");
        if (context.Organisation.FindDepartment(Department) is not { } department)
            return Refusal.Of("unknownDepartment", "department", Department);
        if (complaint.OpenParts.Any(p => p.Department == department.Id))
            return Refusal.Of("partAsked", "department", department.Id);
        if (Due <= context.Now)
            return new Refusal("timeInPast");
        if (!complaint.Complex)
            complaint.Record(new Graded(complaint.Severity, Text) { Complex = true }, context);
        var due =
            Due
            ?? BusinessClock
                .Of(context.Organisation, department.Id)
                .Due(context.Now, Duration.FromDays(DefaultDays), ClockBase.Business, [])!
                .Value;
        complaint.Record(
            new PartAsked(
                $"p{complaint.History.Count(e => e.Event is PartAsked) + 1}",
                department.Id,
                Rungs.HeadOf(department.Id, complaint, context),
                Text,
                due
            ),
            context
        );
        return Outcome.Done;
    }
}

/// <summary>The responsible person of a department gives its part; <paramref name="Part"/> may be left out where they have only
/// one.</summary>
public sealed record AnswerPart(string? Part, string Text) : Command
{
    /// <inheritdoc/>
    public override string Verb => Verbs.Part;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(Text))
            return Refusal.Missing("text");
        if (complaint.OpenParts.FirstOrDefault(p => p.Responsible == context.By.Id && (Part is null || p.Id == Part)) is not { } part)
            return new Refusal("noPart");
        complaint.Record(new PartAnswered(part.Id, Text), context);
        return Outcome.Done;
    }
}
