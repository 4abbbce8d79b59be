using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Questions.Names;
using Understanding.Questions.Words;
using Understanding.Writing;

namespace Understanding.Questions.Reading;

/// <summary>A question taken apart: which stretch means what, and what is left over.</summary>
internal sealed partial class Mentions
{
    private static readonly IReadOnlyList<Entry> Claiming =
    [
        .. MetricWords.All,
        .. StatusWords.All,
        .. ConditionWords.All,
        .. GroupWords.All,
        .. OrderWords.All,
        .. AskWords.All.Where(e => e.Part != Part.FollowUp),
        .. CutWords.All.Where(e => e.Part != Part.Filler),
    ];

    private static readonly IReadOnlyList<Entry> Leaning = [.. AskWords.All.Where(e => e.Part == Part.FollowUp)];
    private static readonly IReadOnlyList<Entry> Fillers = [.. CutWords.All.Where(e => e.Part == Part.Filler)];

    private static readonly PatternIndex ClaimingIndex = new([.. Claiming.Select(e => e.Pattern)]);
    private static readonly PatternIndex LeaningIndex = new([.. Leaning.Select(e => e.Pattern)]);

    /// <summary>Every word of letters that stands in a pattern.</summary>
    public static IReadOnlySet<string> KnownWords { get; } =
        Claiming
            .Concat(Leaning)
            .Concat(Fillers)
            .SelectMany(e => Letters().Matches(e.Pattern).Select(m => m.Value))
            .ToHashSet(StringComparer.Ordinal);

    private Mentions(string original, string folded, IReadOnlyList<Mention> all, IReadOnlyList<Mention> leaning)
    {
        (Original, Folded, All, FollowUps) = (original, folded, all, leaning);
        Leftover = Remaining();
    }

    /// <summary>The question as typed.</summary>
    public string Original { get; }

    /// <summary>The same, character for character, in simplified lower case.</summary>
    public string Folded { get; }

    /// <summary>Mentions in order, not overlapping.</summary>
    public IReadOnlyList<Mention> All { get; }

    /// <summary>Words that lean on the question before; they may overlap others.</summary>
    public IReadOnlyList<Mention> FollowUps { get; }

    /// <summary>Words that nothing claims and that are no mere filler, as typed.</summary>
    public IReadOnlyList<string> Leftover { get; }

    /// <summary>All mentions of one part.</summary>
    public IEnumerable<Mention> Of(Part part) => All.Where(m => m.Part == part);

    /// <summary>True when there is any.</summary>
    public bool Has(Part part) => All.Any(m => m.Part == part);

    /// <summary>The first of a part, or null.</summary>
    public Mention? First(Part part) => All.FirstOrDefault(m => m.Part == part);

    /// <summary>The folded words of a mention.</summary>
    public string Words(Mention mention) => Folded.Substring(mention.Start, mention.Length);

    /// <summary>Takes a question apart.</summary>
    public static Mentions Find(string text, string language, Organisation organisation, OrganisationNames names, DateTimeOffset localNow)
    {
        var folded = CharacterFolding.Fold(text);
        var candidates = In(Claiming, ClaimingIndex, folded);
        candidates.AddRange(NumberReaders.Limits(folded));
        candidates.AddRange(NumberReaders.Scores(folded));
        candidates.AddRange(NumberReaders.DueSoon(folded));
        candidates.AddRange(names.In(folded).Select(m => m.Part == Part.Owner ? m with { Value = text.Substring(m.Start, m.Length) } : m));
        candidates.AddRange(FreeNames.Read(text, folded));
        var periods = PeriodReader.Read(text, folded, language, organisation, localNow).ToList();
        candidates.AddRange(periods);
        candidates.AddRange(ComparisonReader.Read(folded, [.. periods.Where(p => p.Part == Part.Period)]));
        return new(text, folded, Settle(candidates), In(Leaning, LeaningIndex, folded));
    }

    // Of hundreds of patterns a question can match a handful; the others are not even tried.
    private static List<Mention> In(IReadOnlyList<Entry> entries, PatternIndex index, string folded)
    {
        var (found, possible) = (new List<Mention>(), index.Possible(folded));
        for (var i = 0; i < entries.Count; i++)
        {
            if (PatternIndex.Has(possible, i))
                entries[i].AddTo(found, folded);
        }
        return found;
    }

    /// <summary>Of overlapping candidates the weightier stays, then the longer, then the earlier.</summary>
    private static List<Mention> Settle(IEnumerable<Mention> candidates)
    {
        var settled = new List<Mention>();
        foreach (
            var candidate in candidates
                .OrderByDescending(c => c.Weight)
                .ThenByDescending(c => c.Length)
                .ThenBy(c => c.Start)
                .ThenBy(c => c.Part)
        )
        {
            if (!settled.Exists(candidate.Overlaps))
                settled.Add(candidate);
        }
        settled.Sort((a, b) => a.Start.CompareTo(b.Start));
        return settled;
    }

    [GeneratedRegex("[a-z]{4,}")]
    private static partial Regex Letters();

    private List<string> Remaining()
    {
        var rest = Folded.ToCharArray();
        foreach (var mention in All.Concat(FollowUps))
            Array.Fill(rest, '\n', mention.Start, mention.Length);
        var words = new List<Mention>();
        foreach (var filler in Fillers)
        {
            words.Clear();
            filler.AddTo(words, new string(rest));
            foreach (var found in words)
                Array.Fill(rest, '\n', found.Start, found.Length);
        }
        var left = new List<string>();
        for (var i = 0; i < rest.Length; i++)
        {
            var start = i;
            while (i < rest.Length && char.IsLetterOrDigit(rest[i]))
                i++;
            if (i > start)
                left.Add(Original[start..i]);
        }
        return left;
    }
}
