using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>A parsed expression of the templating language.</summary>
internal abstract record Expression;

/// <summary>A number, string, true, false or null written in the template.</summary>
internal sealed record Literal(JsonNode? Value) : Expression;

/// <summary>A first name of a path: a property of the current data, or <c>$root</c>, <c>$data</c>, <c>$index</c>.</summary>
internal sealed record Name(string Id) : Expression;

/// <summary>Target dot name.</summary>
internal sealed record Member(Expression Target, string Property) : Expression;

/// <summary>Target[index], by number or by text.</summary>
internal sealed record Element(Expression Target, Expression Index) : Expression;

/// <summary>A function or operator of <see cref="Functions"/> with its arguments.</summary>
internal sealed record Call(Function Function, IReadOnlyList<Expression> Arguments) : Expression;
