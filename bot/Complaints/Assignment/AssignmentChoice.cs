using Complaints.Organisations;

namespace Complaints.Assignment;

/// <summary>Who gets a complaint, and why.</summary>
public sealed record AssignmentChoice
{
    /// <summary>The new owner; null = it waits in the department's queue.</summary>
    public StaffMember? Owner { get; init; }

    /// <summary>Department id of the choice.</summary>
    public required string? Department { get; init; }

    /// <summary>The one person who answers for the complaint from now on: the owner, or whoever answers for the queue.</summary>
    public required StaffMember Answerable { get; init; }

    /// <summary>Why this owner; null in the queue.</summary>
    public OwnerReasons? Reasons { get; init; }

    /// <summary>Handlers of the department who were not chosen, with the first reason that ruled each out, in the file's order.</summary>
    public IReadOnlyList<PassedOver> PassedOver { get; init; } = [];
}

/// <summary>What speaks for an owner.</summary>
/// <param name="Skill">The skill asked for that they have; null when nobody there has it.</param>
/// <param name="SpeaksLanguage">They serve customers in the customer's language.</param>
/// <param name="Senior">Chosen as a senior handler because the complaint asks for one.</param>
/// <param name="Open">Open complaints they own already.</param>
/// <param name="Capacity">How many they can carry.</param>
/// <param name="LeastLoaded">Nobody who was equally fit had a smaller share of their capacity in use.</param>
public sealed record OwnerReasons(string? Skill, bool SpeaksLanguage, bool Senior, int Open, int Capacity, bool LeastLoaded);

/// <summary>A handler who was not chosen.</summary>
public readonly record struct PassedOver(string StaffId, PassedOverBecause Because);

/// <summary>What ruled a handler out, or let another go before.</summary>
public enum PassedOverBecause
{
    /// <summary>The complaint is about them or somebody in their line.</summary>
    Conflict,

    /// <summary>Declined before, did not accept in time, or has another part in this complaint.</summary>
    Excluded,

    /// <summary>Not there.</summary>
    Absent,

    /// <summary>Carries as much as they can.</summary>
    Full,

    /// <summary>Does not have the skill.</summary>
    Skill,

    /// <summary>Serves in other languages.</summary>
    Language,

    /// <summary>Not senior.</summary>
    Level,

    /// <summary>Fit, but it was another's turn.</summary>
    Turn,
}
