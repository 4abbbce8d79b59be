using System.Buffers;
using System.Globalization;
using Complaints.Procedure;
using Understanding.Learning.Examples;
using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>The facts of an order as inputs: words as said, days and hours as dates, lengths as ISO 8601, classes as ids.</summary>
internal static class OrderInputs
{
    private const string WordFile = "Orders.InputWords.txt";

    private static readonly SearchValues<char> Place = PhraseFiles.Signs(WordFile, "place");
    private static readonly string[] Times = ["due", "until"];
    private static readonly IReadOnlyList<string> Grades = Words("grade");
    private static readonly string[] People = ["to", "owner", "who", "person"];
    private static readonly IReadOnlyList<string> Leads = Words("lead");
    private static readonly IReadOnlyList<string> Asking = Words("asking");
    private static readonly IReadOnlyList<string> All = Words("all");
    private static readonly IReadOnlyList<string> Full = Words("full");
    private static readonly Dictionary<string, IReadOnlyList<string>> Certain = new[]
    {
        "rejected",
        "verified",
        "void",
        "effective",
        "unreachable",
    }.ToDictionary(name => name, Words);

    /// <summary>The inputs, the measures of a plan and whether it is a request, as slots.</summary>
    public static Slots Of(string label, IReadOnlyList<Mark> marks, OrderText text)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (label == Verbs.Plan)
            marks = WholeMeasures.Of(marks, text);
        foreach (var group in marks.Where(m => m.Name is not ("ticket" or "select")).GroupBy(m => m.Name))
        {
            if (Input(group.Key, [.. group], label, text) is { Length: > 0 } value)
                inputs[group.Key] = value;
        }
        // A grade is changed only by a word for one: "file it under signal" names a category and no grade.
        if (inputs.ContainsKey("severity") && !marks.Where(m => m.Name == "severity").Any(m => NamesGrade(text.Words(m))))
            inputs.Remove("severity");
        // "Can I get three more days": of who asks for time, the one length is how much.
        if (label == Verbs.Extend && !inputs.ContainsKey("for") && !inputs.ContainsKey("until"))
            More(inputs, text);
        if (inputs.ContainsKey("for") && OrderTimes.WorkingDays(LengthMark(marks, text), text) is { } days)
            inputs["workingDays"] = days;
        if (label == OrderLabels.Absence)
            Absence(inputs, marks, text);
        if (label == Verbs.Visit)
            Outcome(inputs, text.Folded);
        // A department's own reply may say that all passed: it is no verdict.
        if (
            (label == Verbs.Effective || label == Verbs.Rectified && inputs.ContainsKey("verdict"))
            && Verdict(label, text.Folded) is { } verdict
        )
            inputs["verdict"] = verdict;
        return new()
        {
            Inputs = inputs,
            Measures = label == Verbs.Plan ? PlanMeasures.Of(marks, text) : [],
            Request = label == Verbs.Extend && text.Context.Role == SpeakerRole.Staff && Asks(text.Folded),
        };
    }

    private static void More(Dictionary<string, string> inputs, OrderText text)
    {
        var lengths = text.Known.Where(k => k.Kind == KnownParts.Length).ToList();
        if (lengths is [var only] && OrderTimes.Length(new(only.Start, only.Length, "for", null), text) is { } length)
            inputs["for"] = length;
    }

    private static Mark LengthMark(IReadOnlyList<Mark> marks, OrderText text) =>
        marks.FirstOrDefault(m => m.Name == "for") is { Name: "for" } marked
            ? marked
            : text.Known.Where(k => k.Kind == KnownParts.Length).Select(k => new Mark(k.Start, k.Length, "for", null)).First();

    private static bool NamesGrade(string words) => Grades.Any(g => CharacterFolding.Fold(words).Contains(g, StringComparison.Ordinal));

    private static string? Input(string name, IReadOnlyList<Mark> marks, string label, OrderText text)
    {
        var (first, words) = (marks[0], text.Words(marks[0]));
        if (first.Value is { } value)
            return name == "category" ? string.Join(',', marks.Select(m => m.Value).Distinct()) : value;
        if (Times.Contains(name) || name == "from" && label == OrderLabels.Absence)
            return OrderTimes.Until(first, text);
        if (People.Contains(name) || name == "from")
            return Pronouns.IsMe(words) ? "me" : words;
        return name switch
        {
            "for" => OrderTimes.Length(first, text),
            "at" => OrderTimes.Hour(first, text),
            "weekday" => OrderTimes.Weekday(first, text),
            "score" => Score(text.Folded.Substring(first.Start, first.Length), label),
            "item" => Item(words, text.Folded.Substring(first.Start, first.Length)),
            "department" => PartyNames.Of(text.Context.Organisation).Department(words) ?? words,
            "category" => OrderCategories.Id(words, text.Context.Organisation) ?? words,
            "into" => OrderTickets.Number(first, text) ?? words,
            "notice" => words.ToUpperInvariant(),
            "reason" => Reason(Joined(marks, text)),
            "why" => string.Join('\n', marks.Select(text.Words)),
            _ => Joined(marks, text),
        };
    }

    /// <summary>Several parts of one text are one text: what stands between them belongs to it when it is short.</summary>
    private static string Joined(IReadOnlyList<Mark> marks, OrderText text)
    {
        var parts = new List<(int Start, int End)>();
        foreach (var mark in marks)
        {
            if (parts.Count > 0 && mark.Start - parts[^1].End <= 2)
                parts[^1] = (parts[^1].Start, mark.Start + mark.Length);
            else
                parts.Add((mark.Start, mark.Start + mark.Length));
        }
        var separator = text.Text.Any(c => c > 0x2E80) ? "，" : ", ";
        return string.Join(separator, parts.Select(p => text.Words(p.Start, p.End - p.Start)));
    }

    // "because the address is missing" is the address.
    private static string Reason(string words)
    {
        var lead = Leads.FirstOrDefault(l => CharacterFolding.Fold(words).StartsWith(l, StringComparison.Ordinal));
        return lead is null ? words : words[lead.Length..].TrimStart(' ', ',', '，', ':', '：');
    }

    // Who gives stars without a word for it was content from four on, and not up to two.
    // Taken for its opposite a verdict does harm: where its words are certain, they alone decide.
    private static string? Verdict(string label, string folded)
    {
        string[] verdicts = label == Verbs.Rectified ? ["rejected", "verified"] : ["void", "effective"];
        return Array.Find(verdicts, v => Certain[v].Any(w => folded.Contains(w, StringComparison.Ordinal)));
    }

    private static void Outcome(Dictionary<string, string> inputs, string folded)
    {
        if (Certain["unreachable"].Any(w => folded.Contains(w, StringComparison.Ordinal)))
            inputs["outcome"] = "unreachable";
        if (inputs.ContainsKey("outcome") || !inputs.TryGetValue("score", out var score))
            return;
        if (score is "4" or "5")
            inputs["outcome"] = "satisfied";
        else if (score is "1" or "2")
            inputs["outcome"] = "unsatisfied";
    }

    // "明天请假": away from and until tomorrow.
    private static void Absence(Dictionary<string, string> inputs, IReadOnlyList<Mark> marks, OrderText text)
    {
        // Days that nothing marked are those of the absence: nobody names others beside it.
        if (!inputs.ContainsKey("from"))
        {
            var days = text
                .Known.Where(k => k.Kind == KnownParts.Date)
                .OrderBy(k => k.Start)
                .Select(k => new Mark(k.Start, k.Length, "from", null))
                .ToList();
            if (days is [var first, ..] && OrderTimes.Until(first, text) is { } begin)
            {
                inputs["from"] = begin;
                if (OrderTimes.LastDay(days[^1], text) is { } end)
                    inputs["until"] = end;
            }
            return;
        }
        if (inputs.ContainsKey("until") || marks.FirstOrDefault(m => m.Name == "from") is not { Name: "from" } from)
            return;
        if (OrderTimes.LastDay(from, text) is { } last)
            inputs["until"] = last;
    }

    private static string? Score(string folded, string label)
    {
        if (Full.Any(f => folded.Contains(f, StringComparison.Ordinal)))
            return label == Verbs.Inspect ? "100" : "5";
        var digits = string.Concat(folded.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return digits.Length > 0 ? digits : ListPlaces.Number(folded)?.ToString(CultureInfo.InvariantCulture);
    }

    private static string Item(string words, string folded)
    {
        if (All.Contains(folded))
            return "all";
        var isPlace =
            folded.Any(char.IsAsciiDigit) || Place.Contains(folded[0]) || ListPlaces.Number(folded) is not null && folded.Length <= 14;
        if (!isPlace)
            return words;
        var dotted = string.Concat(folded.Where(c => char.IsAsciiDigit(c) || c == '.'));
        return dotted.Contains('.', StringComparison.Ordinal) && dotted.Length >= 3
            ? dotted
            : ListPlaces.Number(folded)?.ToString(CultureInfo.InvariantCulture) ?? words;
    }

    private static bool Asks(string folded) => Asking.Any(a => folded.Contains(a, StringComparison.Ordinal));

    private static IReadOnlyList<string> Words(string name) => PhraseFiles.Of(WordFile, name);
}
