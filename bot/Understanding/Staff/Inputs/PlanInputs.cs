using System.Globalization;
using System.Text.RegularExpressions;
using Understanding.Staff.Times;

namespace Understanding.Staff.Inputs;

/// <summary>Measures with owner and deadline: "更换光猫，张敏，周五前；巡检线路，李伟". The second and later ones are inputs <c>measure.2</c>,
/// <c>owner.2</c>, <c>due.2</c> …</summary>
internal static partial class PlanInputs
{
    /// <summary>Inputs of <c>plan</c>.</summary>
    public static Dictionary<string, string> Plan(Phrase rest, CommandText text)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (item, i) in rest.Items().Select((item, i) => (item, i)))
        {
            var suffix = i == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{i + 1}");
            foreach (var (name, value) in Measure(item, text))
                inputs[name + suffix] = value;
        }
        return inputs;
    }

    /// <summary>Inputs of <c>item</c>: which measure (default all), what was done, whether it was dropped instead.</summary>
    public static Dictionary<string, string> Done(Phrase rest, string words)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var id =
            Id().Match(words) is { Success: true } before ? before
            : Id().Match(rest.Folded) is { Success: true, Index: 0 } after ? after
            : null;
        inputs["item"] = id?.Value ?? "all";
        if (Dropped().IsMatch(words))
            inputs["cancelled"] = "true";
        var said = id is not null && !Id().IsMatch(words) ? rest.From(id.Length) : rest;
        if (said.Reason() is { Length: > 0 } done)
            inputs["text"] = done;
        return inputs;
    }

    private static Dictionary<string, string> Measure(Phrase item, CommandText text)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var measure = new List<string>();
        foreach (var piece in item.Pieces())
        {
            var time = measure.Count == 0 ? null : UpcomingTime.In(piece.Folded, text.Now, text.Organisation);
            var name = time is null ? piece : piece.Without(time.Start, time.Length);
            var owner = measure.Count == 0 || name.IsEmpty ? null : NamedColleague.Id(name, text.Organisation) ?? Named(name);
            if (time is not null && (owner is not null || name.IsEmpty))
                inputs["due"] = time.Value;
            if (owner is not null)
                inputs["owner"] = owner;
            else if (time is null || !name.IsEmpty)
                measure.Add(piece.Text);
        }
        if (measure.Count > 0)
            inputs["measure"] = string.Join(item.Written.Contains('，', StringComparison.Ordinal) ? "，" : ", ", measure);
        return inputs;
    }

    // "责任人：王五" is a name even when nobody has it: then the answer says so, instead of a measure called 王五.
    private static string? Named(Phrase piece) =>
        Owner().Match(piece.Folded) is { Success: true } match ? piece.From(match.Length).Text : null;

    [GeneratedRegex(@"^\s*(责任人|负责人|owner)[\s:是]+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Owner();

    [GeneratedRegex(@"\d{1,2}\.\d{1,2}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Id();

    [GeneratedRegex(@"取消|放弃|不做|cancel|drop", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Dropped();
}
