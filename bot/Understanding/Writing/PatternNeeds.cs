namespace Understanding.Writing;

/// <summary>Works out which pieces of text a regular expression cannot do without: at least one of them stands in every match.
/// Reads the part of the language that the word lists use; of what it does not know it asks nothing.</summary>
internal sealed class PatternNeeds
{
    private const int MostTexts = 160;
    private const int LargestClass = 40;

    private static readonly Piece Nothing = new([""], null);
    private static readonly Piece Unknown = new(null, null);

    private readonly string _pattern;
    private int _at;

    private PatternNeeds(string pattern) => _pattern = pattern;

    // All: every text that it can match, when these are few. Needed: texts of which one stands in each match.
    private sealed record Piece(IReadOnlyList<string>? All, IReadOnlyList<string>? Needed)
    {
        public IReadOnlyList<string>? AnyOf => All is { Count: > 0 } && !All.Contains("") ? All : Needed;
    }

    /// <summary>The texts of which one stands in every match; null when there are no such.</summary>
    public static IReadOnlyList<string>? Of(string pattern)
    {
        var reader = new PatternNeeds(pattern);
        var piece = reader.Alternatives();
        return reader._at == pattern.Length ? piece.AnyOf : null;
    }

    private Piece Alternatives()
    {
        List<Piece> pieces = [Sequence()];
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            pieces.Add(Sequence());
        }
        if (pieces.Count == 1)
            return pieces[0];
        var all = pieces.TrueForAll(p => p.All is not null) ? pieces.SelectMany(p => p.All!).Distinct().ToList() : null;
        var needed = pieces.TrueForAll(p => p.AnyOf is not null) ? pieces.SelectMany(p => p.AnyOf!).Distinct().ToList() : null;
        return new(all is { Count: <= MostTexts } ? all : null, needed);
    }

    private Piece Sequence()
    {
        IReadOnlyList<string> run = [""];
        IReadOnlyList<string>? best = null;
        var isWhole = true;
        void Offer(IReadOnlyList<string>? texts)
        {
            if (texts is { Count: > 0 } && !texts.Contains("") && (best is null || Worth(texts) > Worth(best)))
                best = texts;
        }

        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var piece = Repeated(Atom());
            if (piece.All is { } all && run.Count * all.Count <= MostTexts)
            {
                run = [.. run.SelectMany(r => all, (r, a) => r + a).Distinct()];
                continue;
            }
            isWhole = false;
            Offer(run);
            Offer(piece.AnyOf);
            run = piece.All ?? [""];
        }
        Offer(run);
        return new(isWhole ? run : null, best);
    }

    // Long texts are rare, and few are rarer than many.
    private static double Worth(IReadOnlyList<string> texts) =>
        texts.Min(t => Math.Min(t.Sum(c => c > 0x2E80 ? 2.0 : 1.0), 6)) - texts.Count / 400.0;

    private Piece Repeated(Piece piece)
    {
        if (_at >= _pattern.Length || _pattern[_at] is not ('?' or '*' or '+' or '{'))
            return piece;
        var sign = _pattern[_at++];
        var least = sign == '+' ? 1 : 0;
        if (sign == '{')
        {
            var close = _pattern.IndexOf('}', _at);
            least = _pattern[_at] == '0' ? 0 : 1;
            _at = close + 1;
        }
        if (_at < _pattern.Length && _pattern[_at] == '?')
            _at++;
        if (sign == '?')
            return piece.All is { } all ? new([.. all, ""], null) : Unknown;
        return least > 0 ? new(null, piece.AnyOf) : Unknown;
    }

    private Piece Atom()
    {
        var c = _pattern[_at++];
        return c switch
        {
            '(' => Group(),
            '[' => Class(),
            '^' or '$' => Nothing,
            '.' => Unknown,
            '\\' => Escape(),
            _ => new([c.ToString()], null),
        };
    }

    private Piece Group()
    {
        var isLook = false;
        if (_pattern[_at] == '?')
        {
            isLook = _pattern[_at + 1] is '=' or '!' || (_pattern[_at + 1] == '<' && _pattern[_at + 2] is '=' or '!');
            _at +=
                _pattern[_at + 1] is ':' or '=' or '!' ? 2
                : isLook ? 3
                : _pattern.IndexOf('>', _at) + 1 - _at;
        }
        var inside = Alternatives();
        _at++; // the closing one
        return isLook ? Nothing : inside;
    }

    private Piece Class()
    {
        var isNegative = _pattern[_at] == '^';
        var characters = new List<string>();
        var isKnown = !isNegative;
        for (var first = true; first || _pattern[_at] != ']'; first = false)
        {
            var c = _pattern[_at++];
            if (c == '\\')
            {
                c = _pattern[_at++];
                isKnown &= !char.IsLetterOrDigit(c);
                if (c == 'u')
                    _at += 4;
            }
            else if (_pattern[_at] == '-' && _pattern[_at + 1] != ']')
            {
                var last = _pattern[_at + 1];
                _at += 2;
                isKnown &= last - c < LargestClass && last != '\\';
                for (var between = c; isKnown && between < last; between++)
                    characters.Add(between.ToString());
                c = last;
            }
            characters.Add(c.ToString());
        }
        _at++;
        return isKnown && characters.Count <= LargestClass ? new(characters, null) : Unknown;
    }

    private Piece Escape()
    {
        var c = _pattern[_at++];
        if (c is 'b' or 'B' or 'G' or 'A' or 'z' or 'Z')
            return Nothing;
        if (c == 'u')
            return new([((char)Convert.ToInt32(_pattern.Substring((_at += 4) - 4, 4), 16)).ToString()], null);
        return char.IsLetterOrDigit(c) ? Unknown : new([c.ToString()], null);
    }
}
