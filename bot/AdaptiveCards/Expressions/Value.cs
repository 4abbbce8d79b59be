using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>What an expression gives: a JSON value, or nothing because the path <paramref name="Missing"/> leads nowhere.</summary>
internal readonly record struct Value(JsonNode? Node, string? Missing = null)
{
    public bool IsNothing => Node is null;

    public JsonValueKind Kind => Node?.GetValueKind() ?? JsonValueKind.Null;

    public double? Number => Kind == JsonValueKind.Number ? NumberOf(Node!) : null;

    public string? Text => Kind == JsonValueKind.String ? Node!.GetValue<string>() : null;

    public static Value Of(bool value) => new(JsonValue.Create(value));

    public static Value Of(double value) => new(JsonValue.Create(value));

    public static Value Of(string value) => new(JsonValue.Create(value));

    /// <summary>Equality of the language: nothing equals null; numbers by value; the rest by content.</summary>
    public bool SameAs(Value other)
    {
        if (IsNothing || other.IsNothing)
            return IsNothing && other.IsNothing;
        return Number is { } a && other.Number is { } b ? Math.Abs(a - b) < double.Epsilon : JsonNode.DeepEquals(Node, other.Node);
    }

    /// <summary>As it appears in the middle of a text; null when only the reference engine's "[object Object]" would be left to
    /// show.</summary>
    public string? Shown() =>
        Kind switch
        {
            JsonValueKind.String => Text,
            JsonValueKind.Number => Show(Number!.Value),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    private static double NumberOf(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    // As JavaScript writes numbers: no exponent for whole numbers below 1e21.
    private static string Show(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e21
            ? new BigInteger(number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
}
