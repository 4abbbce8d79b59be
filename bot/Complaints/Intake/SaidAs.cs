namespace Complaints.Intake;

/// <summary>What later words of a customer were taken for; it tells the owner what they want, the words themselves decide.</summary>
public enum SaidAs
{
    /// <summary>More facts.</summary>
    More,

    /// <summary>An answer to what the owner asked.</summary>
    Answer,

    /// <summary>A question to the owner.</summary>
    Question,

    /// <summary>The wish that it goes faster.</summary>
    Hurry,

    /// <summary>Something about the result that is neither a plain yes nor a plain no.</summary>
    AboutResult,

    /// <summary>The category is said to be another one.</summary>
    OtherCategory,

    /// <summary>The wish to talk to a person.</summary>
    WantsPerson,

    /// <summary>Not made out.</summary>
    Unclear,
}
