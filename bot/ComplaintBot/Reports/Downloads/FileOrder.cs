using Understanding.Questions;

namespace ComplaintBot.Reports.Downloads;

/// <summary>What a file shall hold: whose question, which one, in which format (csv, xlsx or html) and language.</summary>
/// <param name="By">The asker's aadObjectId; the file holds what this person may see when it is made.</param>
public sealed record FileOrder(string By, ComplaintQuery Query, string Format, string Language)
{
    /// <summary>A report instead of an answer, named as its buttons name it; null = the query's answer.</summary>
    public string? Report { get; init; }

    /// <summary>Formats that can be ordered.</summary>
    public static readonly IReadOnlyList<string> Formats = ["xlsx", "csv", "html"];
}

/// <summary>A file made of an answer.</summary>
public sealed record AnswerFile(string Name, string ContentType, byte[] Content);
