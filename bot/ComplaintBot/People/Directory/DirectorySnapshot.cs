namespace ComplaintBot.People.Directory;

/// <summary>What the company's directory told last. Kept in the database, so that it outlives a restart and a directory that is
/// away.</summary>
public sealed record DirectorySnapshot
{
    /// <summary>Everybody who was asked for and is there.</summary>
    public IReadOnlyList<DirectoryPerson> People { get; init; } = [];

    /// <summary>Object ids of the groups whose members were read.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>When people were read without a failure.</summary>
    public DateTimeOffset? PeopleAt { get; init; }

    /// <summary>Ids of those whom Teams showed as out of office.</summary>
    public IReadOnlyList<string> OutOfOffice { get; init; } = [];

    /// <summary>When presence was read without a failure.</summary>
    public DateTimeOffset? PresenceAt { get; init; }
}

/// <summary>One person of the directory. Nothing is kept that is not used.</summary>
/// <param name="Id">The object id, which is the aadObjectId in Teams.</param>
/// <param name="Name">The display name.</param>
public sealed record DirectoryPerson(string Id, string Name)
{
    /// <summary>False: the account is blocked; such a person gets no complaints.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The department as the directory writes it.</summary>
    public string? Department { get; init; }

    /// <summary>Object id of the manager.</summary>
    public string? Manager { get; init; }

    /// <summary>The language they prefer, such as zh-CN.</summary>
    public string? Language { get; init; }

    /// <summary>Time zone of the mailbox, by its Windows or IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Groups that make this person staff, those above it included.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Automatic replies begin; null = they are off.</summary>
    public DateTimeOffset? RepliesFrom { get; init; }

    /// <summary>Automatic replies end.</summary>
    public DateTimeOffset? RepliesTo { get; init; }

    /// <summary>True while automatic replies are on.</summary>
    public bool IsReplyingAutomatically(DateTimeOffset now) => RepliesFrom <= now && now < RepliesTo;
}
