namespace Complaints.Intake;

/// <summary>One customer's share of a complaint: a complaint that others were merged into has several. Nobody answers for the share
/// of another; the complaint ends when every share has ended (docs/procedure.md §1, parties).</summary>
/// <param name="Ticket">The number under which this customer filed it. They never see another.</param>
/// <param name="People">Who filed it, then the same person on other devices; never empty.</param>
public sealed record Party(string Ticket, IReadOnlyList<Complainant> People)
{
    /// <summary>Who filed it.</summary>
    public Complainant Filed => People[0];

    /// <summary>Where the share stands.</summary>
    public ShareState Share { get; init; }

    /// <summary>True while this customer waits for a result, or was not heard on it.</summary>
    public bool IsOpen => Share == ShareState.Open;

    /// <summary>True when they can only be called: no device of theirs is known.</summary>
    public bool HasNoChat => People.All(p => p.HasNoChat);

    /// <summary>True when it is this customer's, on whatever device.</summary>
    public bool Has(string customer) => People.Any(p => p.Id == customer);
}

/// <summary>Where one customer's share of a complaint stands.</summary>
public enum ShareState
{
    /// <summary>To be answered.</summary>
    Open,

    /// <summary>This customer is satisfied.</summary>
    Satisfied,

    /// <summary>This customer took it back.</summary>
    Withdrawn,
}
