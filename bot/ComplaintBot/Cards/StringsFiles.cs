using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Organisations;

namespace ComplaintBot.Cards;

/// <summary>Reads the files of <c>cards/strings</c>: flat keys to words, or to <c>{"one": …, "other": …}</c>.</summary>
internal static class StringsFiles
{
    public static Dictionary<string, IReadOnlyDictionary<string, Wording>> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"There is no folder {folder} with the strings.");
        return Languages.All.ToDictionary(
            language => language,
            IReadOnlyDictionary<string, Wording> (language) => ReadLanguage(folder, language)
        );
    }

    private static Dictionary<string, Wording> ReadLanguage(string folder, string language)
    {
        var words = new Dictionary<string, Wording>();
        var files = Directory
            .GetFiles(folder, "*.json")
            .Where(f =>
                Path.GetFileName(f) is var name
                && (name == $"{language}.json" || name.EndsWith($".{language}.json", StringComparison.Ordinal))
            )
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var (key, value) in ReadFile(file))
            {
                if (!words.TryAdd(key, ReadWording(file, key, value)))
                    throw new InvalidDataException($"{file}: the key '{key}' is there twice for {language}.");
            }
        }
        return words;
    }

    private static JsonObject ReadFile(string file)
    {
        try
        {
            // Duplicate property names would otherwise silently lose words.
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return JsonNode.Parse(File.ReadAllText(file), documentOptions: options) as JsonObject
                ?? throw new InvalidDataException($"{file} is not a JSON object.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: {e.Message}", e);
        }
    }

    private static Wording ReadWording(string file, string key, JsonNode? value) =>
        value switch
        {
            JsonValue v when v.TryGetValue<string>(out var words) => new Wording(words),
            JsonObject o when o["one"] is JsonValue one && o["other"] is JsonValue other => new Wording(
                other.GetValue<string>(),
                one.GetValue<string>()
            ),
            _ => throw new InvalidDataException($"{file}: '{key}' must be words or {{\"one\": …, \"other\": …}}."),
        };
}
