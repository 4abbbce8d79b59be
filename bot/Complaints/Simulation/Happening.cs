namespace Complaints.Simulation;

/// <summary>Something that happens in a simulated year.</summary>
/// <param name="Number">The complaint's number in the year, from 0.</param>
/// <param name="Ticket">Its ticket number.</param>
/// <param name="At">When, in virtual time.</param>
/// <param name="Kind">What.</param>
public sealed record Happening(int Number, string Ticket, DateTimeOffset At, HappeningKind Kind);

/// <summary>What it is.</summary>
public enum HappeningKind
{
    /// <summary>A new complaint is filed: there is nothing to load.</summary>
    Filed,

    /// <summary>A person does something.</summary>
    Person,

    /// <summary>A deadline needs attention.</summary>
    Timer,
}
