using System.Buffers;
using System.Text.RegularExpressions;

namespace Understanding.Writing;

/// <summary>A pattern that is tried only on texts in which one of the pieces stands that it cannot do without.</summary>
internal sealed class Finder
{
    private readonly Regex _pattern;
    private readonly SearchValues<string>? _needed;

    public Finder(Regex pattern)
    {
        _pattern = pattern;
        if (PatternNeeds.Of(pattern.ToString()) is { } needed && !pattern.Options.HasFlag(RegexOptions.IgnoreCase))
            _needed = SearchValues.Create([.. needed], StringComparison.Ordinal);
    }

    /// <summary>Every match.</summary>
    public IEnumerable<Match> In(string text) => _needed is null || text.AsSpan().ContainsAny(_needed) ? _pattern.Matches(text) : [];
}
