namespace Understanding.Staff.Chasing;

/// <summary>Which tickets are to be chased.</summary>
public abstract record ChaseTarget
{
    /// <summary>Nothing said, or "this one".</summary>
    public sealed record Current : ChaseTarget;

    /// <summary>These numbers.</summary>
    public sealed record Numbers(IReadOnlyList<string> Tickets) : ChaseTarget;

    /// <summary>Rows of the list as shown: <paramref name="Count"/> from the place <paramref name="From"/>, counted from 1; 0
    /// stands for the last one.</summary>
    public sealed record Rows(int From, int Count) : ChaseTarget;

    /// <summary>Everything that the question found.</summary>
    public sealed record All : ChaseTarget;

    /// <summary>Those that a colleague answers for; the name as written.</summary>
    public sealed record Of(string Person) : ChaseTarget;
}
