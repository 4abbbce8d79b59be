using System.Text.RegularExpressions;

namespace Understanding.Writing;

/// <summary>A regular expression that is interpreted at first and compiled once it proves to be used often: a bot that reads ten
/// questions a day starts fast, and one that reads ten thousand is fast. Both give the same matches.</summary>
internal sealed class TieredPattern(string pattern)
{
    // Compiling costs about as much as this many matches save.
    private const int Often = 300;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private Regex _regex = new(pattern, Options, Longest);
    private int _uses;

    /// <summary>The pattern as written.</summary>
    public string Text { get; } = pattern;

    /// <summary>The expression as fast as it has become.</summary>
    public Regex Regex
    {
        get
        {
            // Two that count at once may miss one use: no matter.
            if (_uses < Often && ++_uses == Often)
                _regex = new(Text, Options | RegexOptions.Compiled, Longest);
            return _regex;
        }
    }
}
