using System.Collections.Frozen;

namespace Understanding.Writing;

/// <summary>Finds the longest known phrase at a place of a folded text. Latin phrases match whole words (hyphens count as spaces),
/// Chinese ones anywhere.</summary>
internal sealed class PhraseTable<T>
{
    private readonly FrozenDictionary<int, (string Phrase, T Value)[]> _byStart;

    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases)
    {
        _byStart = phrases
            .Select(p => (Phrase: CharacterFolding.Fold(p.Phrase.Trim()), p.Value))
            .Where(p => p.Phrase.Length > 0)
            .DistinctBy(p => p.Phrase)
            .GroupBy(p => Start(p.Phrase))
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(p => p.Phrase.Length).ThenBy(p => p.Phrase, StringComparer.Ordinal).ToArray()
            );
    }

    /// <summary>The longest phrase that begins at <paramref name="at"/>; its length is 0 when there is none.</summary>
    public T? Longest(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 0;
        if (char.IsAsciiLetterOrDigit(text[at]) && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            return default;
        var rest = text[at..];
        if (
            rest.Length > 1
            && _byStart.TryGetValue(rest[0] << 16 | rest[1], out var phrases)
            && Match(rest, phrases, out length) is var value
            && length > 0
        )
            return value;
        return _byStart.TryGetValue(rest[0] << 16, out phrases) ? Match(rest, phrases, out length) : default;
    }

    /// <summary>The phrases that a folded text holds, one after the other; a longer one hides the shorter ones inside it.</summary>
    public IEnumerable<(T Value, int Start, int Length)> In(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            if (Longest(folded, i, out var length) is { } value && length > 0)
                yield return (value, i, length);
            i += Math.Max(length, 1);
        }
    }

    /// <summary>The values of the phrases that a folded text holds, each once.</summary>
    public HashSet<T> Said(string folded) => [.. In(folded).Select(f => f.Value)];

    private static T? Match(ReadOnlySpan<char> rest, (string Phrase, T Value)[] phrases, out int length)
    {
        foreach (var (phrase, value) in phrases)
        {
            if (StartsWith(rest, phrase))
            {
                length = phrase.Length;
                return value;
            }
        }
        length = 0;
        return default;
    }

    private static bool StartsWith(ReadOnlySpan<char> rest, string phrase)
    {
        if (rest.Length < phrase.Length)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (rest[i] != phrase[i] && !(phrase[i] == ' ' && rest[i] == '-'))
                return false;
        }
        return !char.IsAsciiLetterOrDigit(phrase[^1])
            || rest.Length == phrase.Length
            || !char.IsAsciiLetterOrDigit(rest[phrase.Length])
            || phrase[^1] > 'z';
    }

    private static int Start(string phrase) => phrase.Length > 1 && phrase[1] != ' ' ? phrase[0] << 16 | phrase[1] : phrase[0] << 16;
}
