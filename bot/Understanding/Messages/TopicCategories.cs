using System.Runtime.CompilerServices;
using Complaints.Organisations;
using Understanding.Learning;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Which of an organisation's categories a topic belongs to: told by what its names and aliases share with the words of the
/// topic. An organisation may call its categories anything, in three languages.</summary>
internal sealed class TopicCategories
{
    // Less than this share of a name is chance.
    private const double Enough = 0.45;

    // "Something is wrong" is about nothing in particular: no reason not to ask.
    private const double Nothing = 0.3;

    private static readonly IReadOnlyList<(string Topic, string[] Words)> Topics =
    [
        .. PhraseFiles
            .Of("Messages.Topics.txt")
            .Concat(PhraseFiles.Of("Messages.CategoryNames.txt"))
            .GroupBy(p => p.Name, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Select(p => CharacterFolding.Fold(p.Phrase)).ToArray())),
    ];

    private static readonly ConditionalWeakTable<Organisation, TopicCategories> ByOrganisation = [];

    private readonly Dictionary<string, string> _categories = new(StringComparer.Ordinal);
    private readonly string _other;

    private TopicCategories(Organisation organisation)
    {
        _other = organisation.OtherCategory.Id;
        var names = organisation
            .Categories.Where(c => c.Id != _other)
            .Select(c => (c.Id, Names: c.Name.ByLanguage.Values.Concat(c.Aliases).Append(c.Id).Select(CharacterFolding.Fold).ToArray()))
            .ToList();
        foreach (var (topic, words) in Topics)
        {
            var best = names.Select(c => (c.Id, Share: c.Names.Max(n => Share(n, words)))).OrderByDescending(c => c.Share).FirstOrDefault();
            if (best.Share >= Enough)
                _categories[topic] = best.Id;
        }
    }

    /// <summary>The categories of an organisation, found once.</summary>
    public static TopicCategories Of(Organisation organisation) => ByOrganisation.GetValue(organisation, o => new(o));

    /// <summary>The category that the likeliest topics belong to, with their probabilities together; "other" for topics that the
    /// organisation has no category for.</summary>
    public Guess Best(IReadOnlyList<Guess> topics) =>
        topics
            .GroupBy(t => _categories.GetValueOrDefault(t.Label, _other), t => t.Confidence, StringComparer.Ordinal)
            // Many topics that the organisation has no category for are no single one.
            .Select(g => new Guess(g.Key, g.Key == _other ? g.Max() : g.Sum()))
            .Select(g => g.Label == _other && topics[0].Label == "other" ? g with { Confidence = Nothing } : g)
            .OrderByDescending(g => g.Confidence)
            .ThenBy(g => g.Label, StringComparer.Ordinal)
            .First();

    /// <summary>Where people in danger belong; null when the organisation has no category for them.</summary>
    public string? Danger => _categories.GetValueOrDefault("safety-hazard") ?? _categories.GetValueOrDefault("injury");

    /// <summary>True when some topic belongs to a category.</summary>
    public bool Covers(string category) => _categories.ContainsValue(category);

    // How much of a name the longest word of the topic in it makes up, or of a word the name.
    private static double Share(string name, string[] words)
    {
        var best = 0.0;
        foreach (var word in words)
        {
            if (Contains(name, word))
                best = Math.Max(best, (double)word.Length / name.Length);
            else if (name.Length > 1 && Contains(word, name))
                best = Math.Max(best, 0.9 * name.Length / word.Length);
        }
        return best;
    }

    private static bool Contains(string whole, string part)
    {
        var at = whole.IndexOf(part, StringComparison.Ordinal);
        return at >= 0
            && (
                !char.IsAsciiLetter(part[0])
                || (at == 0 || !char.IsAsciiLetter(whole[at - 1]))
                    && (at + part.Length == whole.Length || !char.IsAsciiLetter(whole[at + part.Length]))
            );
    }
}
