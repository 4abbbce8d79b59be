namespace ComplaintBot.Operation.Doctor;

/// <summary>What one check found out about an installation.</summary>
/// <param name="Verdict">How it is.</param>
/// <param name="Says">One plain sentence.</param>
/// <param name="Mend">What to do, when something is to be done.</param>
internal sealed record Finding(Verdict Verdict, string Says, string? Mend = null)
{
    public static Finding Good(string says) => new(Verdict.Good, says);

    public static Finding Unused(string says) => new(Verdict.Unused, says);

    public static Finding Doubt(string says, string mend) => new(Verdict.Doubt, says, mend);

    public static Finding Wrong(string says, string mend) => new(Verdict.Wrong, says, mend);
}

/// <summary>How something is.</summary>
internal enum Verdict
{
    /// <summary>In order.</summary>
    Good,

    /// <summary>Not set up, which is allowed.</summary>
    Unused,

    /// <summary>Works, but hardly as it is meant.</summary>
    Doubt,

    /// <summary>Does not work.</summary>
    Wrong,
}
