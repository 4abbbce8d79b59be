using System.Text.Json.Nodes;
using ComplaintBot.Cards;

namespace Workbench.Cards;

/// <summary>The sample data beside a template. The file itself is a sample in Simplified Chinese that the public Adaptive Cards
/// Designer can use as it is; <c>languages</c> says what differs in the others, <c>variants</c> what differs in further
/// samples.</summary>
public sealed class SampleData
{
    private const string LanguagesName = "languages";
    private const string VariantsName = "variants";

    private readonly JsonObject _file;

    private SampleData(JsonObject file) => _file = file;

    /// <summary>Reads <c>&lt;template&gt;.data.json</c>. Throws when the file is missing or not a JSON object.</summary>
    public static SampleData Load(string folder, string template)
    {
        var path = Path.Combine(folder, template + CardCatalog.SampleSuffix);
        return new(JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new InvalidDataException($"{path} is not a JSON object."));
    }

    /// <summary>Names of the samples; the first is the empty name.</summary>
    public IReadOnlyList<string> Variants => ["", .. (_file[VariantsName] as JsonObject)?.Select(v => v.Key) ?? []];

    /// <summary>The words that the file carries for the Designer, if any.</summary>
    public JsonObject? Words => _file[CardRenderer.StringsRoot] as JsonObject;

    /// <summary>The data of one sample in one language.</summary>
    public JsonObject In(string language, string variant)
    {
        var data = Own(_file);
        Overlay(data, _file[LanguagesName]?[language]);
        if (variant.Length > 0 && _file[VariantsName]?[variant] is JsonObject further)
        {
            Overlay(data, Own(further));
            Overlay(data, further[LanguagesName]?[language]);
        }
        return data;
    }

    /// <summary>The whole file with other words in it, as text.</summary>
    public string With(JsonObject words)
    {
        var file = new JsonObject { [CardRenderer.StringsRoot] = words };
        foreach (var (name, value) in _file.Where(p => p.Key != CardRenderer.StringsRoot))
            file[name] = value?.DeepClone();
        return GalleryJson.Write(file) + "\n";
    }

    private static JsonObject Own(JsonObject sample) =>
        new(
            sample
                .Where(p => p.Key is not (LanguagesName or VariantsName or CardRenderer.StringsRoot))
                .Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))
        );

    private static void Overlay(JsonObject data, JsonNode? changes)
    {
        foreach (var (name, value) in changes as JsonObject ?? [])
        {
            if (value is JsonObject inner && data[name] is JsonObject below)
                Overlay(below, inner);
            else if (
                value is JsonArray items
                && data[name] is JsonArray list
                && items.All(i => i is JsonObject)
                && items.Count == list.Count
            )
                OverlayItems(list, items);
            else
                data[name] = value?.DeepClone();
        }
    }

    private static void OverlayItems(JsonArray list, JsonArray items)
    {
        for (var i = 0; i < items.Count; i++)
            Overlay(list[i]!.AsObject(), items[i]);
    }
}
