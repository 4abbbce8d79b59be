namespace Understanding.Learning;

/// <summary>Turns a folded text into features. Chinese: characters and pairs of them, punctuation and numbers included. English:
/// stemmed words, runs of two and three, pairs with a gap, pieces of words. Both: the concepts that the words stand for, which is
/// what texts in different languages have in common, and whatever the task adds. A task that adds its own features does without
/// pieces of words and long runs: they cost more than they tell there.</summary>
internal sealed class TextFeatures(ConceptLexicon concepts, IMoreFeatures? more)
{
    private const int MaxLength = 2000;

    private static readonly uint Token = FeatureKey.Of("t"),
        Pair = FeatureKey.Of("tt"),
        WordOne = FeatureKey.Of("w"),
        WordTwo = FeatureKey.Of("ww"),
        WordThree = FeatureKey.Of("www"),
        Gap = FeatureKey.Of("w_w"),
        Piece = FeatureKey.Of("#"),
        NumberLength = FeatureKey.Of("n"),
        TextLength = FeatureKey.Of("len"),
        Concept = FeatureKey.Of("k"),
        ConceptRun = FeatureKey.Of("kk"),
        ConceptPair = FeatureKey.Of("k&k");

    private readonly List<uint> _tokens = [];
    private readonly List<int> _concepts = [];
    private readonly List<int> _distinct = [];

    /// <summary>Adds the features of a folded text; only the first 2,000 characters count.</summary>
    public void Extract(ReadOnlySpan<char> text, FeatureList features)
    {
        features.Clear();
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        var isChinese = HasChinese(text);
        _tokens.Clear();
        _tokens.Add('^');
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
                i = Word(text, i, isChinese, features);
            else
            {
                if (isChinese ? c != '\'' : c is '?' or '!')
                    _tokens.Add(c);
                i++;
            }
        }
        _tokens.Add('$');
        if (isChinese)
            ChineseRuns(text, features);
        else
            EnglishRuns(features);
        Concepts(text, isChinese, features);
        more?.AddTo(text, features);
    }

    private static bool HasChinese(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is >= '\u4E00' and <= '\u9FFF')
                return true;
        }
        return false;
    }

    private int Word(ReadOnlySpan<char> text, int start, bool isChinese, FeatureList features)
    {
        var end = start;
        while (
            end < text.Length
            && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '\'' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]))
        )
            end++;
        var word = text[start..end];
        if (char.IsAsciiDigit(word[0]))
            features.Add(FeatureKey.Add(NumberLength, (uint)word.Length), 1);
        var stem = FeatureKey.Of(FeatureKey.Seed, EnglishStem.Of(word));
        _tokens.Add(stem);
        features.Add(FeatureKey.Add(WordOne, stem), 1);
        if (!isChinese && more is null)
            Pieces(word, features);
        return end;
    }

    /// <summary>Two to four letters inside a word, its ends marked.</summary>
    private static void Pieces(ReadOnlySpan<char> word, FeatureList features)
    {
        for (var start = -1; start < word.Length; start++)
        {
            var key = Piece;
            for (var n = 0; n < 4 && start + n <= word.Length; n++)
            {
                var at = start + n;
                key = FeatureKey.Add(key, at < 0 || at == word.Length ? '_' : word[at]);
                if (n >= 1)
                    features.Add(key, 1);
            }
        }
    }

    private void ChineseRuns(ReadOnlySpan<char> text, FeatureList features)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            features.Add(FeatureKey.Add(Token, _tokens[i]), 1);
            if (i + 1 < _tokens.Count)
                features.Add(FeatureKey.Add(FeatureKey.Add(Pair, _tokens[i]), _tokens[i + 1]), 1);
        }
        features.Add(FeatureKey.Add(TextLength, (uint)int.Log2(text.Length + 1)), 1);
    }

    private void EnglishRuns(FeatureList features)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            var key = FeatureKey.Add(WordTwo, _tokens[i]);
            if (i + 1 < _tokens.Count)
                features.Add(FeatureKey.Add(key, _tokens[i + 1]), 1);
            if (i + 2 >= _tokens.Count || more is not null)
                continue;
            features.Add(FeatureKey.Add(FeatureKey.Add(FeatureKey.Add(WordThree, _tokens[i]), _tokens[i + 1]), _tokens[i + 2]), 1);
            features.Add(FeatureKey.Add(FeatureKey.Add(Gap, _tokens[i]), _tokens[i + 2]), 0.7f);
        }
    }

    private void Concepts(ReadOnlySpan<char> text, bool isChinese, FeatureList features)
    {
        concepts.Find(text, _concepts);
        _distinct.Clear();
        for (var i = 0; i < _concepts.Count; i++)
        {
            if (!_distinct.Contains(_concepts[i]))
                _distinct.Add(_concepts[i]);
            if (!isChinese && i + 1 < _concepts.Count)
                features.Add(FeatureKey.Add(FeatureKey.Add(ConceptRun, concepts.Key(_concepts[i])), concepts.Key(_concepts[i + 1])), 1);
        }
        foreach (var concept in _distinct)
            features.Add(FeatureKey.Add(Concept, concepts.Key(concept)), isChinese ? 1 : 2);
        if (isChinese || _distinct.Count > 24 || more is not null)
            return;
        _distinct.Sort();
        for (var i = 0; i < _distinct.Count; i++)
        {
            for (var j = i + 1; j < _distinct.Count; j++)
                features.Add(FeatureKey.Add(FeatureKey.Add(ConceptPair, concepts.Key(_distinct[i])), concepts.Key(_distinct[j])), 1);
        }
    }
}
