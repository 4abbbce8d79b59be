using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>Reads an expression. Operators bind as in the public grammar: unary, then + and -, then == and !=, then comparisons,
/// then &amp;&amp;, then ||.</summary>
internal sealed class ExpressionParser
{
    private static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["<", "<=", ">", ">="],
        ["==", "!="],
        ["+", "-"],
    ];

    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _at;

    private ExpressionParser(string text)
    {
        _text = text;
        _tokens = ExpressionLexer.Read(text);
    }

    private Token Next => _tokens[_at];

    /// <summary>The expression in <paramref name="text"/> (without the <c>${ }</c> around it). Throws
    /// <see cref="TemplateException"/> when it is wrong, uses a function that is not known, or gives a function the wrong number of
    /// arguments.</summary>
    public static Expression Parse(string text)
    {
        var parser = new ExpressionParser(text);
        var expression = parser.ReadLevel(0);
        return parser.Next.Kind == TokenKind.End ? expression : throw parser.Unexpected();
    }

    private Expression ReadLevel(int level)
    {
        if (level == Levels.Length)
            return ReadUnary();
        var left = ReadLevel(level + 1);
        while (Next.Kind == TokenKind.Symbol && Levels[level].Contains(Next.Content))
        {
            var symbol = _tokens[_at++].Content;
            left = Apply(symbol, [left, ReadLevel(level + 1)]);
        }
        return left;
    }

    private Expression ReadUnary()
    {
        if (Take("!"))
            return Apply("!", [ReadUnary()]);
        if (Take("-"))
            return Apply("-", [new Literal(JsonValue.Create(0)), ReadUnary()]);
        return ReadPath();
    }

    private Expression ReadPath()
    {
        var expression = ReadPrimary();
        while (true)
        {
            if (Take("."))
            {
                expression = new Member(expression, Next.Kind == TokenKind.Name ? _tokens[_at++].Content : throw Unexpected());
            }
            else if (Take("["))
            {
                expression = new Element(expression, ReadLevel(0));
                Expect("]");
            }
            else
            {
                return expression;
            }
        }
    }

    private Expression ReadPrimary()
    {
        var token = Next;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return new Literal(JsonValue.Create(token.Number));
            case TokenKind.Text:
                _at++;
                return new Literal(JsonValue.Create(token.Content));
            case TokenKind.Name:
                _at++;
                return Take("(") ? ReadCall(token.Content) : ReadName(token.Content);
            default:
                if (!Take("("))
                    throw Unexpected();
                var inner = ReadLevel(0);
                Expect(")");
                return inner;
        }
    }

    private static Expression ReadName(string id) =>
        id switch
        {
            "true" => new Literal(JsonValue.Create(true)),
            "false" => new Literal(JsonValue.Create(false)),
            "null" => new Literal(null),
            _ => new Name(id),
        };

    private Call ReadCall(string function)
    {
        var arguments = new List<Expression>();
        if (!Take(")"))
        {
            do arguments.Add(ReadLevel(0));
            while (Take(","));
            Expect(")");
        }
        return Apply(function, arguments);
    }

    private Call Apply(string name, List<Expression> arguments)
    {
        var function = Functions.Find(name) ?? throw new TemplateException($"the function '{name}' in '{_text}' is not known");
        if (arguments.Count < function.Fewest || arguments.Count > function.Most)
            throw new TemplateException($"'{name}' in '{_text}' cannot take {arguments.Count} arguments");
        return new Call(function, arguments);
    }

    private bool Take(string symbol)
    {
        if (Next.Kind != TokenKind.Symbol || Next.Content != symbol)
            return false;
        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
            throw Unexpected();
    }

    private TemplateException Unexpected() =>
        new(
            Next.Kind == TokenKind.End
                ? $"the expression '{_text}' is not finished"
                : $"'{Next.Content}' is not expected there in the expression '{_text}'"
        );
}
