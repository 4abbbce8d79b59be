using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>What names mean at one place of a template: the whole data, the data of this part (<c>$data</c>) and, in a list, the
/// position (<c>$index</c>, from 0).</summary>
internal sealed record Scope(JsonNode? Root, JsonNode? Data, int? Index)
{
    /// <summary>The value of a first name of a path.</summary>
    public Value Find(string name) =>
        name switch
        {
            "$root" => new Value(Root),
            "$data" => new Value(Data),
            "$index" => Index is { } i ? Value.Of(i) : new Value(null, name),
            _ => Property(new Value(Data), name) is { Missing: null } found ? found : new Value(null, name),
        };

    /// <summary>A property of an object; letter case is ignored when no property has exactly this name, as in the reference
    /// engine.</summary>
    public static Value Property(Value target, string name)
    {
        if (target.Node is not JsonObject o)
            return new Value(null, name);
        if (o.TryGetPropertyValue(name, out var exact))
            return new Value(exact);
        foreach (var (key, value) in o)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return new Value(value);
        }
        return new Value(null, name);
    }
}
