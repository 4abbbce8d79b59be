namespace Understanding.Learning.Sentences;

/// <summary>Turns a sentence into features: its tokens alone, in runs of two and three and in pairs with a gap, pieces of its words,
/// how it begins and how long it is. A known part counts as one token of its kind.</summary>
internal static class SentenceFeatures
{
    public static float SignWeight = 1, PairWeight = 0.5f, PieceWeight = 0.4f;
    private const int MostSigns = 16;

    private static readonly uint One = FeatureKey.Of("1"),
        Two = FeatureKey.Of("2"),
        Three = FeatureKey.Of("3"),
        Gap = FeatureKey.Of("1_1"),
        Piece = FeatureKey.Of("piece"),
        Begin = FeatureKey.Of("^"),
        End = FeatureKey.Of("$"),
        First = FeatureKey.Of("first"),
        Kind = FeatureKey.Of("kind"),
        Size = FeatureKey.Of("size"),
        Sign = FeatureKey.Of("sign"),
        Facet = FeatureKey.Of("facet");

    /// <summary>Adds the features of a sentence. <paramref name="facet"/>, when given, is what else is known ("asked=place"): each
    /// single token and the beginning then also count together with it.</summary>
    public static void Extract(Sentence sentence, string? facet, FeatureList features)
    {
        features.Clear();
        Span<uint> units = stackalloc uint[sentence.Tokens.Count + 2];
        var count = Units(sentence, units, features);
        for (var i = 0; i < count; i++)
        {
            if (i is > 0 && i < count - 1)
                features.Add(FeatureKey.Add(One, units[i]), 1);
            if (i + 1 < count)
                features.Add(FeatureKey.Add(FeatureKey.Add(Two, units[i]), units[i + 1]), 1);
            if (i + 2 >= count)
                continue;
            features.Add(FeatureKey.Add(FeatureKey.Add(FeatureKey.Add(Three, units[i]), units[i + 1]), units[i + 2]), 0.8f);
            features.Add(FeatureKey.Add(FeatureKey.Add(Gap, units[i]), units[i + 2]), 0.6f);
        }
        Signs(sentence.Signs, features);
        features.Add(FeatureKey.Add(Size, (uint)int.Log2(count)), 1);
        if (facet is not null)
            WithFacet(units[..count], FeatureKey.Of(Facet, facet), features);
    }

    /// <summary>Turns of phrase alone, with the next one and with every later one.</summary>
    private static void Signs(IReadOnlyList<(int Token, uint Sign)> signs, FeatureList features)
    {
        for (var i = 0; i < signs.Count && i < MostSigns; i++)
        {
            features.Add(FeatureKey.Add(Sign, signs[i].Sign), SignWeight);
            for (var j = i + 1; j < signs.Count && j < MostSigns; j++)
                features.Add(FeatureKey.Add(FeatureKey.Add(Sign, signs[i].Sign), signs[j].Sign), PairWeight);
        }
        if (signs.Count > 0)
            features.Add(FeatureKey.Add(First, signs[0].Sign), SignWeight);
    }

    private static int Units(Sentence sentence, Span<uint> units, FeatureList features)
    {
        var count = 0;
        units[count++] = Begin;
        foreach (var token in sentence.Tokens)
        {
            if (token.Kind is { } kind)
            {
                if (!token.IsFirst)
                    continue;
                units[count] = FeatureKey.Of(Kind, kind);
                features.Add(units[count++], 1);
                continue;
            }
            units[count++] = token.Key;
            if (token.Shape == TokenShape.Word)
                Pieces(sentence.Folded.AsSpan(token.Start, token.Length), features);
        }
        if (count > 1)
            features.Add(FeatureKey.Add(First, units[1]), 1);
        units[count++] = End;
        return count;
    }

    /// <summary>Three and four letters inside a word, its ends marked: what two spellings of it share.</summary>
    private static void Pieces(ReadOnlySpan<char> word, FeatureList features)
    {
        for (var start = -1; start + 3 <= word.Length + 1; start++)
        {
            var key = Piece;
            for (var n = 0; n < 4 && start + n <= word.Length; n++)
            {
                var at = start + n;
                key = FeatureKey.Add(key, at < 0 || at == word.Length ? '_' : word[at]);
                if (n >= 2)
                    features.Add(key, PieceWeight);
            }
        }
    }

    private static void WithFacet(ReadOnlySpan<uint> units, uint facet, FeatureList features)
    {
        features.Add(facet, 1);
        features.Add(FeatureKey.Add(facet, (uint)int.Log2(units.Length)), 1);
        for (var i = 0; i + 1 < units.Length; i++)
        {
            features.Add(FeatureKey.Add(facet, units[i]), 1);
            features.Add(FeatureKey.Add(FeatureKey.Add(facet, units[i]), units[i + 1]), 0.8f);
        }
    }
}
