using System.Text;
using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>A text of a template with <c>${expressions}</c> in it, cut into its parts.</summary>
internal sealed record Interpolation(IReadOnlyList<Expression> Parts)
{
    /// <summary>The one expression when the text is nothing else: its value then keeps its type (number, list, object).</summary>
    public Expression? Whole => Parts is [var only] and not [Literal] ? only : null;

    /// <summary>Cuts <paramref name="text"/>; null when it has no expression and so is itself. <c>\${</c> stands for a visible
    /// <c>${</c>.</summary>
    public static Interpolation? Read(string text)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
            return null;
        var parts = new List<Expression>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '$' or '`')
            {
                plain.Append(text[at + 1]);
                at += 2;
            }
            else if (text[at] == '`')
            {
                throw new TemplateException($"write \\` for ` beside an expression in '{text}'");
            }
            else if (string.CompareOrdinal(text, at, "${", 0, 2) == 0)
            {
                var end = EndOfExpression(text, at + 2);
                AddPlain();
                parts.Add(ExpressionParser.Parse(text[(at + 2)..end]));
                at = end + 1;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }
        AddPlain();
        return new Interpolation(parts);

        void AddPlain()
        {
            if (plain.Length > 0)
                parts.Add(new Literal(JsonValue.Create(plain.ToString())));
            plain.Clear();
        }
    }

    private static int EndOfExpression(string text, int from)
    {
        char? quote = null;
        for (var at = from; at < text.Length; at++)
        {
            var c = text[at];
            if (quote is not null)
            {
                if (c == '\\')
                    at++;
                else if (c == quote)
                    quote = null;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == '}')
            {
                return at > from ? at : throw new TemplateException($"an expression in '{text}' is empty");
            }
            else if (c is '{' or '\n' or '\r' or '`')
            {
                break;
            }
        }
        throw new TemplateException($"an expression in '{text}' has no end");
    }
}
