namespace Understanding.Learning.Sentences;

/// <summary>A folded text cut into tokens, with the parts of it that are known.</summary>
internal sealed class Sentence
{
    // Longer texts are stories; what they are about stands at their beginning and what they ask at their end.
    private const int Most = 400;

    private static readonly uint NumberKey = FeatureKey.Of("number");

    private static readonly uint HintKey = FeatureKey.Of("hint");

    private Sentence(
        string folded,
        IReadOnlyList<Token> tokens,
        IReadOnlyList<(int Token, uint Sign)> signs,
        uint[][]? hints
    ) => (Folded, Tokens, Signs, Hints) = (folded, tokens, signs, hints);

    /// <summary>The text, folded.</summary>
    public string Folded { get; }

    /// <summary>Its tokens in order, white space left out.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The turns of phrase in it, by the token that they begin with.</summary>
    public IReadOnlyList<(int Token, uint Sign)> Signs { get; }

    /// <summary>What word lists tell of each token, as features; null when none were asked.</summary>
    public uint[][]? Hints { get; }

    /// <summary>Cuts a folded text. Known parts may come in any order; of those that overlap, the first given counts.
    /// <paramref name="hints"/> are parts that word lists know: unlike known ones they leave the words to be seen.</summary>
    public static Sentence Of(
        string folded,
        IReadOnlyList<Known> known,
        SignTable? signs = null,
        IReadOnlyList<Known>? hints = null
    )
    {
        var tokens = new List<Token>(folded.Length);
        for (var i = 0; i < folded.Length && tokens.Count < Most;)
        {
            if (char.IsWhiteSpace(folded[i]))
            {
                i++;
                continue;
            }
            var (shape, end) = Cut(folded, i);
            // A known part begins and ends where it says, whatever the letters around it.
            foreach (var part in known)
            {
                if (part.Start > i && part.Start < end)
                    end = part.Start;
                if (part.Start <= i && part.Start + part.Length > i && part.Start + part.Length < end)
                    end = part.Start + part.Length;
            }
            var (kind, isFirst) = KindAt(known, i);
            tokens.Add(new(i, end - i, shape, KeyOf(folded.AsSpan(i, end - i), shape), kind, isFirst));
            i = end;
        }
        return new(
            folded,
            tokens,
            signs is null ? [] : Find(tokens, signs),
            hints is null ? null : [.. tokens.Select(t => HintsAt(hints, t.Start))]
        );
    }

    private static List<(int Token, uint Sign)> Find(List<Token> tokens, SignTable table)
    {
        var (found, here) = (new List<(int, uint)>(), new List<uint>());
        for (var t = 0; t < tokens.Count; t++)
        {
            if (tokens[t].Kind is not null)
                continue;
            here.Clear();
            table.Find(tokens, t, here);
            found.AddRange(here.Select(s => (t, s)));
        }
        return found;
    }

    private static uint[] HintsAt(IReadOnlyList<Known> hints, int at) =>
        [
            .. hints
                .Where(h => h.Start <= at && at < h.Start + h.Length)
                .Select(h => FeatureKey.Of(FeatureKey.Add(HintKey, h.Start == at ? '<' : '>'), h.Kind)),
        ];

    private static (string? Kind, bool IsFirst) KindAt(IReadOnlyList<Known> known, int at)
    {
        foreach (var part in known)
        {
            if (part.Start <= at && at < part.Start + part.Length)
                return (part.Kind, part.Start == at);
        }
        return (null, false);
    }

    private static (TokenShape Shape, int End) Cut(string text, int start)
    {
        var c = text[start];
        var end = start + 1;
        if (char.IsAsciiDigit(c))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || Joins(text, end)))
                end++;
            return (TokenShape.Number, end);
        }
        if (char.IsSurrogatePair(text, start))
            return (TokenShape.Sign, start + 2);
        if (!char.IsLetter(c))
            return (TokenShape.Sign, end);
        if (c > 0x24F)
            return (TokenShape.Character, end);
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) && text[end] <= 0x24F || Apostrophe(text, end)))
            end++;
        return (TokenShape.Word, end);
    }

    private static bool Joins(string text, int at) =>
        text[at] is '.' or ':' or ',' or '/' or '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static bool Apostrophe(string text, int at) =>
        text[at] == '\'' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]);

    private static uint KeyOf(ReadOnlySpan<char> text, TokenShape shape) =>
        shape switch
        {
            TokenShape.Word => FeatureKey.Of(FeatureKey.Seed, EnglishStem.Of(text)),
            TokenShape.Number when text.Length > 2 => FeatureKey.Add(NumberKey, (uint)Math.Min(text.Length, 12)),
            _ => FeatureKey.Of(FeatureKey.Seed, text),
        };
}
