using Complaints.Organisations;

namespace Complaints.Procedure;

/// <summary>A person in front of a complaint at one moment: all that decides whether a verb is open to them. The inputs that they
/// would give do not belong to it.</summary>
public sealed class Situation(Complaint complaint, Actor by, Organisation organisation, DateTimeOffset now)
{
    /// <summary>The complaint as it is.</summary>
    public Complaint Complaint { get; } = complaint;

    /// <summary>Who would do something.</summary>
    public Actor By { get; } = by;

    /// <summary>The organisation by today's file.</summary>
    public Organisation Organisation { get; } = organisation;

    /// <summary>When.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>What the person is to the complaint.</summary>
    public Relation Relation { get; } = Relations.Of(by, complaint, organisation);

    /// <summary>True when the person owns the complaint or owned it before.</summary>
    public bool Handled => Complaint.Owner == By.Id || Complaint.HandledBy.Contains(By.Id);
}
