using Understanding.Learning;
using Understanding.Writing;

namespace Understanding.Tone;

/// <summary>How a text feels: kind and unkind words, negations turned round; what follows the last "but" counts apart.</summary>
internal readonly record struct TextTone(int Good, int Bad, int GoodAtEnd, int BadAtEnd, bool HasTurn, int Last)
{
    private const int Reach = 4;

    private static readonly PhraseTable<Sign> Words = Load();

    private enum Sign
    {
        None,
        Good,
        Bad,
        VeryGood,
        VeryBad,
        Not,
        But,
    }

    /// <summary>−1 (angry) to 1 (delighted); 0 when nothing tells.</summary>
    public double Score
    {
        get
        {
            var (good, bad) = (Good + GoodAtEnd, Bad + BadAtEnd);
            return good + bad == 0 ? 0 : Math.Round((double)(good - bad) / (good + bad + 0.5), 2);
        }
    }

    public bool IsEmpty => Good + Bad == 0;

    /// <summary>Reads a folded text.</summary>
    public static TextTone Of(ReadOnlySpan<char> text)
    {
        var (good, bad, endGood, endBad, turn, last) = (0, 0, 0, 0, false, 0);
        var negated = -Reach * 4;
        for (var i = 0; i < text.Length;)
        {
            var sign = Words.Longest(text, i, out var length);
            if (length == 0)
            {
                // A clause ends what a negation reaches.
                if (text[i] is ',' or '。' or '!' or '?' or ';' or '.' or '\n')
                    negated = -Reach * 4;
                i++;
                continue;
            }
            var isLatin = char.IsAsciiLetter(text[i]);
            var reach = isLatin ? Reach * 4 : Reach;
            var isNegated = i - negated <= reach;
            switch (sign)
            {
                case Sign.None: // an innocent word that contains a telling one
                    break;
                case Sign.Not:
                    negated = isNegated ? -Reach * 4 : i + length;
                    break;
                case Sign.But:
                    (endGood, endBad, turn, negated) = (0, 0, true, -Reach * 4);
                    break;
                default:
                    var weight = sign is Sign.VeryGood or Sign.VeryBad ? 2 : 1;
                    var isGood = sign is Sign.Good or Sign.VeryGood ? !isNegated : isNegated;
                    if (isGood)
                        (good, endGood, last) = (good + weight, endGood + weight, 1);
                    else
                        (bad, endBad, last) = (bad + weight, endBad + weight, -1);
                    negated = -Reach * 4;
                    break;
            }
            i += length;
        }
        return turn ? new(good, bad, endGood, endBad, true, last) : new(good, bad, 0, 0, false, last);
    }

    /// <summary>Adds what the tone tells to the features of a text.</summary>
    public void AddTo(FeatureList features)
    {
        features.Add(FeatureKey.Add(GoodKey, (uint)Math.Min(Good, 4)), 2);
        features.Add(FeatureKey.Add(BadKey, (uint)Math.Min(Bad, 4)), 2);
        features.Add(FeatureKey.Add(BalanceKey, (uint)(Math.Clamp(Good - Bad, -3, 3) + 3)), 6);
        features.Add(FeatureKey.Add(LastKey, (uint)(Last + 1)), 3);
        if (HasTurn)
            features.Add(FeatureKey.Add(TurnKey, (uint)(Math.Clamp(GoodAtEnd - BadAtEnd, -2, 2) + 2)), 4);
    }

    private static readonly uint GoodKey = FeatureKey.Of("tone+"),
        BadKey = FeatureKey.Of("tone-"),
        BalanceKey = FeatureKey.Of("tone="),
        LastKey = FeatureKey.Of("tone."),
        TurnKey = FeatureKey.Of("tone/");

    private static PhraseTable<Sign> Load()
    {
        var signs = new Dictionary<string, Sign>
        {
            ["+"] = Sign.Good,
            ["-"] = Sign.Bad,
            ["!+"] = Sign.VeryGood,
            ["!-"] = Sign.VeryBad,
            ["not"] = Sign.Not,
            ["but"] = Sign.But,
            ["0"] = Sign.None,
        };
        // What stands later in the file counts.
        return new(PhraseFiles.Of("Tone.ToneWords.txt").GroupBy(p => p.Phrase, p => signs[p.Name]).Select(p => (p.Key, p.Last())));
    }
}
