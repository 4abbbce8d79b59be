using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>Computes expressions in one scope. A <see cref="TextPlace"/> handed in means that the result is going to be shown
/// there, so texts from the data are encoded on the way; without one they stay raw (conditions, comparisons, loops).</summary>
internal sealed class Evaluator(Scope scope, TemplateOptions options)
{
    public TemplateOptions Options => options;

    /// <summary>The value of an expression. Throws <see cref="TemplateException"/> when types do not fit (a number compared with a
    /// text).</summary>
    public Value Of(Expression expression, TextPlace? place = null) =>
        expression switch
        {
            Literal literal => new Value(literal.Value),
            Call call => call.Function.Run(this, call.Arguments, place),
            _ => place is { } p && !IsTrusted(expression) ? Encode(Find(expression), p) : Find(expression),
        };

    /// <summary>The truth of a condition: null, missing and false are false. Throws in strict mode for numbers and texts, which the
    /// reference engine takes for true even when they are 0 or empty.</summary>
    public bool IsTrue(Expression condition)
    {
        var value = Of(condition);
        if (options.Strict && value.Kind is JsonValueKind.String or JsonValueKind.Number)
            throw new TemplateException($"the condition is {value.Node!.ToJsonString()}, not true or false");
        return value.Kind is not (JsonValueKind.False or JsonValueKind.Null);
    }

    /// <summary>The value for a place where something must be shown. In strict mode throws when a path leads nowhere; else that is
    /// null.</summary>
    public Value Needed(Expression expression, TextPlace? place)
    {
        var value = Of(expression, place);
        return value.Missing is { } path && options.Strict ? throw new TemplateException($"the data has no '{path}'") : value;
    }

    /// <summary>The value as part of a longer text. In strict mode throws for missing, null, objects and lists; else those are
    /// empty.</summary>
    public string Shown(Expression expression, TextPlace? place)
    {
        var value = Needed(expression, place);
        return value.Shown()
            ?? (options.Strict ? throw new TemplateException($"{value.Node?.ToJsonString() ?? "null"} cannot be shown inside a text") : "");
    }

    private Value Find(Expression path) =>
        path switch
        {
            Name name => scope.Find(name.Id),
            Member member => Step(Target(member.Target), member.Property),
            Element element => Step(Target(element.Target), Of(element.Index)),
            _ => Of(path),
        };

    private Value Target(Expression target) => target is Name or Member or Element ? Find(target) : Of(target);

    private static Value Step(Value target, string property) =>
        target.Missing is { } gone ? new Value(null, $"{gone}.{property}") : Scope.Property(target, property);

    private static Value Step(Value target, Value index)
    {
        if (index.Text is { } name)
            return Step(target, name);
        return target.Node is JsonArray list && index.Number is { } n && n >= 0 && n < list.Count && n == Math.Floor(n)
            ? new Value(list[(int)n])
            : new Value(null, $"{target.Missing}[{index.Shown()}]");
    }

    private bool IsTrusted(Expression path) =>
        path switch
        {
            Member { Target: Name { Id: "$root" } } member => options.TrustedRoots.Contains(member.Property),
            Member member => IsTrusted(member.Target),
            Element element => IsTrusted(element.Target),
            _ => false,
        };

    private Value Encode(Value value, TextPlace place) =>
        options.EncodeText is null || value.IsNothing ? value : new Value(Encoded(value.Node, place), value.Missing);

    private JsonNode? Encoded(JsonNode? node, TextPlace place)
    {
        switch (node)
        {
            case JsonObject o:
                var owner = o["type"] is JsonValue type && type.TryGetValue<string>(out var name) ? name : place.Property;
                return new JsonObject(
                    o.Select(p => new KeyValuePair<string, JsonNode?>(p.Key, Encoded(p.Value, new TextPlace(owner, p.Key))))
                );
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Encoded(item, place))]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(options.EncodeText!(place, value.GetValue<string>()));
            default:
                return node?.DeepClone();
        }
    }
}
