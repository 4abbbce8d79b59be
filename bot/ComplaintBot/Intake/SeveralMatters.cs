using System.Text.RegularExpressions;
using ComplaintBot.Conversations;
using Understanding;
using Understanding.Local;
using Understanding.Writing;

namespace ComplaintBot.Intake;

/// <summary>One of several matters in one message: its words and the category they are about.</summary>
public sealed record Matter(string Category, string Text);

/// <summary>Finds out whether a message tells of more than one matter: "the line is down again, and last month I was charged
/// twice".</summary>
public sealed partial class SeveralMatters(LocalUnderstanding understanding)
{
    // A long story mentions much; only a short message is taken apart.
    private const int MostClauses = 12;

    /// <summary>The matters, each with its own words; empty when it is one matter. A new one begins with a new sentence or a word
    /// such as "also".</summary>
    public async Task<IReadOnlyList<Matter>> InAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(text);
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
            var category = await CategoryAsync(turn, words, cancellationToken);
            var mayBegin = newSentence || Also().IsMatch(CharacterFolding.Fold(words));
            newSentence = ends;
            if (parts is [.., var last] && (category is null || last.Category is null || category == last.Category || !mayBegin))
                parts[^1] = (last.Category ?? category, last.Text + words);
            else
                parts.Add((category, words));
        }
        if (parts.Select(p => p.Category).Distinct().Count() < 2 || parts.Exists(p => p.Category is null))
            return [];
        return
        [
            .. parts
                .GroupBy(p => p.Category!)
                .Select(g => new Matter(g.Key, string.Join(' ', g.Select(p => p.Text.Trim().TrimEnd('，', ',', '。', '.', ';', '；'))))),
        ];
    }

    private async Task<string?> CategoryAsync(Turn turn, string words, CancellationToken cancellationToken)
    {
        var understood = await understanding.ReadAsync(
            words.Trim(),
            new Context
            {
                Language = turn.Language,
                Role = SpeakerRole.Customer,
                Now = turn.Organisation.Local(turn.Now),
                Organisation = turn.Organisation,
            },
            cancellationToken
        );
        return
            understood.Intent is Intents.Complain or Intents.AddInformation or Intents.Unsatisfied
            && turn.Organisation.FindCategory(understood.Category) is { } category
            && category != turn.Organisation.OtherCategory
            ? category.Id
            : null;
    }

    [GeneratedRegex(@"[^，,。.;；！!？?\n]+([，,]|(?<end>[。.;；！!？?\n]+)|$)|[.](?=\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();

    [GeneratedRegex(
        @"另外|此外|还有|而且|同时|顺便|另一(件|个)|再(说|者|有)|其次|第二|\balso\b|another thing|besides|in addition|on top of that|\bplus\b|secondly|and (last|then|my|i|the|your|you)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Also();
}
