namespace Complaints.Intake;

/// <summary>The person who complains. <paramref name="Id"/> is the authenticated channel identity (<c>directline:dl_…</c>), or
/// <c>logged:{ticket}</c> when staff logged it and no chat is known.</summary>
public sealed record Complainant(string Id, string Language)
{
    /// <summary>Beginning of the id of a customer known only through staff.</summary>
    public const string LoggedPrefix = "logged:";

    /// <summary>True when nobody can write to them: they phoned, wrote or stood at the counter.</summary>
    public bool HasNoChat => Id.StartsWith(LoggedPrefix, StringComparison.Ordinal);

    /// <summary>How they call themselves.</summary>
    public string? Name { get; init; }

    /// <summary>Phone number as given.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address as given.</summary>
    public string? Email { get; init; }

    /// <summary>standard, vip, key … as in the organisation file.</summary>
    public string Level { get; init; } = "standard";

    /// <summary>True when they wish to stay unknown; reachable by ticket number and secret code only.</summary>
    public bool Anonymous { get; init; }
}

/// <summary>What the complaint is about. Everything but the words themselves may be unknown.</summary>
public sealed record ComplaintDetails(string Category, string Description)
{
    /// <summary>Product or service named.</summary>
    public string? Product { get; init; }

    /// <summary>Order number as written.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Where it happened.</summary>
    public string? Place { get; init; }

    /// <summary>True when the place is far from the organisation (default near: up to 200 km).</summary>
    public bool Far { get; init; }

    /// <summary>First day it happened, in the organisation's zone.</summary>
    public DateOnly? HappenedFrom { get; init; }

    /// <summary>Last day it happened.</summary>
    public DateOnly? HappenedTo { get; init; }

    /// <summary>What the customer wants: refund, repair, replace, apology, explanation, compensation, onsite, other.</summary>
    public IReadOnlyList<string> Remedies { get; init; } = [];

    /// <summary>Amount claimed, with <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of <see cref="Amount"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>Photos and files.</summary>
    public IReadOnlyList<Evidence> Files { get; init; } = [];

    /// <summary>True when the customer wants nobody concerned to learn who complained; staff see it in red and do not pass on the
    /// name.</summary>
    public bool NotNamed { get; init; }

    /// <summary>aadObjectIds of staff it is about: a complaint accuses them, and they and their line never see or own it; praise is
    /// theirs.</summary>
    public IReadOnlyList<string> AboutStaff { get; init; } = [];
}

/// <summary>A file kept as evidence; the bytes lie in the file store under <paramref name="Id"/>, <paramref name="Sha256"/> is
/// theirs in hexadecimal.</summary>
public sealed record Evidence(string Id, string Name, string ContentType, string Sha256)
{
    /// <summary>Length in bytes; null for files that were kept before it was noted.</summary>
    public long? Bytes { get; init; }
}
