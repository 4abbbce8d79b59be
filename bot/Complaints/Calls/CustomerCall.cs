namespace Complaints.Calls;

/// <summary>Something that a customer without a chat is to be told by phone. Nobody was told until somebody reports that the call
/// reached them (docs/procedure.md §7, calls).</summary>
/// <param name="Id">Unique within the complaint, such as "c1".</param>
/// <param name="Party">The number under which the customer filed it.</param>
/// <param name="About">Why they are called.</param>
/// <param name="Text">The words for them.</param>
public sealed record CustomerCall(string Id, string Party, CallAbout About, string Text)
{
    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }

    /// <summary>How the last try ended; null before the first.</summary>
    public CallOutcome? Outcome { get; init; }

    /// <summary>True while the customer is still to be called.</summary>
    public bool IsOpen { get; init; } = true;
}

/// <summary>Why a customer is called.</summary>
public enum CallAbout
{
    /// <summary>How it goes.</summary>
    Progress,

    /// <summary>Something is asked of them.</summary>
    Question,

    /// <summary>The result, and whether it satisfies.</summary>
    Result,
}

/// <summary>How a call ended.</summary>
public enum CallOutcome
{
    /// <summary>The customer was told.</summary>
    Reached,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>The customer named another time.</summary>
    CallBack,

    /// <summary>The customer does not want to be called.</summary>
    Refused,

    /// <summary>The number is somebody else's.</summary>
    WrongNumber,
}
