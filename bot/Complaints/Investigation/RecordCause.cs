using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Investigation;

/// <summary>The root cause by 人机料法环测, several allowed (T9). High and critical ask for at least two whys.</summary>
public sealed record RecordCause(IReadOnlyList<CauseClass> Classes, string Text) : Command
{
    /// <summary>The chain of whys, one each; without them every line of <see cref="Text"/> counts as one.</summary>
    public IReadOnlyList<string> Whys { get; init; } = [];

    /// <summary>Department id that is responsible; default the one the complaint is with.</summary>
    public string? ResponsibleDepartment { get; init; }

    /// <summary>aadObjectId of the responsible person, if named.</summary>
    public string? ResponsiblePerson { get; init; }

    /// <inheritdoc/>
    public override string Verb => Verbs.Cause;

    /// <inheritdoc/>
    protected internal override Outcome Decide(Complaint complaint, CommandContext context)
    {
        if (Classes.Count == 0)
            return Refusal.Missing("category");
        if (string.IsNullOrWhiteSpace(Text))
            return Refusal.Missing("text");
        var department = ResponsibleDepartment ?? complaint.Department;
        if (context.Organisation.FindDepartment(department) is null)
            return Refusal.Of("unknownDepartment", "department", department);
        if (ResponsiblePerson is not null && context.Organisation.FindStaff(ResponsiblePerson) is null)
            return Refusal.Of("unknownPerson", "name", ResponsiblePerson);

        var whys = Whys.Count > 0 ? Whys : Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (complaint.Severity >= Severity.High && whys.Count < 2)
            return new Refusal("whysNeeded");
        complaint.Record(new CauseRecorded(Classes, Text, [.. whys], department!) { ResponsiblePerson = ResponsiblePerson }, context);
        return Outcome.Done;
    }
}
