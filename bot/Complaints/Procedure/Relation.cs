using Complaints.Assignment;
using Complaints.Organisations;

namespace Complaints.Procedure;

/// <summary>What a person is to a complaint, or may do by role. Rights are given to relations, never to names.</summary>
[Flags]
public enum Relation
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The customer, or the customer of a complaint merged into it.</summary>
    Complainant = 1,

    /// <summary>Its owner.</summary>
    Owner = 2,

    /// <summary>Owner of a measure of its plan.</summary>
    MeasureOwner = 4,

    /// <summary>Manager of the department it is with, or of one above; or answerable for the queue it waits in.</summary>
    DepartmentManager = 8,

    /// <summary>A manager of the department it is with or of one above, without being its head.</summary>
    Manager = 16,

    /// <summary>Of the quality department.</summary>
    Quality = 32,

    /// <summary>Frontline staff.</summary>
    Frontline = 64,

    /// <summary>An executive.</summary>
    Executive = 128,

    /// <summary>Handler of the department it waits in.</summary>
    DepartmentHandler = 256,

    /// <summary>Head of a department that has a rectification notice of it.</summary>
    NoticeHead = 512,

    /// <summary>On the emergency roster.</summary>
    EmergencyRoster = 1024,

    /// <summary>The bot itself.</summary>
    System = 2048,

    /// <summary>Answers for a part that a panel still waits for.</summary>
    PanelMember = 4096,

    /// <summary>An admin: exports and erases personal data, reads no complaints.</summary>
    Admin = 8192,
}

/// <summary>Finds out what a person is to a complaint.</summary>
public static class Relations
{
    /// <summary>True when at least one of <paramref name="wanted"/> holds.</summary>
    public static bool HasAny(this Relation relation, Relation wanted) => (relation & wanted) != Relation.None;

    /// <summary>All relations of <paramref name="actor"/> to <paramref name="complaint"/>. A complaint about a person leaves that
    /// person and everybody in their line of management without any (docs/procedure.md §4): nobody handles what accuses them.</summary>
    public static Relation Of(Actor actor, Complaint complaint, Organisation organisation)
    {
        if (actor.Kind == ActorKind.System)
            return Relation.System;
        if (actor.Kind == ActorKind.Customer)
            return complaint.PartyOf(actor.Id) is null ? Relation.None : Relation.Complainant;

        var member = organisation.FindStaff(actor.Id);
        if (member is null || IsConflicted(member.Id, complaint, organisation))
            return Relation.None;

        var relation = Relation.None;
        void Add(Relation which, bool holds) => relation |= holds ? which : Relation.None;
        Add(Relation.Owner, complaint.Owner == member.Id);
        Add(Relation.MeasureOwner, complaint.OpenMeasures.Any(i => i.Owner == member.Id));
        Add(Relation.DepartmentManager, complaint.Answerable == member.Id || ManagesAbove(member.Id, complaint.Department, organisation));
        Add(Relation.Manager, member.Roles.Contains(Role.Manager) && organisation.IsWithin(complaint.Department, member.Department));
        Add(Relation.Quality, member.Roles.Contains(Role.Quality));
        Add(Relation.Frontline, member.Roles.Contains(Role.Frontline));
        Add(Relation.Executive, member.Roles.Contains(Role.Executive));
        Add(Relation.DepartmentHandler, member.Roles.Contains(Role.Handler) && member.Department == complaint.Department);
        Add(Relation.NoticeHead, complaint.Rectifications.Any(r => r.Responsible == member.Id));
        Add(Relation.PanelMember, complaint.OpenParts.Any(p => p.Responsible == member.Id));
        Add(Relation.Admin, member.Roles.Contains(Role.Admin));
        Add(Relation.EmergencyRoster, organisation.EmergencyContacts.Contains(member.Id));
        return relation;
    }

    /// <summary>True when the complaint is about this person or somebody in their line.</summary>
    public static bool IsConflicted(string staffId, Complaint complaint, Organisation organisation) =>
        complaint.Accused.Count > 0 && Line.Of(organisation, complaint.Accused).Contains(staffId);

    private static bool ManagesAbove(string staffId, string? departmentId, Organisation organisation) =>
        AnswerableLine.Upward(organisation, departmentId).Any(d => d.Manager == staffId);

    /// <summary>True when the person may read the complaint (docs/procedure.md §11).</summary>
    public static bool MaySee(Actor actor, Complaint complaint, Organisation organisation)
    {
        const Relation readers =
            Relation.Complainant
            | Relation.Owner
            | Relation.MeasureOwner
            | Relation.DepartmentManager
            | Relation.Manager
            | Relation.Quality
            | Relation.Executive
            | Relation.DepartmentHandler
            | Relation.NoticeHead
            | Relation.EmergencyRoster
            | Relation.PanelMember
            | Relation.System;
        var relation = Of(actor, complaint, organisation);
        return relation.HasAny(readers) || (complaint.LoggedBy == actor.Id && relation != Relation.None);
    }
}
