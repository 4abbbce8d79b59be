using System.Buffers;
using System.Text.Json;
using Understanding;
using Understanding.Local;

namespace Workbench.Measuring;

/// <summary>Sentences with what they mean (<c>gold</c>), what is right, too (<c>accept</c>) and what may be left out
/// (<c>optional</c>): orders of staff, first messages and later turns of customers. Counts per language what was read rightly.</summary>
internal sealed class GoldSet(LocalUnderstanding understanding)
{
    private const string AllLanguages = "all";

    private static readonly IReadOnlyList<string> Facts = [.. Slots.OfComplaint, "aboutStaff"];

    private readonly SortedDictionary<(string Language, string Task), Scores> _scores = [];

    /// <summary>True for a file of such sentences.</summary>
    public static bool Is(LabelledSet set) => set.Lines is [var first, ..] && first.Object("gold") is not null;

    /// <summary>The figures of a set, by language and for all.</summary>
    public IEnumerable<ReportLine> Of(LabelledSet set)
    {
        _scores.Clear();
        foreach (var line in set.Lines)
            Count(line, GoldValue.Of(line.Object("gold")), Said(line.Question));
        return _scores.Select(s => new ReportLine(set.Name, s.Key.Language, s.Key.Task, s.Value));
    }

    private static readonly SpeakerRole Customer = SpeakerRole.Customer;

    private JsonElement Said(QuestionLine question)
    {
        var line = new ArrayBufferWriter<byte>();
        AnswerLine.Write(line, question, understanding.Read(question.Text, question.Context));
        using var document = JsonDocument.Parse(line.WrittenMemory);
        return document.RootElement.Clone();
    }

    private void Count(LabelledLine line, GoldValue gold, JsonElement said)
    {
        var (context, intent) = (line.Question.Context, GoldValue.Text(said, "intent"));
        if (context.Role != Customer)
            Order(gold, said, intent, Add);
        else if (context.Asked is null)
            First(gold, said, intent, Add);
        else
            Turn(gold, said, Add);

        void Add(string task, bool isRight)
        {
            foreach (var language in new[] { context.Language ?? "?", AllLanguages })
            {
                if (!_scores.TryGetValue((language, task), out var scores))
                    _scores[(language, task)] = scores = new();
                scores.Add("same", isRight ? "same" : "other");
            }
        }
    }

    private static void Order(GoldValue gold, JsonElement said, string? intent, Action<string, bool> add)
    {
        var slots = GoldValue.Object(said, "slots");
        var verb = GoldValue.Text(slots, "verb");
        var isRightVerb = intent == Intents.Act && gold.Intent == Intents.Act && verb == gold.Text("verb");
        add("intent", intent == gold.Intent);
        add("no wrong act", intent != Intents.Act || isRightVerb);
        if (gold.Intent != Intents.Act)
            return;
        add("verb", isRightVerb);
        add(
            "offered",
            isRightVerb || GoldValue.Items(said, "alternatives").Take(3).Any(a => GoldValue.Text(a, "verb") == gold.Text("verb"))
        );
        var inputs = GoldValue.Object(slots, "inputs");
        add(
            "act exact",
            isRightVerb
                && (gold.Text("ticket") is not { } ticket || GoldValue.IsTicket(ticket, GoldValue.Text(slots, "ticket")))
                && gold.Fields("inputs").All(f => GoldValue.Same(f.Name, f.Value, GoldValue.Field(inputs, f.Name)))
        );
    }

    private static void First(GoldValue gold, JsonElement said, string? intent, Action<string, bool> add)
    {
        var category = GoldValue.Text(said, "category");
        add("intent", intent == gold.Intent || gold.Accepts("intent", intent));
        if (gold.Intent == Intents.Complain)
            add(
                "category",
                category == gold.Text("category")
                    || gold.Text("category") is null && category == "other"
                    || gold.Accepts("category", category)
            );
        var slots = GoldValue.Object(said, "slots");
        add("all slots", Facts.All(f => gold.IsRight(f, GoldValue.Field(slots, f))));
        var severity = GoldValue.Text(said, "severity");
        if (gold.Text("severity") is { } grave)
            add("danger", severity == grave || gold.Accepts("severity", severity));
        else
            add("no false alarm", severity is not ("high" or "critical") || gold.Accepts("severity", severity));
    }

    private static void Turn(GoldValue gold, JsonElement said, Action<string, bool> add)
    {
        var meaning = GoldValue.Text(said, "meaning");
        add("meaning", meaning == gold.Text("meaning") || gold.Accepts("meaning", meaning));
        var closes = meaning == TurnMeanings.Satisfied && gold.Text("meaning") != meaning && !gold.Accepts("meaning", meaning);
        add("no false close", !closes);
        if (!gold.Has("slots"))
            return;
        var slots = GoldValue.Object(said, "slots");
        add(
            "slots",
            gold.Fields("slots")
                .All(f =>
                    GoldValue.Same(f.Name, f.Value, GoldValue.Field(slots, f.Name))
                    || gold.AcceptsFact(f.Name, GoldValue.Field(slots, f.Name))
                )
        );
    }
}
