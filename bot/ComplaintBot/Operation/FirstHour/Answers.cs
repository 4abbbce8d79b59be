namespace ComplaintBot.Operation.FirstHour;

/// <summary>What <c>init</c> must know to write an organisation file that starts.</summary>
internal sealed record Answers
{
    /// <summary>The company's name.</summary>
    public required string Name { get; init; }

    /// <summary>IANA zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The tenant of Microsoft Entra; empty = to be written later.</summary>
    public string Tenant { get; init; } = "";

    /// <summary><c>Mon</c> … <c>Sun</c>.</summary>
    public required IReadOnlyList<string> WorkingDays { get; init; }

    /// <summary>Periods such as <c>09:00-12:00</c>.</summary>
    public required IReadOnlyList<string> Hours { get; init; }

    /// <summary>Names of departments.</summary>
    public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>Categories, each with the department that answers for it: <c>Billing=Customer Service</c>; without one the first.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The name of whoever installs it: the first member of staff, with every role that the start needs.</summary>
    public required string AdminName { get; init; }

    /// <summary>Their object id in Microsoft Entra.</summary>
    public required string AdminId { get; init; }

    /// <summary>Further staff that Microsoft Graph told of, each with the name of their department.</summary>
    public IReadOnlyList<KnownPerson> Staff { get; init; } = [];

    /// <summary>Working days in which an ordinary complaint is resolved.</summary>
    public required int Days { get; init; }
}
