using System.Text.RegularExpressions;
using Understanding.Writing;

namespace Understanding.Staff;

/// <summary>A verb, the words by which people begin to say it, and how the rest becomes its inputs.</summary>
internal sealed class TypedCommand
{
    // What may stand between the command and what it is about.
    private const string Filler =
        @"(\s*(这件(投诉)?|这个(投诉)?|这单|该件|此件|it|this( one| complaint| ticket| case)?|the (complaint|ticket|case))(?![a-z\d]))?[\s:,。]*";

    private static readonly Regex AfterWords = new(
        "^" + Filler,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10)
    );

    private readonly TieredPattern _words;
    private readonly Func<Phrase, CommandText, string, IReadOnlyDictionary<string, string>?> _inputs;
    private readonly bool _canAsk;

    /// <summary>A command; <paramref name="inputs"/> gets the rest, the whole and the words that matched, and answers null when the
    /// words mean something else.</summary>
    public TypedCommand(
        string verb,
        string chinese,
        string english,
        Func<Phrase, CommandText, string, IReadOnlyDictionary<string, string>?> inputs,
        bool canAsk = true
    )
    {
        (Verb, _inputs, _canAsk) = (verb, inputs, canAsk);
        _words = new($@"^(?<words>({chinese})|({english})(?![a-z]))");
    }

    /// <summary>The words as a pattern.</summary>
    public string Pattern => _words.Text;

    /// <summary>The card verb.</summary>
    public string Verb { get; }

    /// <summary>The inputs when the text is this command; null otherwise.</summary>
    public IReadOnlyDictionary<string, string>? Read(CommandText text)
    {
        var match = _words.Regex.Match(text.Folded);
        if (!match.Success || (_canAsk && QuestionGuard.Asks(text.Folded, match.Length)))
            return null;
        var start = match.Length + AfterWords.Match(text.Folded[match.Length..]).Length;
        return _inputs(new(text.Body[start..], text.Folded[start..]), text, match.Value);
    }
}
