using Complaints.Assignment;
using Complaints.Organisations;

namespace ComplaintBot.Reports.Rights;

/// <summary>Who asks, and which complaints they may see (docs/procedure.md §11): handlers their own; managers their department and
/// below; quality and
/// executives all; nobody one about themselves or their line.</summary>
public sealed class Asker
{
    /// <summary>The rights of a member of staff in an organisation.</summary>
    public Asker(StaffMember member, Organisation organisation)
    {
        (Member, Organisation) = (member, organisation);
        SeesAll = member.Roles.Contains(Role.Quality) || member.Roles.Contains(Role.Executive);
        Departments =
            SeesAll || !member.Roles.Contains(Role.Manager)
                ? []
                :
                [
                    .. organisation
                        .Departments.Where(d =>
                            organisation.IsWithin(d.Id, member.Department)
                            || organisation.Departments.Any(m => m.Manager == member.Id && organisation.IsWithin(d.Id, m.Id))
                        )
                        .Select(d => d.Id),
                ];
        Shielded = [.. organisation.Staff.Where(s => Line.Of(organisation, [s.Id]).Contains(member.Id)).Select(s => s.Id)];
    }

    /// <summary>The person.</summary>
    public StaffMember Member { get; }

    /// <summary>The organisation whose file gives the rights.</summary>
    public Organisation Organisation { get; }

    /// <summary>True for quality and executives.</summary>
    public bool SeesAll { get; }

    /// <summary>Departments whose complaints a manager sees; empty for those who see all and for those who see only their own.</summary>
    public IReadOnlyList<string> Departments { get; }

    /// <summary>Staff in whose line the asker stands: a complaint about one of them is invisible to the asker, in lists and in
    /// counts.</summary>
    public IReadOnlyList<string> Shielded { get; }

    /// <summary>True when complaints of a department are within sight.</summary>
    public bool SeesDepartment(string department) => SeesAll || Departments.Contains(department);

    /// <summary>True when the complaints that a colleague owns are within sight, at least those of the colleague's own
    /// department.</summary>
    public bool SeesOwner(StaffMember owner) => owner.Id == Member.Id || SeesDepartment(owner.Department);
}
