using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>One of several matters that a message tells.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Meaning">What they mean by themselves; they name a category.</param>
public sealed record Matter(string Text, Meaning Meaning);

/// <summary>Finds out whether a message tells of more than one matter: "the line is down again, and last month I was charged
/// twice". A new one begins with a new sentence or a word such as "also".</summary>
internal static partial class Matters
{
    // A long story mentions much; only a short message is taken apart.
    private const int MostClauses = 12;

    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(Matters), "Matters.txt");

    /// <summary>The matters in the order of their first words; empty when it is one matter. <paramref name="read"/> gives the
    /// meaning of a part of the message by itself.</summary>
    public static IReadOnlyList<Matter> In(string text, Organisation organisation, Func<string, Meaning> read)
    {
        var pieces = Piece()
            .Matches(text)
            .Select(m => (Words: m.Value, Ends: m.Groups["end"].Success))
            .Where(p => p.Words.Any(char.IsLetterOrDigit))
            .ToList();
        if (pieces.Count is < 2 or > MostClauses)
            return [];
        List<(string? Category, string Text)> parts = [];
        var newSentence = true;
        foreach (var (words, ends) in pieces)
        {
            var category = Category(read(words.Trim()), organisation);
            var mayBegin = newSentence || Forms.Say("also", words);
            newSentence = ends;
            if (parts is [.., var last] && (category is null || last.Category is null || category == last.Category || !mayBegin))
                parts[^1] = (last.Category ?? category, last.Text + words);
            else
                parts.Add((category, words));
        }
        if (parts.Select(p => p.Category).Distinct().Count() < 2 || parts.Exists(p => p.Category is null))
            return [];
        return [.. parts.GroupBy(p => p.Category!).Select(g => Told(g.Key, g.Select(p => p.Text), read))];
    }

    private static Matter Told(string category, IEnumerable<string> words, Func<string, Meaning> read)
    {
        var text = string.Join(' ', words.Select(w => w.Trim().TrimEnd('，', ',', '。', '.', ';', '；')));
        return new(text, read(text) with { Category = category });
    }

    private static string? Category(Meaning meaning, Organisation organisation) =>
        meaning.Intent is Intents.Complain or Intents.AddInformation or Intents.Unsatisfied
        && organisation.FindCategory(meaning.Category) is { } category
        && meaning.CategoryConfidence >= Categories.CategoryConfidence.Sure
        && category != organisation.OtherCategory
            ? category.Id
            : null;

    [GeneratedRegex(@"[^，,。.;；！!？?\n]+([，,]|(?<end>[。.;；！!？?\n]+)|$)|[.](?=\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();
}
