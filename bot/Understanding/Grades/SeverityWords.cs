using Complaints.Organisations;
using Understanding.Writing;

namespace Understanding.Grades;

/// <summary>How serious the words of a text are, and why. Figures of speech that only sound grave do not count,
/// nor does what is denied ("nobody was hurt").</summary>
internal static class SeverityWords
{
    private const int Reach = 6;

    private static readonly PhraseTable<Ground> Words = Load();

    /// <summary>The gravest ground in a folded text, or nothing.</summary>
    public static Ground? Of(ReadOnlySpan<char> folded)
    {
        Ground? gravest = null;
        var denied = -Reach * 4;
        for (var i = 0; i < folded.Length;)
        {
            var ground = Words.Longest(folded, i, out var length);
            // "120元" calls no ambulance.
            if (length > 0 && IsCounted(folded, i, length))
            {
                i += length;
                continue;
            }
            if (length == 0)
            {
                if (folded[i] is ',' or '，' or '。' or '.' or '!' or '?' or ';')
                    denied = -Reach * 4;
                i++;
                continue;
            }
            var reach = char.IsAsciiLetter(folded[i]) ? Reach * 3 : Reach;
            if (ground!.Reason == Denial)
                denied = i + length;
            else if (ground.Reason.Length > 0 && i - denied > reach && (gravest is null || ground.Rank < gravest.Rank))
                gravest = ground;
            i += length;
        }
        return gravest;
    }

    private static readonly System.Buffers.SearchValues<char> Counted = PhraseFiles.Signs("Facts.Signs.txt", "counted");

    // A number that counts something, or is a part of a longer one, is nobody's number to call.
    private static bool IsCounted(ReadOnlySpan<char> folded, int start, int length)
    {
        if (folded.Slice(start, length).IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        var next = start + length < folded.Length ? folded[start + length] : '\0';
        var unit = start + length + 1 < folded.Length && next == ' ' ? folded[start + length + 1] : next;
        return Counted.Contains(unit) && (unit is not (',' or '.' or '-') || HasDigit(folded, start + length + 1))
            || start > 0 && folded[start - 1] is '$' or '¥' or '£' or '€' or '.' or '-';
    }

    private static bool HasDigit(ReadOnlySpan<char> folded, int at) => at < folded.Length && char.IsAsciiDigit(folded[at]);

    private const string Denial = "denied";

    /// <summary>Why something is serious.</summary>
    /// <param name="Severity">How serious.</param>
    /// <param name="Reason">The reason by its short word.</param>
    /// <param name="IsDoubtful">True where the same words are said of trades, places and in sayings.</param>
    /// <param name="Rank">The place in the file: the least is the gravest.</param>
    internal sealed record Ground(Severity Severity, string Reason, bool IsDoubtful, int Rank);

    // "reason level: phrases"; "not: sayings". Lines further up are graver.
    private static PhraseTable<Ground> Load()
    {
        var grounds = new Dictionary<string, Ground>(StringComparer.Ordinal);
        return new(
            PhraseFiles
                .Of("Grades.SeverityWords.txt")
                .Select(p =>
                {
                    if (!grounds.TryGetValue(p.Name, out var ground))
                    {
                        var parts = p.Name.Split(' ');
                        ground = parts switch
                        {
                            ["not"] => new(Severity.Low, "", false, int.MaxValue),
                            [Denial] => new(Severity.Low, Denial, false, int.MaxValue),
                            [var reason, var level] => new(
                                Enum.Parse<Severity>(level, ignoreCase: true),
                                reason.TrimEnd('?'),
                                reason[^1] == '?',
                                grounds.Count
                            ),
                            _ => throw new InvalidOperationException($"'{p.Name}' in SeverityWords.txt is no ground."),
                        };
                        grounds.Add(p.Name, ground);
                    }
                    return (p.Phrase, ground);
                })
        );
    }
}
