using System.Globalization;
using Complaints.Deadlines;
using Understanding.Writing;

namespace Understanding;

/// <summary>Recognises "why this time?": 为什么是11月30日 09:12？ · how was the deadline counted?</summary>
public static class TimeQuestions
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(TimeQuestions), "TimeQuestions.txt");

    private static readonly IReadOnlyList<string> Days =
    [
        .. PhraseFiles.Of("TimeQuestions.txt").Where(p => p.Name == "day").Select(p => p.Phrase),
    ];

    /// <summary>True when a text asks how a promised time came about.</summary>
    public static bool Asks(string text) => Forms.Say("asks", text);

    /// <summary>The promise that the text means among those given: by its time or day as written, else by its name; null when it
    /// names none.</summary>
    /// <param name="text">What was asked.</param>
    /// <param name="promises">Pending promises with their due time in the asker's zone.</param>
    public static Deadline? Meant(string text, IReadOnlyList<(Deadline Deadline, DateTimeOffset Local)> promises)
    {
        var folded = CharacterFolding.Fold(text);
        return promises.FirstOrDefault(p => Says(folded, p.Local, "HH:mm")).Deadline
            ?? promises.FirstOrDefault(p => Days.Any(d => Says(folded, p.Local, d))).Deadline
            ?? promises.FirstOrDefault(p => Forms.Has($"{p.Deadline.Kind}") && Forms.Say($"{p.Deadline.Kind}", text)).Deadline;
    }

    private static bool Says(string folded, DateTimeOffset local, string format)
    {
        var part = CharacterFolding.Fold(local.ToString(format, CultureInfo.InvariantCulture));
        return folded.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at
            && (at + part.Length == folded.Length || !char.IsAsciiDigit(folded[at + part.Length]))
            && (at == 0 || !char.IsAsciiDigit(folded[at - 1]));
    }
}
