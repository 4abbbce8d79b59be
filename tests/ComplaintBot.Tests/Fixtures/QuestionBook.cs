using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Understanding.Questions;

namespace ComplaintBot.Tests.Fixtures;

/// <summary>One utterance of the book with the query it means.</summary>
internal sealed record BookLine(string Id, string Text, string Language, DateTimeOffset Now, ComplaintQuery? Previous, JsonNode Query)
{
    public bool IsMetBy(ParsedQuestion parsed) =>
        parsed.Query is { } query && QuestionBook.Canonical(JsonNode.Parse(QueryJson.Write(query))) == QuestionBook.Canonical(Query);
}

/// <summary>The book of questions: what managers say, in three languages, and what it means. The half kept back was never looked at
/// while the parser was tuned.</summary>
internal static class QuestionBook
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<BookLine> Read(string half) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", $"book.{half}.jsonl"))
                .Select(l => Read(JsonNode.Parse(l)!.AsObject())),
        ];

    /// <summary>How many of the lines the parser meets exactly, and those that it does not.</summary>
    public static (int Met, IReadOnlyList<string> Missed) Score(IReadOnlyList<BookLine> lines)
    {
        var parser = new QuestionParser();
        var missed = lines
            .Where(l => !l.IsMetBy(parser.Parse(l.Text, l.Language, TelecomExample.Organisation, l.Now, l.Previous)))
            .Select(l => l.Id)
            .ToList();
        return (lines.Count - missed.Count, missed);
    }

    /// <summary>JSON with members and list items in a fixed order.</summary>
    public static string Canonical(JsonNode? node) =>
        node switch
        {
            JsonObject o => "{"
                + string.Join(
                    ',',
                    o.Where(p => p.Value is not null)
                        .OrderBy(p => p.Key, StringComparer.Ordinal)
                        .Select(p => p.Key + ":" + Canonical(p.Value))
                )
                + "}",
            JsonArray a => "[" + string.Join(',', a.Select(Canonical).Order(StringComparer.Ordinal)) + "]",
            null => "null",
            _ => node.ToJsonString(Plain),
        };

    private static BookLine Read(JsonObject line) =>
        new(
            (string)line["id"]!,
            (string)line["text"]!,
            (string)line["lang"]!,
            DateTimeOffset.Parse((string)line["now"]!, CultureInfo.InvariantCulture),
            line["previous"] is { } previous ? QueryJson.Read(previous.ToJsonString(), out _) : null,
            line["query"]!
        );
}
