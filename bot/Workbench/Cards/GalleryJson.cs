using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Cards;

/// <summary>JSON the way the templates are written: what fits on a line stays on it.</summary>
internal static class GalleryJson
{
    private const int Width = 150;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode? node, int indent = 0)
    {
        var line = OnOneLine(node);
        if (indent + line.Length <= Width)
            return line;
        var (start, end) = (new string(' ', indent + 2), "\n" + new string(' ', indent));
        return node switch
        {
            JsonObject { Count: > 0 } o =>
                $"{{\n{string.Join(",\n", o.Select(p => $"{start}{Name(p.Key)}: {Write(p.Value, indent + 2)}"))}{end}}}",
            JsonArray { Count: > 0 } list => $"[\n{string.Join(",\n", list.Select(item => start + Write(item, indent + 2)))}{end}]",
            _ => line,
        };
    }

    private static string OnOneLine(JsonNode? node) =>
        node switch
        {
            JsonObject { Count: > 0 } o => $"{{ {string.Join(", ", o.Select(p => $"{Name(p.Key)}: {OnOneLine(p.Value)}"))} }}",
            JsonArray list => $"[{string.Join(", ", list.Select(OnOneLine))}]",
            null => "null",
            _ => node.ToJsonString(Plain),
        };

    private static string Name(string name) => JsonSerializer.Serialize(name, Plain);
}
