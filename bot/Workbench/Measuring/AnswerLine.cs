using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Complaints.Organisations;
using Understanding;
using Understanding.Dates;
using Understanding.Questions;

namespace Workbench.Measuring;

/// <summary>Writes what was understood by the published schema.</summary>
internal static class AnswerLine
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    // The intents that are about a matter of which category and severity can be told.
    private static readonly string[] AboutNothing =
    [
        Intents.Yes,
        Intents.No,
        Intents.Skip,
        Intents.Cancel,
        Intents.Greeting,
        Intents.Thanks,
    ];

    /// <summary>Everything that was understood.</summary>
    public static void Write(IBufferWriter<byte> output, QuestionLine question, Meaning understood)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteId(json, question.Id);
        json.WriteString("intent", PublishedIntent(understood.Intent, question.Context.Role));
        if (understood.Category is { } category && !AboutNothing.Contains(understood.Intent))
            json.WriteString("category", category);
        if (SeverityOf(understood, question.Context.Organisation) is { } severity)
            json.WriteString(
                "severity",
                severity switch
                {
                    Severity.Critical => "critical",
                    Severity.High => "high",
                    Severity.Medium => "medium",
                    _ => "low",
                }
            );
        if (understood.Turn is { } turn)
            json.WriteString("meaning", turn);
        if (question.Context.Role == SpeakerRole.Customer && understood.Turn is null)
            json.WriteNumber("matters", understood.Matters);
        WriteSlots(json, understood.Slots, understood.Turn is null ? null : understood.Category);
        if (understood.Query is { } query)
        {
            json.WritePropertyName("query");
            query.WriteTo(json);
            if (question.Context.Previous is { } previous && QueryJson.Read(query.GetRawText(), out _) is { FollowsUp: true } followUp)
            {
                json.WritePropertyName("merged");
                json.WriteRawValue(QueryJson.Write(QuestionFollowUp.Merge(previous, followUp)));
            }
        }
        // A question that was read offers nothing else.
        if (understood.Intent != Intents.Ask)
            WriteAlternatives(json, understood.Alternatives);
        json.WriteEndObject();
    }

    /// <summary>The dates alone, by the reading of the public date specifications.</summary>
    public static void WriteDates(IBufferWriter<byte> output, QuestionLine question)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        WriteId(json, question.Id);
        json.WriteStartArray("dates");
        foreach (
            var match in DateRecognizer.Recognize(question.Text, question.Context.Now, RangeReading.ExcludesEnd, question.Context.Language)
        )
        {
            json.WriteStartObject();
            json.WriteString("text", match.Text);
            json.WriteString("from", Day(match.From));
            json.WriteString("to", Day(match.To));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A line that could not be answered.</summary>
    public static void WriteError(IBufferWriter<byte> output, string problem)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("error", problem);
        json.WriteEndObject();
    }

    /// <summary>The intent by its published name: some that only conversations need read as their nearest.</summary>
    public static string PublishedIntent(string intent, SpeakerRole role) =>
        intent switch
        {
            Intents.Greeting or Intents.Thanks when role != SpeakerRole.Customer => Intents.Unclear,
            Intents.Skip => Intents.No,
            Intents.Thanks => Intents.Greeting,
            _ => intent,
        };

    /// <summary>What the words say, at least what the category says; null for what is no complaint.</summary>
    public static Severity? SeverityOf(Meaning understood, Organisation organisation)
    {
        if (understood.Intent is not (Intents.Complain or Intents.Unsatisfied or Intents.AddInformation or Intents.Unclear))
            return null;
        var ofCategory = understood.Intent is Intents.Complain or Intents.Unclear
            ? organisation.FindCategory(understood.Category)?.Severity
            : null;
        return understood.Severity is not { } said ? ofCategory
            : ofCategory is null || understood.SeverityReason is null ? said
            : (Severity)Math.Max((int)said, (int)ofCategory);
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement id)
    {
        if (id.ValueKind == JsonValueKind.Undefined)
            return;
        json.WritePropertyName("id");
        id.WriteTo(json);
    }

    private static void WriteSlots(Utf8JsonWriter json, Slots slots, string? category)
    {
        if (category is null && IsEmpty(slots))
            return;
        json.WriteStartObject("slots");
        Write(json, "category", category);
        Write(json, "product", slots.Product);
        Write(json, "orderNumber", slots.OrderNumber);
        Write(json, "place", slots.Place);
        Write(json, "happenedFrom", slots.HappenedFrom is { } from ? Day(from) : null);
        Write(json, "happenedTo", slots.HappenedTo is { } to ? Day(to) : null);
        // The house knows "send somebody" as a wish of its own; the schema has no word for it.
        Write(json, "remedy", slots.Remedy != "onsite" ? slots.Remedy : slots.Remedies.FirstOrDefault(r => r != "onsite") ?? "other");
        if (slots.Amount is { } amount)
        {
            json.WriteStartObject("amount");
            json.WriteNumber("value", amount.Value);
            json.WriteString("currency", amount.Currency);
            json.WriteEndObject();
        }
        Write(json, "phone", slots.Phone);
        Write(json, "email", slots.Email);
        Write(json, "name", slots.Name);
        Write(json, "aboutStaff", slots.AboutStaff);
        Write(json, "language", slots.Language);
        Write(json, "code", slots.Code);
        Write(json, "comment", slots.Comment);
        if (slots.Score is { } score)
            json.WriteNumber("score", score);
        if (slots.Recommend is { } recommend)
            json.WriteNumber("recommend", recommend);
        if (slots.Sentiment is { } sentiment)
            json.WriteNumber("sentiment", sentiment);
        if (slots.OnBehalf is { } onBehalf)
            json.WriteBoolean("onBehalf", onBehalf);
        Write(json, "verb", slots.Verb);
        Write(json, "ticket", slots.Ticket);
        WriteTickets(json, slots);
        WriteInputs(json, slots);
        json.WriteEndObject();
    }

    private static bool IsEmpty(Slots slots) =>
        slots.Inputs.Count == 0
        && slots.Tickets.Count == 0
        && slots with
        {
            Inputs = Nothing.Inputs,
            Tickets = Nothing.Tickets,
            Measures = Nothing.Measures,
            Remedies = Nothing.Remedies,
        } == Nothing;

    private static void WriteTickets(Utf8JsonWriter json, Slots slots)
    {
        if (slots.Tickets.Count > 0)
        {
            json.WriteStartArray("tickets");
            foreach (var ticket in slots.Tickets)
                json.WriteStringValue(ticket);
            json.WriteEndArray();
        }
        if (slots.Select is { } select)
        {
            json.WritePropertyName("select");
            select.WriteTo(json);
        }
    }

    private static void WriteInputs(Utf8JsonWriter json, Slots slots)
    {
        if (slots.Inputs.Count == 0 && !slots.Request)
            return;
        json.WriteStartObject("inputs");
        foreach (var (name, value) in slots.Inputs)
        {
            if (slots.Measures.Count > 0 && name is "measure" or "owner" or "due")
                continue;
            if (name == "score" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var score))
                json.WriteNumber(name, score);
            else
                json.WriteString(name, value);
        }
        if (slots.Measures.Count > 0)
        {
            json.WriteStartArray("measures");
            foreach (var measure in slots.Measures)
            {
                json.WriteStartObject();
                Write(json, "measure", measure.Measure);
                Write(json, "owner", measure.Owner);
                Write(json, "due", measure.Due);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (slots.Request)
            json.WriteBoolean("request", true);
        json.WriteEndObject();
    }

    private static void WriteAlternatives(Utf8JsonWriter json, IReadOnlyList<Alternative> alternatives)
    {
        if (alternatives.Count == 0)
            return;
        json.WriteStartArray("alternatives");
        foreach (var alternative in alternatives)
        {
            json.WriteStartObject();
            json.WriteString("intent", alternative.Intent);
            Write(json, "verb", alternative.Verb);
            json.WriteNumber("confidence", Math.Round(alternative.Confidence, 2));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static readonly Slots Nothing = new();

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
