namespace ComplaintBot.Conversations;

/// <summary>What the bot remembers of a conversation with a customer, stored after every turn: a restart in the middle loses
/// nothing.</summary>
public sealed record CustomerState
{
    /// <summary>True once they were greeted.</summary>
    public bool Welcomed { get; init; }

    /// <summary>The language they speak; follows what they write.</summary>
    public string? Language { get; init; }

    /// <summary>The language of the page when they last wrote: another one was chosen there since.</summary>
    public string? PageLanguage { get; init; }

    /// <summary>The complaint that is being told, if any.</summary>
    public IntakeDraft? Draft { get; init; }

    /// <summary>Further complaints heard in the same message, to be told next.</summary>
    public IReadOnlyList<IntakeDraft> Next { get; init; } = [];

    /// <summary>The draft that was filed last and the number it got: a repeated press shows the same receipt.</summary>
    public FiledDraft? Filed { get; init; }

    /// <summary>What the bot asked and waits for, outside intake.</summary>
    public PendingQuestion? Pending { get; init; }

    /// <summary>A fact that a complaint still lacks and the customer was asked for after it was filed.</summary>
    public MissingOf? Missing { get; init; }

    /// <summary>The language that they asked to be answered in; null when they never did.</summary>
    public string? Wished { get; init; }

    /// <summary>What the bot asked the meaning of.</summary>
    public AskedMeaning? Guessing { get; init; }

    /// <summary>What may be about several of their complaints: which was asked.</summary>
    public AskedCase? Which { get; init; }

    /// <summary>Which of several open complaints they last said that they mean.</summary>
    public TalkedOf? TalkedOf { get; init; }

    /// <summary>The ticket that was last talked about.</summary>
    public string? LastTicket { get; init; }

    /// <summary>When they last wrote.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>What they said last.</summary>
    public SaidBefore? LastSaid { get; init; }

    /// <summary>How often in a row the bot did not understand.</summary>
    public int Puzzled { get; init; }
}

/// <summary>A fact asked for after filing.</summary>
/// <param name="Ticket">The complaint that lacks it.</param>
/// <param name="Asking">The fact.</param>
/// <param name="PutAgain">True once it was asked for a second time: never a third.</param>
public sealed record MissingOf(string Ticket, IntakeQuestion Asking, bool PutAgain = false);

/// <summary>A draft that became a ticket.</summary>
public sealed record FiledDraft(string DraftId, string Ticket);

/// <summary>A yes/no or free-text question about a ticket.</summary>
public sealed record PendingQuestion(PendingKind Kind, string? Ticket)
{
    /// <summary>What the customer told before it was asked where that belongs.</summary>
    public IntakeDraft? Told { get; init; }

    /// <summary>True once it was put a second time: never a third.</summary>
    public bool PutAgain { get; init; }
}

/// <summary>What a pending question is about.</summary>
public enum PendingKind
{
    /// <summary>Really withdraw?</summary>
    Withdraw,

    /// <summary>Add the words to the open ticket (yes) or file a new one (no)?</summary>
    Duplicate,

    /// <summary>What was not satisfactory?</summary>
    UnsatisfiedReason,

    /// <summary>Why open again?</summary>
    ReopenReason,

    /// <summary>Really drop the draft?</summary>
    CancelDraft,

    /// <summary>Is the result all right? Asked where the words left a doubt.</summary>
    Result,

    /// <summary>The survey's second question: was it solved?</summary>
    SurveySolved,
}
