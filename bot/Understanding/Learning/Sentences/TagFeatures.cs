namespace Understanding.Learning.Sentences;

/// <summary>What a tagger sees of each token: itself and its neighbours, their shapes and kinds, where it stands in its clause and in
/// the sentence; all of it alone and together with the facet.</summary>
internal static class TagFeatures
{
    private const int Each = 26;

    private static readonly uint[] Names = [.. Enumerable.Range(0, Each + 1).Select(n => FeatureKey.Of("tag" + n))];
    private static readonly uint Outside = FeatureKey.Of("outside"),
        Facet = FeatureKey.Of("facet");

    /// <summary>The features of each token of a sentence.</summary>
    public static uint[][] Of(Sentence sentence, string facet)
    {
        var tokens = sentence.Tokens;
        var keys = tokens.Select(KeyOf).ToArray();
        var kinds = tokens.Select(KindOf).ToArray();
        var withFacet = FeatureKey.Of(Facet, facet);
        var features = new uint[tokens.Count][];
        for (var (t, clause, number) = (0, 0, 0); t < features.Length; t++)
        {
            var hints = HintsOf(sentence, t);
            var own = features[t] = new uint[(Each + hints.Count) * 2];
            var (n, at) = (0, t);
            Add(Key(0));
            Add(Key(-1));
            Add(Key(1));
            Add(Key(-2));
            Add(Key(2));
            Add(Pair(Key(-1), Key(0)));
            Add(Pair(Key(0), Key(1)));
            Add(Pair(Key(-2), Key(-1)));
            Add(Pair(Key(1), Key(2)));
            Add(Pair(Key(-1), Key(1)));
            Add(Pair(Pair(Key(-1), Key(0)), Key(1)));
            Add(Pair(Pair(Key(-2), Key(-1)), Key(0)));
            Add(Pair(Pair(Key(-3), Key(-2)), Key(-1)));
            Add(Pair(Pair(Key(0), Key(1)), Key(2)));
            Add(Kind(0));
            Add(Pair(Kind(-1), Kind(0)));
            Add(Pair(Kind(0), Kind(1)));
            Add(Pair(Pair(Kind(-2), Kind(-1)), Kind(0)));
            Add(Pair(Kind(-1), Key(0)));
            Add(Pair(Kind(0), Key(-1)));
            Add((uint)Math.Min(t, 4));
            Add((uint)Math.Min(tokens.Count - t, 4));
            Add(Pair((uint)Math.Min(t - clause, 3), (uint)Math.Min(number, 3)));
            Add(Pair(clause < tokens.Count ? keys[clause] : 0, (uint)Math.Min(t - clause, 2)));
            Add(Pair(Pair(Kind(0), Kind(-1)), t > 0 && tokens[t].Start > tokens[t - 1].End ? 1u : 0u));
            Add(Affix(sentence, tokens[t]));
            foreach (var hint in hints)
                Add(hint);
            if (tokens[t].Shape == TokenShape.Sign)
                (clause, number) = (t + 1, number + 1);

            void Add(uint value)
            {
                own[n] = Pair(Names[Math.Min(n, Each)], value);
                own[n + own.Length / 2] = Pair(own[n], withFacet);
                n++;
            }
            uint Key(int offset) => at + offset >= 0 && at + offset < keys.Length ? keys[at + offset] : Outside;
            uint Kind(int offset) => at + offset >= 0 && at + offset < kinds.Length ? kinds[at + offset] : Outside;
        }
        return features;
    }

    // What word lists say of the token and of its neighbours, alone and with the words around.
    private static List<uint> HintsOf(Sentence sentence, int t)
    {
        var found = new List<uint>();
        if (sentence.Hints is not { } hints)
            return found;
        var (tokens, last) = (sentence.Tokens, hints.Length - 1);
        foreach (var hint in hints[t])
        {
            found.Add(hint);
            found.Add(Pair(hint, t > 0 ? KeyOf(tokens[t - 1]) : Outside));
            found.Add(Pair(hint, t < last ? KeyOf(tokens[t + 1]) + 1 : Outside + 1));
            foreach (var before in t > 0 ? hints[t - 1] : [])
                found.Add(Pair(hint, before));
        }
        for (var offset = -2; offset <= 2; offset++)
        {
            if (offset == 0 || t + offset < 0 || t + offset > last)
                continue;
            foreach (var hint in hints[t + offset])
                found.Add(Pair(hint, (uint)(offset + 7)));
        }
        return found;
    }

    private static uint Pair(uint one, uint other) => FeatureKey.Add(one, other);

    private static uint KeyOf(Token token) => token.Kind is { } kind ? FeatureKey.Of(kind) : token.Key;

    private static uint KindOf(Token token) =>
        token.Kind is { } kind ? FeatureKey.Of(FeatureKey.Of(token.IsFirst ? "<" : ">"), kind) : (uint)token.Shape;

    // The end of a word tells its part of speech; a Chinese character has none.
    private static uint Affix(Sentence sentence, Token token)
    {
        if (token.Shape != TokenShape.Word)
            return 0;
        var end = sentence.Folded.AsSpan(Math.Max(token.Start, token.End - 3), Math.Min(3, token.Length));
        return FeatureKey.Of(FeatureKey.Seed, end);
    }
}
