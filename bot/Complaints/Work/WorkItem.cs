namespace Complaints.Work;

/// <summary>One thing that waits for a person: a row of "my work".</summary>
/// <param name="Person">Whose turn it is (aadObjectId).</param>
/// <param name="What">What to do: the code of a <see cref="Deadlines.DeadlineKind"/>, or one of the names below.</param>
/// <param name="Due">By when; null when nothing was promised.</param>
/// <param name="Subject">The id of the measure, part, call or notice that is meant; "" for the complaint itself.</param>
public sealed record WorkItem(string Person, string What, DateTimeOffset? Due, string Subject = "")
{
    /// <summary>Nobody owns it: the person answers for the queue and gives it to somebody.</summary>
    public const string Assign = "assign";

    /// <summary>A plan waits for approval.</summary>
    public const string Approve = "approve";

    /// <summary>Somebody asked for more time.</summary>
    public const string Extension = "extension";

    /// <summary>A customer without a chat is asked how it went.</summary>
    public const string Visit = "visit";

    /// <summary>A department answered a rectification notice; quality looks whether it holds.</summary>
    public const string Verify = "verify";

    /// <summary>True when it should have been done before <paramref name="now"/>.</summary>
    public bool IsLate(DateTimeOffset now) => Due < now;
}
