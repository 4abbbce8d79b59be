using System.Globalization;
using System.Text.RegularExpressions;

namespace Understanding.Writing;

/// <summary>One way of saying something over folded text (simplified characters, lower case, half width), in a notation for people
/// who know the language:
/// <list type="table">
/// <item><c>[a|b]</c> may stand there, <c>{a|b}</c> one of them must; <c>*</c> behind a bracket: any number of times</item>
/// <item><c>&lt;name&gt;</c> a list of the same file; a space also stands for a hyphen; <c>\</c> takes the next sign as it is</item>
/// <item><c>(&lt;a|b)</c> only behind a or b, <c>(&gt;a|b)</c> only before them, neither being part of it; <c>(!&lt;a)</c>,
/// <c>(!&gt;a)</c> not there</item>
/// <item><c>^</c> and <c>$</c> begin and end of the text, <c>_</c> any sign, <c>#</c> a digit, <c>W</c> a word of letters, <c>…9</c>
/// up to nine signs within the clause</item>
/// <item><c>N</c>, <c>M</c> a number in figures or words; <c>H2-3</c> two or three Chinese characters, <c>L3</c> up to three words of
/// letters, <c>T</c> both, <c>D</c> a phone number; <c>(=a)</c>: a is taken as the value, <c>(name=a)</c> by this name</item>
/// </list>
/// A phrase that begins or ends in a letter or digit does so at a word's edge.</summary>
internal sealed class Phrase
{
    /// <summary>Stands in <see cref="Beginnings"/> for any sign at all.</summary>
    public const char Any = '\uFFFF';

    /// <summary>Stands for any Chinese character.</summary>
    public const char Han = '\uFFFE';

    /// <summary>Stands for any letter.</summary>
    public const char Letter = '\uFFFD';

    /// <summary>Stands for the end of a phrase of one sign.</summary>
    public const char None = '\0';

    private static readonly string Number = $"[0-9]{{1,4}}|[{Numbers.AllSigns}]{{1,4}}|(a )?hundred|{string.Join('|', Numbers.AllWords)}";

    private static readonly IReadOnlySet<char> NumberBeginnings = "0123456789a"
        .Concat(Numbers.AllSigns)
        .Concat(Numbers.AllWords.Select(w => w[0]))
        .ToHashSet();

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly string _pattern;
    private Regex? _regex;

    private Phrase(Piece piece) => (_pattern, Beginnings) = (piece.Pattern, piece.Begins);

    /// <summary>The first one or two signs of every text that it matches.</summary>
    public IReadOnlySet<string> Beginnings { get; }

    /// <summary>The phrase of a notation; <paramref name="lists"/> are the notations of lists by name.</summary>
    /// <exception cref="FormatException">A bracket is not closed, or a list is unknown.</exception>
    public static Phrase Of(string notation, IReadOnlyDictionary<string, string> lists)
    {
        var reader = new Reader(notation, lists);
        var piece = reader.Alternatives();
        return reader.IsAtEnd ? new(piece) : throw new FormatException($"\"{notation}\" has a bracket too many.");
    }

    /// <summary>The match that begins at <paramref name="at"/>.</summary>
    public Match At(string folded, int at) => (_regex ??= Expression($@"\G{Pattern}")).Match(folded, at);

    /// <summary>An expression that finds any of some phrases anywhere in a folded text.</summary>
    public static Regex AnyOf(IEnumerable<Phrase> phrases) => Expression(string.Join('|', phrases.Select(p => p.Pattern)));

    private string Pattern => $"((?<![a-z0-9])|(?![a-z0-9]))({_pattern})((?![a-z0-9])|(?<![a-z0-9]))";

    private static Regex Expression(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest);

    private sealed record Piece(string Pattern, IReadOnlySet<string> Begins)
    {
        public static Piece Looking(string pattern) => new(pattern, new HashSet<string> { "" });

        public static Piece Beginning(char sign, string pattern) => new(pattern, new HashSet<string> { $"{sign}" });

        public static Piece OneOf(IEnumerable<char> signs, string pattern) => new(pattern, signs.Select(s => $"{s}{Any}").ToHashSet());

        public Piece Taken(string name) => this with { Pattern = $"(?<{name}>{Pattern})" };

        public static Piece operator +(Piece left, Piece right) =>
            new(
                left.Pattern + right.Pattern,
                left.Begins.SelectMany(l => l.Length > 1 || l is [>= Letter] ? [l] : right.Begins.Select(r => l + r))
                    .Select(Cut)
                    .ToHashSet()
            );

        private static string Cut(string begin) =>
            begin.Length < 2 ? begin
            : begin[1] >= Letter ? $"{begin[0]}{Any}"
            : begin[..2];
    }

    private sealed class Reader(string text, IReadOnlyDictionary<string, string> lists)
    {
        private int _at;

        public bool IsAtEnd => _at == text.Length;

        public Piece Alternatives()
        {
            var all = new List<Piece> { Sequence() };
            while (Takes('|'))
                all.Add(Sequence());
            return new(string.Join('|', all.Select(a => a.Pattern)), all.SelectMany(a => a.Begins).ToHashSet());
        }

        private Piece Sequence()
        {
            var whole = Piece.Looking("");
            while (!IsAtEnd && text[_at] is not ('|' or ']' or '}' or ')'))
                whole += One();
            return whole;
        }

        private Piece One()
        {
            var sign = text[_at++];
            switch (sign)
            {
                case '[':
                    var optional = Closed(']');
                    return new($"({optional.Pattern}){(Takes('*') ? '*' : '?')}", optional.Begins.Append("").ToHashSet());
                case '{':
                    var needed = Closed('}');
                    return needed with { Pattern = $"({needed.Pattern}){(Takes('*') ? "+" : "")}" };
                case '(':
                    if (Name() is { } taken)
                        return Closed(')').Taken(taken);
                    var not = Takes('!');
                    var look =
                        Takes('<') ? "?<"
                        : Takes('>') ? "?"
                        : throw new FormatException($"\"{text}\": < or > after (.");
                    return Piece.Looking($"({look}{(not ? '!' : '=')}{Closed(')').Pattern})");
                case '<':
                    var end = text.IndexOf('>', _at);
                    var name = text[_at..end];
                    _at = end + 1;
                    var list = new Reader(
                        lists.GetValueOrDefault(name) ?? throw new FormatException($"No list \"{name}\" for \"{text}\"."),
                        lists
                    ).Alternatives();
                    return list with { Pattern = $"({list.Pattern})" };
                case '^':
                    return Piece.Looking("^");
                case '$':
                    return Piece.Looking(@"(?=\W*$)");
                case '_':
                    return Piece.Beginning(Any, ".");
                case '#':
                    return Piece.OneOf("0123456789", "[0-9]");
                case '…':
                    return Piece.Beginning(Any, $"[^,，。;；?？!！\n]{{0,{Digits("40")}}}?");
                case 'N' or 'M':
                    return Piece.OneOf(NumberBeginnings, $"(?<{char.ToLowerInvariant(sign)}>{Number})");
                case 'H':
                    return Piece.Beginning(Han, $"[\u4e00-\u9fff]{{{Digits("2")},{(Takes('-') ? Digits("2") : "12")}}}?");
                case 'L':
                    const string word = "[a-z]([a-z.'&-]*[a-z])?";
                    return Piece.Beginning(Letter, $"{word}( {word}){{0,{int.Parse(Digits("1"), CultureInfo.InvariantCulture) - 1}}}");
                case 'W':
                    return Piece.Beginning(Any, "[a-z0-9]+");
                case 'T':
                    return Piece.Beginning(Any, "([\u4e00-\u9fff]|[a-z0-9]|(?<=[a-z0-9])[ -](?=[a-z0-9])){1,20}?");
                case 'D':
                    return Piece.OneOf("+(0123456789", "[+(]?[0-9][0-9 ()-]{5,}[0-9]");
                case ' ':
                    return Piece.Beginning(Any, "[ -]");
                default:
                    var plain = sign == '\\' ? text[_at++] : sign;
                    return new(Regex.Escape(plain.ToString()), new HashSet<string> { plain.ToString() });
            }
        }

        private Piece Closed(char bracket)
        {
            var inside = Alternatives();
            return Takes(bracket) ? inside : throw new FormatException($"\"{text}\" lacks a {bracket} at {_at}.");
        }

        // "=", which takes as x, or "name=".
        private string? Name()
        {
            var end = _at;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            if (end == text.Length || text[end] != '=')
                return null;
            var name = text[_at..end];
            _at = end + 1;
            return name.Length > 0 ? name : "x";
        }

        private string Digits(string usual)
        {
            var from = _at;
            while (!IsAtEnd && char.IsAsciiDigit(text[_at]))
                _at++;
            return _at > from ? text[from.._at] : usual;
        }

        private bool Takes(char sign)
        {
            var takes = !IsAtEnd && text[_at] == sign;
            _at += takes ? 1 : 0;
            return takes;
        }
    }
}
