using System.Globalization;
using System.Text;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>The kinds of words an expression is made of.</summary>
internal enum TokenKind
{
    Name,
    Number,
    Text,
    Symbol,
    End,
}

/// <summary>A word of an expression; for <see cref="TokenKind.Text"/> the content without quotes and escapes.</summary>
internal readonly record struct Token(TokenKind Kind, string Content, double Number = 0);

/// <summary>Cuts the text of an expression into tokens, by the rules of the public grammar (names may start with _ # @ $ %).</summary>
internal static class ExpressionLexer
{
    private static readonly string[] Symbols = ["==", "!=", "<=", ">=", "&&", "||", "!", "<", ">", "+", "-", "(", ")", "[", "]", ".", ","];

    /// <summary>All tokens, closed by one of kind <see cref="TokenKind.End"/>.</summary>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is ' ' or '\t' or '\u00a0')
                at++;
            else if (char.IsAsciiDigit(c))
                tokens.Add(ReadNumber(text, ref at));
            else if (IsNameStart(c))
                tokens.Add(ReadName(text, ref at));
            else if (c is '\'' or '"')
                tokens.Add(ReadText(text, ref at));
            else
                tokens.Add(ReadSymbol(text, ref at));
        }
        tokens.Add(new Token(TokenKind.End, ""));
        return tokens;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or '#' or '@' or '$' or '%';

    private static Token ReadNumber(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
        }
        var digits = text[start..at];
        return new Token(TokenKind.Number, digits, double.Parse(digits, CultureInfo.InvariantCulture));
    }

    private static Token ReadName(string text, ref int at)
    {
        var start = at++;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return new Token(TokenKind.Name, text[start..at]);
    }

    private static Token ReadText(string text, ref int at)
    {
        var quote = text[at++];
        var content = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                var next = text[at + 1];
                var escaped = next switch
                {
                    'n' => "\n",
                    'r' => "\r",
                    't' => "\t",
                    '\\' => "\\",
                    _ when next == quote => quote.ToString(),
                    _ => null,
                };
                content.Append(escaped ?? $"\\{next}");
                at += 2;
            }
            else
            {
                content.Append(text[at++]);
            }
        }
        if (at >= text.Length)
            throw new TemplateException($"the text that starts with {quote} has no end in '{text}'");
        at++;
        return new Token(TokenKind.Text, content.ToString());
    }

    private static Token ReadSymbol(string text, ref int at)
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                at += symbol.Length;
                return new Token(TokenKind.Symbol, symbol);
            }
        }
        throw new TemplateException($"'{text[at]}' means nothing in the expression '{text}'");
    }
}
