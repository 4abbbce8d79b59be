using Complaints.Organisations;
using Understanding.Questions;

namespace Understanding;

/// <summary>Everything that a turn knows when a message is read: who speaks, what was asked and shown before.</summary>
public sealed record Context
{
    /// <summary>Who wrote it: the same words mean other things from staff.</summary>
    public required SpeakerRole Role { get; init; }

    /// <summary>Names of categories, departments, people.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>The local time in the organisation's zone: "last Tuesday" counts from it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The speaker's last clear language, as BCP 47; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The bot's open question to a customer, one of <see cref="Questions"/>; null when it waits for nothing.</summary>
    public string? Asked { get; init; }

    /// <summary>What the draft of the complaint already holds, by slot name; values as text.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = new Dictionary<string, string>();

    /// <summary>The customer's own cases, the newest first; empty for staff.</summary>
    public IReadOnlyList<OwnCase> OwnCases { get; init; } = [];

    /// <summary>The ticket whose card was last shown or replied to: what "this one" means.</summary>
    public string? Ticket { get; init; }

    /// <summary>What the last answer to staff was.</summary>
    public LastAnswer LastAnswer { get; init; }

    /// <summary>What the speaker picked when the bot asked what these words mean: they are read as that. Null when nobody asked.</summary>
    public Alternative? Meant { get; init; }

    /// <summary>The question that staff asked before, for "and the month before?"; null when there was none.</summary>
    public ComplaintQuery? Previous { get; init; }

    /// <summary>The bot's questions to a customer, by the words of the schema.</summary>
    public static class Questions
    {
#pragma warning disable CS1591 // the words are the explanation
        public const string Category = "category";
        public const string Product = "product";
        public const string Place = "place";
        public const string When = "when";
        public const string Remedy = "remedy";
        public const string Contact = "contact";
        public const string Name = "name";
        public const string OrderNumber = "orderNumber";
        public const string Summary = "summary";
        public const string Satisfied = "satisfied";
        public const string Hold = "hold";
        public const string SameMatter = "samematter";
        public const string Survey = "survey";
        public const string Recommend = "recommend";
        public const string Closed = "closed";
        public const string Person = "person";
        public const string Nothing = "nothing";
#pragma warning restore CS1591
    }
}

/// <summary>A customer's own case as far as a reading needs it.</summary>
/// <param name="Ticket">Its number.</param>
/// <param name="IsOpen">False once it ended.</param>
/// <param name="Category">Its category id.</param>
public sealed record OwnCase(string Ticket, bool IsOpen, string? Category);

/// <summary>What the last answer to staff was.</summary>
public enum LastAnswer
{
    /// <summary>Neither a list nor a figure.</summary>
    None,

    /// <summary>A list of complaints: "the first three" counts in it.</summary>
    List,

    /// <summary>A figure, with or without groups.</summary>
    Metric,
}

/// <summary>Who wrote a text.</summary>
public enum SpeakerRole
{
    /// <summary>A customer.</summary>
    Customer,

    /// <summary>A member of staff.</summary>
    Staff,

    /// <summary>A manager, quality, executive: all of staff, and questions about figures.</summary>
    Manager,
}
