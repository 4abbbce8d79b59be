using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Organisations;
using Understanding;

namespace ComplaintBot.Model;

/// <summary>The two kinds of words that go to a model, and never mix: ours as instructions, people's as a JSON value in the user
/// message.</summary>
internal static class Instructions
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a file beside this one, with its <c>{places}</c> filled from the organisation file.</summary>
    public static string Of(string file, params IEnumerable<(string Place, string Words)> filled)
    {
        using var stream =
            typeof(Instructions).Assembly.GetManifestResourceStream($"ComplaintBot.Model.{file}.txt")
            ?? throw new InvalidOperationException($"The file {file}.txt is not inside the program.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().TrimEnd();
        foreach (var (place, words) in filled)
            text = text.Replace("{" + place + "}", words, StringComparison.Ordinal);
        return text;
    }

    /// <summary>One line a name: the id and what people call it.</summary>
    public static string Names(IEnumerable<(string Id, LocalizedText Name, IReadOnlyList<string> Aliases)> named) =>
        string.Join(
            '\n',
            named.Select(n =>
                $"- {n.Id}: {string.Join(", ", n.Name.ByLanguage.Values.Concat(n.Aliases).Distinct(StringComparer.OrdinalIgnoreCase))}"
            )
        );

    /// <summary>Where the talk with a customer stands: the open question, what the draft already knows, how many cases of their own
    /// are open. Names of facts alone, never their values. Null before anything was said.</summary>
    public static JsonObject? Talk(Context context) =>
        context.Asked is not { } asked
            ? null
            : new()
            {
                ["asked"] = asked,
                ["known"] = new JsonArray([.. context.Known.Keys.Order(StringComparer.Ordinal).Select(k => JsonValue.Create(k))]),
                ["openCases"] = context.OwnCases.Count(c => c.IsOpen),
            };

    /// <summary>The user message. The day is in it, not the minute: the same text asked again on a day is the same question.</summary>
    public static string Data(string text, string? language, DateTimeOffset now, JsonNode? previousQuery = null, JsonObject? talk = null)
    {
        var data = new JsonObject
        {
            ["today"] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["weekday"] = now.ToString("dddd", CultureInfo.InvariantCulture),
            ["language"] = language,
            ["text"] = text,
        };
        if (talk is not null)
            data["talk"] = talk;
        if (previousQuery is not null)
            data["previousQuery"] = previousQuery;
        return data.ToJsonString(Plain);
    }
}
