using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards.Templating.Expressions;

namespace AdaptiveCards.Templating;

/// <summary>What a part of a template is bound with: the data in reach, the rules, and where texts below land.</summary>
internal sealed record Binding(Scope Scope, TemplateOptions Options, TextPlace Place)
{
    public Evaluator Evaluator => new(Scope, Options);
}

/// <summary>A read part of a template.</summary>
internal abstract record TemplateNode(string Path)
{
    /// <summary>The bound part, a fresh node without parent; null = drop it from a list, null for a property.</summary>
    public abstract JsonNode? Expand(Binding binding);

    /// <summary>Reads a part; <paramref name="path"/> names it in messages.</summary>
    public static TemplateNode Read(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject o:
                return ObjectNode.Read(o, path);
            case JsonArray list:
                return new ListNode([.. list.Select((item, i) => Read(item, $"{path}[{i}]"))], path);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return ReadText(value, path) is { } text ? new TextNode(text, path) : new PlainNode(value, path);
            default:
                return new PlainNode(node, path);
        }
    }

    /// <summary>The text with expressions in a node, or null when it has none.</summary>
    protected static Interpolation? ReadText(JsonNode? node, string path)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
            return null;
        return At(path, () => Interpolation.Read(value.GetValue<string>()));
    }

    /// <summary>Runs an action so that its mistakes carry the place.</summary>
    protected static T At<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (TemplateException e) when (e.Place.Length == 0)
        {
            throw new TemplateException(e.Message, path);
        }
    }
}

/// <summary>A part without expressions.</summary>
internal sealed record PlainNode(JsonNode? Value, string Path) : TemplateNode(Path)
{
    public override JsonNode? Expand(Binding binding) => Value?.DeepClone();
}

/// <summary>A text with expressions. One expression alone keeps its type; anything else becomes a text.</summary>
internal sealed record TextNode(Interpolation Text, string Path) : TemplateNode(Path)
{
    public override JsonNode? Expand(Binding binding) =>
        At(
            Path,
            () =>
            {
                var evaluator = binding.Evaluator;
                if (Text.Whole is { } whole)
                    return evaluator.Needed(whole, binding.Place).Node?.DeepClone();
                return JsonValue.Create(string.Concat(Text.Parts.Select(part => evaluator.Shown(part, binding.Place))));
            }
        );
}

/// <summary>A list: items that give null vanish, items that give lists (repeated by $data) are laid flat.</summary>
internal sealed record ListNode(IReadOnlyList<TemplateNode> Items, string Path) : TemplateNode(Path)
{
    public override JsonNode? Expand(Binding binding)
    {
        var result = new JsonArray();
        foreach (var expanded in Items.Select(item => item.Expand(binding)))
        {
            if (expanded is JsonArray many)
            {
                foreach (var one in many.ToList())
                {
                    many.Remove(one);
                    result.Add(one);
                }
            }
            else if (expanded is not null)
            {
                result.Add(expanded);
            }
        }
        return result;
    }
}
