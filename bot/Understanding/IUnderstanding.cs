using Complaints.Organisations;

namespace Understanding;

/// <summary>Makes out what a message means. It only proposes: nothing is stored or done by it, and text from people is data, never
/// an instruction.</summary>
public interface IUnderstanding
{
    /// <summary>What the text means. Never throws for any text; what it cannot make out is <see cref="Intents.Unclear"/>.</summary>
    ValueTask<Understood> UnderstandAsync(UnderstandRequest request, CancellationToken cancellationToken);
}

/// <summary>A text with what is known around it.</summary>
public sealed record UnderstandRequest
{
    /// <summary>What somebody wrote.</summary>
    public required string Text { get; init; }

    /// <summary>The language they seem to use, as BCP 47; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Who wrote it: the same words mean other things from staff.</summary>
    public required UnderstandRole Role { get; init; }

    /// <summary>The local time in the organisation's zone: "last Tuesday" counts from it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The question that staff asked before, for "and the month before?"; null when there was none.</summary>
    public Questions.ComplaintQuery? Previous { get; init; }

    /// <summary>Names of categories, departments, people.</summary>
    public required Organisation Organisation { get; init; }
}

/// <summary>Who wrote a text.</summary>
public enum UnderstandRole
{
    /// <summary>A customer.</summary>
    Customer,

    /// <summary>A member of staff.</summary>
    Staff,

    /// <summary>A manager, quality, executive: all of staff, and questions about figures.</summary>
    Manager,
}
