using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdaptiveCards.Templating.Expressions;

/// <summary>A function or operator: how many arguments it takes and what it does with them.</summary>
internal sealed record Function(int Fewest, int Most, Func<Evaluator, IReadOnlyList<Expression>, TextPlace?, Value> Run);

/// <summary>The functions and operators of the public language that our templates use; each behaves as in adaptive-expressions
/// 4.23.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, Function> ByName = new(StringComparer.Ordinal)
    {
        ["=="] = new(2, 2, (e, a, _) => Value.Of(e.Of(a[0]).SameAs(e.Of(a[1])))),
        ["!="] = new(2, 2, (e, a, _) => Value.Of(!e.Of(a[0]).SameAs(e.Of(a[1])))),
        ["<"] = Comparison(order => order < 0),
        ["<="] = Comparison(order => order <= 0),
        [">"] = Comparison(order => order > 0),
        [">="] = Comparison(order => order >= 0),
        ["&&"] = new(1, int.MaxValue, (e, a, _) => Value.Of(a.All(e.IsTrue))),
        ["||"] = new(1, int.MaxValue, (e, a, _) => Value.Of(a.Any(e.IsTrue))),
        ["!"] = new(1, 1, (e, a, _) => Value.Of(!e.IsTrue(a[0]))),
        ["+"] = new(2, int.MaxValue, Add),
        ["-"] = new(2, 2, (e, a, _) => Value.Of(Number(e, a[0]) - Number(e, a[1]))),
        ["if"] = new(3, 3, (e, a, place) => e.Of(e.IsTrue(a[0]) ? a[1] : a[2], place)),
        ["empty"] = new(1, 1, (e, a, _) => Value.Of(IsEmpty(e.Of(a[0])))),
        ["count"] = new(1, 1, (e, a, _) => Value.Of(Count(e.Needed(a[0], null)))),
        ["length"] = new(1, 1, (e, a, _) => Value.Of(Text(e, a[0], null).Length)),
        ["string"] = new(1, 1, (e, a, place) => Value.Of(AsString(e.Needed(a[0], place)))),
        ["concat"] = new(2, int.MaxValue, (e, a, place) => Value.Of(string.Concat(a.Select(x => e.Shown(x, place))))),
        ["replace"] = new(3, 3, Replace),
        ["formatNumber"] = new(2, 3, (e, a, _) => Value.Of(FormatNumber(Number(e, a[0]), (int)Number(e, a[1])))),
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["equals"] = "==",
        ["not"] = "!",
        ["and"] = "&&",
        ["or"] = "||",
        ["less"] = "<",
        ["lessOrEquals"] = "<=",
        ["greater"] = ">",
        ["greaterOrEquals"] = ">=",
        ["add"] = "+",
        ["sub"] = "-",
    };

    /// <summary>The function of this name or operator sign; null when there is none.</summary>
    public static Function? Find(string name) => ByName.GetValueOrDefault(Words.GetValueOrDefault(name, name));

    // Something missing is neither less nor greater than anything; different types cannot be compared at all.
    private static Function Comparison(Func<int, bool> holds) =>
        new(
            2,
            2,
            (e, a, _) =>
            {
                var (left, right) = (e.Of(a[0]), e.Of(a[1]));
                if (left.IsNothing || right.IsNothing)
                    return Value.Of(false);
                if (left.Number is { } x && right.Number is { } y)
                    return Value.Of(holds(x.CompareTo(y)));
                return left.Text is { } s && right.Text is { } t
                    ? Value.Of(holds(string.CompareOrdinal(s, t)))
                    : throw new TemplateException($"{left.Node!.ToJsonString()} and {right.Node!.ToJsonString()} cannot be compared");
            }
        );

    private static Value Add(Evaluator e, IReadOnlyList<Expression> arguments, TextPlace? place)
    {
        var values = arguments.Select(x => e.Needed(x, place)).ToList();
        return values.All(v => v.Number is not null)
            ? Value.Of(values.Sum(v => v.Number!.Value))
            : Value.Of(string.Concat(arguments.Select(x => e.Shown(x, place))));
    }

    private static bool IsEmpty(Value value) =>
        value.Kind switch
        {
            JsonValueKind.String => value.Text!.Length == 0,
            JsonValueKind.Array or JsonValueKind.Object => Count(value) == 0,
            _ => value.IsNothing,
        };

    private static int Count(Value value) =>
        value.Node switch
        {
            JsonArray list => list.Count,
            JsonObject o => o.Count,
            null => 0,
            _ => value.Text?.Length ?? throw new TemplateException($"{value.Node.ToJsonString()} cannot be counted"),
        };

    private static string AsString(Value value) =>
        value.Kind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.Number => FormatNumber(value.Number!.Value, Decimals(value)),
            JsonValueKind.Array or JsonValueKind.Object => value.Node!.ToJsonString(),
            _ => value.Shown()!,
        };

    private static int Decimals(Value number) =>
        number.Shown() is { } s && s.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? s.Length - dot - 1 : 0;

    private static Value Replace(Evaluator e, IReadOnlyList<Expression> arguments, TextPlace? place)
    {
        var old = Text(e, arguments[1], null);
        if (old.Length == 0)
            throw new TemplateException("replace() needs something to look for");
        return Value.Of(Text(e, arguments[0], place).Replace(old, Text(e, arguments[2], place), StringComparison.Ordinal));
    }

    private static string Text(Evaluator e, Expression argument, TextPlace? place)
    {
        var value = e.Needed(argument, place);
        return value.IsNothing ? "" : value.Text ?? throw new TemplateException($"{value.Node!.ToJsonString()} is not a text");
    }

    private static double Number(Evaluator e, Expression argument) =>
        e.Of(argument).Number ?? throw new TemplateException("a number is expected");

    // Half up and with thousands separators, as the reference engine does for English and Chinese.
    private static string FormatNumber(double number, int decimals)
    {
        var factor = Math.Pow(10, decimals);
        return (Math.Floor(number * factor + 0.5) / factor).ToString(
            "N" + decimals.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
    }
}
