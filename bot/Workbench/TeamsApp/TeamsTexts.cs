using System.Text.Json.Nodes;

namespace Workbench.TeamsApp;

/// <summary>The texts of the app in one language, by the keys that Teams' language files use, and how long each may be.</summary>
internal static class TeamsTexts
{
    /// <summary>The texts that stand in the manifest itself: those of the default language.</summary>
    public static IReadOnlyDictionary<string, string> OfManifest(JsonObject manifest)
    {
        var texts = new Dictionary<string, string>();
        foreach (var part in new[] { "name", "description" })
            foreach (var (length, text) in manifest[part]!.AsObject())
                texts[$"{part}.{length}"] = (string)text!;
        foreach (var (b, bot) in manifest["bots"]!.AsArray().Index())
            foreach (var (l, list) in bot!["commandLists"]!.AsArray().Index())
                foreach (var (c, command) in list!["commands"]!.AsArray().Index())
                    foreach (var (name, text) in command!.AsObject())
                        texts[$"bots[{b}].commandLists[{l}].commands[{c}].{name}"] = (string)text!;
        foreach (var (c, command) in manifest["composeExtensions"]![0]!["commands"]!.AsArray().Index())
            AddCommand(texts, $"composeExtensions[0].commands[{c}]", command!);
        foreach (var (t, tab) in manifest["staticTabs"]!.AsArray().Index())
        {
            if (tab!["name"] is { } name)
                texts[$"staticTabs[{t}].name"] = (string)name!;
        }
        return texts;
    }

    private static void AddCommand(Dictionary<string, string> texts, string key, JsonNode command)
    {
        foreach (var name in new[] { "title", "description" })
            texts[$"{key}.{name}"] = (string)command[name]!;
        foreach (var (p, parameter) in (command["parameters"]?.AsArray() ?? []).Index())
            AddCommand(texts, $"{key}.parameters[{p}]", parameter!);
    }

    /// <summary>The texts of a language file.</summary>
    public static IReadOnlyDictionary<string, string> OfFile(JsonObject file) =>
        file.Where(e => e.Key != "$schema").ToDictionary(e => e.Key, e => (string)e.Value!);

    /// <summary>What is wrong with the texts of one language beside those of the default language, each as a sentence.</summary>
    public static IEnumerable<string> Refusals(
        string language,
        IReadOnlyDictionary<string, string> texts,
        IReadOnlyDictionary<string, string> ofDefault
    )
    {
        foreach (var key in ofDefault.Keys.Except(texts.Keys))
            yield return $"In {language} there is no text for {key}.";
        foreach (var key in texts.Keys.Except(ofDefault.Keys))
            yield return $"In {language} there is a text for {key}, which the manifest does not have.";
        foreach (var (key, text) in texts)
        {
            var (length, most) = (text.EnumerateRunes().Count(), Most(key));
            if (length == 0)
                yield return $"In {language} the text for {key} is empty.";
            if (length > most)
                yield return $"In {language} the text for {key} has {length} characters, Teams takes {most}: '{text}'.";
        }
    }

    private static int Most(string key) =>
        key switch
        {
            "name.short" => 30,
            "name.full" => 100,
            "description.short" => 80,
            "description.full" => 4000,
            _ when key.EndsWith(".title", StringComparison.Ordinal) => 32,
            _ => 128,
        };
}
