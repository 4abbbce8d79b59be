using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintBot.Tests.Cards;

namespace ComplaintBot.Tests.Conversations;

/// <summary>A message as a person reads it: its words, the words on its cards, its buttons in 〔〕.</summary>
internal static partial class Spoken
{
    /// <summary>All words in reading order, in one line.</summary>
    public static string Words(JsonNode? activity)
    {
        if (activity is null)
            return "";
        var words = new List<string>();
        if (activity["text"] is JsonValue text)
            words.Add(text.GetValue<string>());
        foreach (var attachment in activity["attachments"]?.AsArray() ?? [])
            Card(attachment!["content"], words);
        foreach (var action in activity["suggestedActions"]?["actions"]?.AsArray() ?? [])
            words.Add($"〔{action!["title"]}〕");
        return Spaces().Replace(string.Join(' ', words), " ").Trim();
    }

    /// <summary>The data of the button with this verb, the last one on the card.</summary>
    public static JsonObject? Button(JsonNode? node, string verb) =>
        node switch
        {
            JsonObject o
                when o["verb"] is JsonValue v
                    && v.TryGetValue<string>(out var name)
                    && name == verb
                    && o["type"]?.GetValue<string>() == "Action.Execute" => (JsonObject?)o["data"] ?? [],
            JsonObject o when o["data"] is JsonObject data && data["verb"] is JsonValue v && v.GetValue<string>() == verb => data,
            JsonObject o => o.Select(p => Button(p.Value, verb)).LastOrDefault(d => d is not null),
            JsonArray a => a.Select(x => Button(x, verb)).LastOrDefault(d => d is not null),
            _ => null,
        };

    /// <summary>True when the words hold everything that a pattern asks for, in its order: <c>*</c> stands for anything,
    /// <c>{key}</c> for the words of a key in the play's language, <c>[verb]</c> for a button.</summary>
    public static bool Fits(string pattern, JsonNode activity, string language)
    {
        var words = Words(activity);
        var from = 0;
        foreach (
            var part in Keys()
                .Replace(pattern, m => Known(m.Groups["key"].Value, language))
                .Split('*', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var wanted = Spaces().Replace(ButtonMark().Replace(part, ""), " ").Trim();
            if (ButtonMark().Matches(part).Any(b => Button(activity, b.Groups["verb"].Value) is null))
                return false;
            var at = words.IndexOf(wanted, from, StringComparison.Ordinal);
            if (at < 0)
                return false;
            from = at + wanted.Length;
        }
        return true;
    }

    // The placeholders of a key's words stand for anything.
    private static string Known(string key, string language)
    {
        var node = key.Split('.').Aggregate((JsonNode?)CardFolders.Strings.Tree(language), (n, name) => n?[name]);
        var words =
            node switch
            {
                JsonObject both => both["other"]?.GetValue<string>(),
                JsonValue value => value.GetValue<string>(),
                _ => null,
            } ?? throw new FormatException($"There is no string '{key}'.");
        return Placeholder().Replace(words, "*");
    }

    private static void Card(JsonNode? node, List<string> words)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                    Card(item, words);
                break;
            case JsonObject o when o["type"]?.GetValue<string>().StartsWith("Action.", StringComparison.Ordinal) == true:
                words.Add($"〔{o["title"]}〕");
                Card(o["card"], words);
                break;
            case JsonObject o:
                foreach (var name in new[] { "text", "label", "placeholder" })
                {
                    if (o[name] is JsonValue value)
                        words.Add(value.ToString());
                }
                foreach (var fact in o["facts"]?.AsArray() ?? [])
                    words.Add($"{fact!["title"]}: {fact["value"]}");
                if (o["type"]?.GetValue<string>().StartsWith("Input.", StringComparison.Ordinal) == true && o["value"] is JsonValue typed)
                    words.Add($"={typed}");
                foreach (var name in new[] { "body", "items", "columns", "inlines", "choices", "actions" })
                    Card(o[name], words);
                break;
            default:
                break;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\{(?<key>[a-z]\w*(\.\w+)+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Keys();

    [GeneratedRegex(@"\[(?<verb>[a-zA-Z.]+)\]")]
    private static partial Regex ButtonMark();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
