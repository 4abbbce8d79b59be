namespace Complaints.Procedure;

/// <summary>A condition of a row of the table besides state and relation, by its name. It looks at the complaint, the person and the
/// time, never at inputs: what it refuses is known before anybody presses.</summary>
/// <param name="Name">As docs and tests name it.</param>
/// <param name="Holds">True when the row is open.</param>
/// <param name="Refusal">What the person is told otherwise.</param>
public sealed record Guard(string Name, Func<Situation, bool> Holds, Func<Situation, Refusal> Refusal)
{
    /// <summary>A guard whose refusal is a plain sentence.</summary>
    public Guard(string name, Func<Situation, bool> holds, string refusal)
        : this(name, holds, _ => new Refusal(refusal)) { }
}
