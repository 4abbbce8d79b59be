using System.Text.RegularExpressions;

namespace Understanding.Messages;

/// <summary>A clause of a message.</summary>
/// <param name="Text">As written.</param>
/// <param name="TellsFacts">True when it tells a wish or a fact other than the place: a number, a name, a day.</param>
public sealed record Clause(string Text, bool TellsFacts);

/// <summary>Takes an answer to "where is it?" apart: "Suzhou, and my number is …" are two facts, and only one is the place.</summary>
internal static partial class Clauses
{
    // A longer story names its facts once; looking at each clause of it would only cost time.
    private const int Most = 8;

    /// <summary>The clauses; empty when there are more than a look is worth. <paramref name="read"/> gives the meaning of a part of
    /// the message by itself.</summary>
    public static IReadOnlyList<Clause> Of(string text, Func<string, Meaning> read)
    {
        var clauses = End().Split(text).Select(c => c.Trim()).Where(c => c.Length > 0).ToList();
        return clauses.Count > Most ? [] : [.. clauses.Select(c => new Clause(c, TellsFacts(read(c).Slots)))];
    }

    private static bool TellsFacts(Slots slots) =>
        slots.Remedy is not null
        || slots is not { Phone: null, Email: null, OrderNumber: null, Amount: null, Name: null, HappenedFrom: null };

    [GeneratedRegex(@"[，,。;；！!\n]|\.(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();
}
