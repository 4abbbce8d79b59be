using Complaints.Organisations;
using Understanding.Questions.Names;
using Understanding.Questions.Words;
using Understanding.Writing;

namespace Understanding.Questions.Reading;

/// <summary>A question taken apart: which stretch means what, and what is left over.</summary>
internal sealed class Mentions
{
    private static readonly PhraseBook Claiming = PhraseBook.Read([
        "Figures",
        "States",
        "Conditions",
        "Groups",
        "Order",
        "Numbers",
        "Asking",
        "Cuts",
        "Names",
        "Periods",
        "Leaning",
    ]);

    private static readonly PhraseBook Fillers = PhraseBook.Read(["Fillers"]);

    private Mentions(string original, string folded, IReadOnlyList<Mention> all, IReadOnlyList<Mention> cues)
    {
        (Original, Folded, All, Cues) = (original, folded, all, cues);
        Leftover = Remaining();
    }

    /// <summary>Every word of letters that stands in a phrase.</summary>
    public static IReadOnlySet<string> KnownWords { get; } = Claiming.Words.Concat(Fillers.Words).ToHashSet(StringComparer.Ordinal);

    /// <summary>The question as typed.</summary>
    public string Original { get; }

    /// <summary>The same, character for character, in simplified lower case.</summary>
    public string Folded { get; }

    /// <summary>Mentions in order, not overlapping.</summary>
    public IReadOnlyList<Mention> All { get; }

    /// <summary>Words that lean on the question before or point at the accused; they may overlap others.</summary>
    public IReadOnlyList<Mention> Cues { get; }

    /// <summary>Words that nothing claims and that are no mere filler, as typed.</summary>
    public IReadOnlyList<string> Leftover { get; }

    /// <summary>All mentions of one part.</summary>
    public IEnumerable<Mention> Of(Part part) => All.Where(m => m.Part == part);

    /// <summary>True when there is any of these.</summary>
    public bool Has(params ReadOnlySpan<Part> parts)
    {
        foreach (var mention in All)
        {
            if (parts.Contains(mention.Part))
                return true;
        }
        return false;
    }

    /// <summary>The first of a part, or null.</summary>
    public Mention? First(Part part) => All.FirstOrDefault(m => m.Part == part);

    /// <summary>The folded words of a mention.</summary>
    public string Words(Mention mention) => Folded.Substring(mention.Start, mention.Length);

    /// <summary>The words of a mention as typed.</summary>
    public string Typed(Mention mention) => Original.Substring(mention.Start, mention.Length).Trim();

    /// <summary>The folded words before a mention, without blanks at their end.</summary>
    public ReadOnlySpan<char> Before(Mention mention) => Folded.AsSpan(0, mention.Start).TrimEnd();

    /// <summary>Takes a question apart.</summary>
    public static Mentions Find(string text, string language, Organisation organisation, OrganisationNames names, DateTimeOffset localNow)
    {
        var folded = CharacterFolding.Fold(text);
        var found = Claiming.In(folded, text).Concat(names.In(folded, text)).ToList();
        static bool IsCue(Mention m) => m.Part is Part.FollowUp or Part.AboutCue;
        var candidates = found.Where(m => !IsCue(m) && m.Part is not (Part.Period or Part.NotDate)).ToList();
        candidates.AddRange(PeriodReader.Read(text, folded, language, organisation, localNow, found));
        candidates.RemoveAll(m => m.If is { } other && !candidates.Exists(c => c.Part == other));
        return new(text, folded, Settle(candidates), [.. found.Where(IsCue)]);
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

    private List<string> Remaining()
    {
        var rest = Folded.ToCharArray();
        void Strike(IEnumerable<Mention> mentions)
        {
            foreach (var mention in mentions)
                Array.Fill(rest, '\n', mention.Start, mention.Length);
        }

        Strike(All.Concat(Cues));
        // The longest first, so that none takes a piece of another.
        Strike(Settle(Fillers.In(new(rest), Original)));
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
