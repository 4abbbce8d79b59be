using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>An object of a template, with its <c>$when</c> (kept only if true) and <c>$data</c> (bound to other data, once for each
/// item of a list).</summary>
internal sealed record ObjectNode(
    string? Type,
    Expression? When,
    Interpolation? DataText,
    JsonNode? DataGiven,
    IReadOnlyList<KeyValuePair<string, TemplateNode>> Properties,
    string Path
) : TemplateNode(Path)
{
    private static readonly HashSet<string> Reserved = ["$data", "$when", "$root", "$index", "$host"];

    public static ObjectNode Read(JsonObject node, string path)
    {
        var type = node["type"] is JsonValue v && v.TryGetValue<string>(out var name) ? name : null;
        var when = node.ContainsKey("$when")
            ? ReadText(node["$when"], path)?.Whole ?? throw new TemplateException("$when must be one expression: ${…}", path)
            : null;
        var data = ReadText(node["$data"], path);
        var properties = node.Where(p => !Reserved.Contains(p.Key))
            .Select(p => KeyValuePair.Create(p.Key, Read(p.Value, path.Length == 0 ? p.Key : $"{path}.{p.Key}")))
            .ToList();
        return new ObjectNode(type, when, data, data is null ? node["$data"]?.DeepClone() : null, properties, path);
    }

    public override JsonNode? Expand(Binding binding)
    {
        if (DataText is null && DataGiven is null)
            return IsKept(binding) ? ExpandOnce(binding) : null;
        var data = DataGiven;
        if (DataText is not null)
        {
            data = At(Path, () => Data(binding));
            if (data is null)
                return null;
        }
        if (data is not JsonArray items)
        {
            var inner = binding with { Scope = binding.Scope with { Data = data } };
            return IsKept(inner) ? ExpandOnce(inner) : null;
        }
        var results = items
            .Select((item, i) => binding with { Scope = binding.Scope with { Data = item, Index = i } })
            .Where(IsKept)
            .Select(ExpandOnce)
            .ToArray<JsonNode?>();
        return results.Length switch
        {
            0 => null,
            1 => results[0],
            _ => new JsonArray(results),
        };
    }

    // The reference engine would keep the object and show ${…} for a missing list; we leave it out, and say so in strict mode.
    private JsonNode? Data(Binding binding)
    {
        var text = DataText!;
        return text.Whole is { } whole
            ? binding.Evaluator.Needed(whole, null).Node
            : throw new TemplateException("$data must be one expression: ${…}");
    }

    private bool IsKept(Binding binding) =>
        When is null
        || At(
            Path,
            () =>
            {
                var value = binding.Evaluator.Of(When);
                if (binding.Options.Strict && !value.IsNothing && value.Kind is not (JsonValueKind.True or JsonValueKind.False))
                    throw new TemplateException($"$when is {value.Node!.ToJsonString()}, not true or false");
                return value.Kind == JsonValueKind.True;
            }
        );

    private JsonObject ExpandOnce(Binding binding)
    {
        var owner = Type ?? binding.Place.Property;
        var result = new JsonObject();
        foreach (var (name, node) in Properties)
            result[name] = node.Expand(binding with { Place = new TextPlace(owner, name) });
        return result;
    }
}
