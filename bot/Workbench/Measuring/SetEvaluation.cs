using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Understanding;
using Understanding.Dates;
using Understanding.Local;

namespace Workbench.Measuring;

/// <summary>Measures the understanding on one set: every task that the set has answers for, by language.</summary>
internal sealed class SetEvaluation(LocalUnderstanding understanding)
{
    private static readonly IReadOnlyList<string> SlotNames = [.. Slots.OfComplaint, "onBehalf", "verb", "ticket"];

    /// <summary>The lines of the report for a set.</summary>
    public IEnumerable<ReportLine> Of(LabelledSet set)
    {
        foreach (var language in set.Lines.GroupBy(l => l.Question.Context.Language ?? "?").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var line in Of(set.Name, language.Key, [.. language]))
                yield return line;
        }
    }

    private IEnumerable<ReportLine> Of(string set, string language, IReadOnlyList<LabelledLine> lines)
    {
        var answers = lines.Select(l => (Line: l, Said: understanding.Read(l.Question.Text, l.Question.Context))).ToList();
        if (Labels("intent", a => AnswerLine.PublishedIntent(a.Intent, lines[0].Question.Context.Role)) is { } intents)
            yield return intents;
        if (Labels("category", a => a.Category) is { } categories)
            yield return categories;
        if (Labels("severity", null) is { } severities)
            yield return severities;
        foreach (var slots in Slots())
            yield return slots;
        if (Exact("query", l => l.Object("query")?.GetRawText(), a => a.Query?.GetRawText()) is { } queries)
            yield return queries;
        if (Dates() is { } dates)
            yield return dates;

        ReportLine? Labels(string task, Func<Meaning, string?>? said)
        {
            var scores = new Scores();
            foreach (var (line, answer) in answers)
            {
                if (line.Text(task) is not { } meant)
                    continue;
                scores.Add(
                    meant,
                    said is not null
                        ? said(answer)
                        : AnswerLine.SeverityOf(answer, line.Question.Context.Organisation)?.ToString().ToLowerInvariant()
                );
            }
            return scores.Count == 0 ? null : new(set, language, task, scores);
        }

        IEnumerable<ReportLine> Slots()
        {
            var slots = answers
                .Where(a => a.Line.Object("slots") is not null)
                .Select(a =>
                    (Meant: JsonNode.Parse(a.Line.Object("slots")!.Value.GetRawText())!.AsObject(), Said: Written(a.Line.Question, a.Said))
                )
                .ToList();
            if (slots.Count == 0)
                yield break;
            var whole = new Scores();
            foreach (var name in SlotNames)
            {
                var each = new Scores();
                foreach (var (meant, said) in slots.Where(s => s.Meant.ContainsKey(name) || s.Said.ContainsKey(name)))
                    each.Add("same", Same(meant[name], said[name]) ? "same" : "other");
                if (slots.Exists(s => s.Meant.ContainsKey(name)))
                    yield return new(set, language, "slot " + name, each);
            }
            foreach (var (meant, said) in slots)
                whole.Add("same", SlotNames.All(n => Same(meant[n], said[n])) ? "same" : "other");
            yield return new(set, language, "slots, all of a text", whole);
        }

        ReportLine? Exact(string task, Func<LabelledLine, string?> meant, Func<Meaning, string?> said)
        {
            var scores = new Scores();
            foreach (var (line, answer) in answers)
            {
                if (meant(line) is { } json)
                    scores.Add("same", said(answer) is { } own && Same(JsonNode.Parse(json), JsonNode.Parse(own)) ? "same" : "other");
            }
            return scores.Count == 0 ? null : new(set, language, task, scores);
        }

        ReportLine? Dates()
        {
            var scores = new Scores();
            foreach (var line in lines.Where(l => l.Question.DatesOnly))
            {
                var context = line.Question.Context;
                var found = DateRecognizer.Recognize(line.Question.Text, context.Now, RangeReading.ExcludesEnd, context.Language);
                scores.Add("same", found.Any(m => Day(m.From) == line.Text("from") && Day(m.To) == line.Text("to")) ? "same" : "other");
            }
            return scores.Count == 0 ? null : new(set, language, "dates", scores);
        }
    }

    private static JsonObject Written(QuestionLine question, Meaning understood)
    {
        var line = new System.Buffers.ArrayBufferWriter<byte>();
        AnswerLine.Write(line, question, understood);
        return JsonNode.Parse(line.WrittenSpan)!["slots"]?.DeepClone().AsObject() ?? [];
    }

    // Objects whatever their order; lists whatever theirs.
    private static bool Same(JsonNode? one, JsonNode? other) => Canonical(one) == Canonical(other);

    private static string Canonical(JsonNode? node) =>
        node switch
        {
            null => "null",
            JsonObject o => "{"
                + string.Join(',', o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + ":" + Canonical(p.Value)))
                + "}",
            JsonArray a => "[" + string.Join(',', a.Select(Canonical).Order(StringComparer.Ordinal)) + "]",
            JsonValue v when v.GetValueKind() == JsonValueKind.Number => v.GetValue<decimal>()
                .ToString("0.####", CultureInfo.InvariantCulture),
            _ => node.ToJsonString(),
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
