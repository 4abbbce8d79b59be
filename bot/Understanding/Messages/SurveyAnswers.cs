using System.Globalization;
using Understanding.Facts;
using Understanding.Learning.Examples;
using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Stars, the readiness to recommend, and what is said beside them: "2, waited a fortnight", 五分！师傅很好, 9/10.</summary>
public static class SurveyAnswers
{
    private const int Stars = 5,
        Points = 10;

    // A figure alone, perhaps with a word, is the answer; in more words it needs its unit.
    private const int ShortAnswer = 16;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.SurveyWords.txt"));

    /// <summary>The stars that a customer gives in words or figures, 1 to 5 (五分, 满分, "3分吧，太慢了", "four stars"); null when there are
    /// none. A figure beyond means no star.</summary>
    public static int? StarsIn(string text)
    {
        var folded = CharacterFolding.Fold(text.Trim());
        int? figure = null;
        for (var i = 0; i < folded.Length;)
        {
            if (Words.Longest(folded, i, out var length) is [>= '1' and <= '5'] stars)
                return stars[0] - '0';
            if (figure is null && Figure.At(folded, i) is { } found)
            {
                // 10 is no score of five, and so is none of its digits; "half of it" counts no stars.
                figure =
                    found.Value is >= 1 and <= Stars && found.Value == (int)found.Value && IsScore(folded, i, found.End)
                        ? (int)found.Value
                        : 0;
                length = found.End - i;
            }
            i += Math.Max(length, 1);
        }
        return figure is > 0 ? figure : null;
    }

    /// <summary>The facts with the answer to the question of the survey that waits.</summary>
    internal static Slots Of(FoundFacts found, IReadOnlyList<Mark> marks, Slots facts, string asked, bool answers)
    {
        var isStars = asked == Context.Questions.Survey;
        var score = Marked(marks, "score", 1, Stars);
        var recommend = Marked(marks, "recommend", 0, Points);
        if (score is not null || recommend is not null || !answers)
            return facts with { Score = score, Recommend = recommend };
        for (var i = 0; i < found.Folded.Length; i++)
        {
            if (Figure.At(found.Folded, i) is not { Value: >= 0 and <= Points } figure || figure.Value != (int)figure.Value)
                continue;
            var (scale, end) = Scale(found.Folded, figure.End, isStars ? Stars : Points);
            if (figure.Value > scale || figure.Value < 1 && scale == Stars)
                continue;
            return facts with
            {
                Score = scale == Stars ? (int)figure.Value : null,
                Recommend = scale == Points ? (int)figure.Value : null,
                Comment = Beside(found.Text, i, end),
            };
        }
        return facts;
    }

    private static bool IsScore(string folded, int start, int end)
    {
        var rest = folded.AsSpan(end).TrimStart();
        return !rest.IsEmpty && Words.Longest(rest, 0, out _) is "stars" or "of"
            || char.IsAsciiDigit(folded[start]) && folded.Length <= ShortAnswer && (rest.IsEmpty || !char.IsAsciiLetterOrDigit(rest[0]));
    }

    private static int? Marked(IReadOnlyList<Mark> marks, string name, int least, int most) =>
        marks.FirstOrDefault(m => m.Name == name).Value is { } value
        && int.TryParse(value, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : null;

    // "9/10" and "4 out of 5" say of how many; units behind the figure are no comment.
    private static (int Scale, int End) Scale(string folded, int end, int usual)
    {
        for (var i = end; i < folded.Length;)
        {
            if (folded[i] == ' ')
            {
                i++;
                continue;
            }
            var unit = Words.Longest(folded.AsSpan(i), 0, out var length);
            if (length == 0)
                break;
            i = end = i + length;
            if (unit == "of" && Figure.At(folded[i..].TrimStart(), 0) is { Value: Stars or Points } most)
            {
                end = folded.Length - folded[i..].TrimStart().Length + most.End;
                return ((int)most.Value, end);
            }
        }
        return (usual, end);
    }

    // Who says a word or two beside the figure only dresses it up.
    private static string? Beside(string text, int start, int end)
    {
        const int Fewest = 3;
        var behind = text[end..].Trim(Around);
        var words = behind.Length > 0 ? behind : text[..start].Trim(Around);
        return words.Count(char.IsLetter) >= Fewest ? words : null;
    }

    private static readonly char[] Around = [' ', ',', '，', '.', '。', ':', '：', '!', '！', '-', '、', ';', '；', '~', '\n'];
}
