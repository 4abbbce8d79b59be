using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Workbench.Measuring;

/// <summary>What is right for a sentence, and when an answer says the same: words loosely, phone numbers by their digits, days as far
/// as they are given.</summary>
internal readonly record struct GoldValue(JsonElement Json)
{
    private const string Signs = " ，。,.!！?？、:：;；'\"“”‘’()（）-\n\t";

    /// <summary>The intent that is right.</summary>
    public string? Intent => Text("intent");

    /// <summary>The value of a line.</summary>
    public static GoldValue Of(JsonElement? gold) => new(gold ?? default);

    /// <summary>A field that is a word.</summary>
    public string? Text(string name) => Text(Json, name);

    /// <summary>True when there is such a field.</summary>
    public bool Has(string name) => Field(Json, name).ValueKind != JsonValueKind.Undefined;

    /// <summary>The fields of an object in it.</summary>
    public IEnumerable<JsonProperty> Fields(string name) =>
        Object(Json, name) is { ValueKind: JsonValueKind.Object } inside ? inside.EnumerateObject() : [];

    /// <summary>True when the word is right, too.</summary>
    public bool Accepts(string name, string? word) =>
        Items(Object(Json, "accept"), name).Any(a => a.ValueKind == JsonValueKind.Null ? word is null : a.GetString() == word);

    /// <summary>True when the fact is right, too.</summary>
    public bool AcceptsFact(string name, JsonElement said) => Items(Object(Json, "accept"), name).Any(a => Same(name, a, said));

    /// <summary>True when a fact of a first message is right: as it is, or left out where it may be.</summary>
    public bool IsRight(string name, JsonElement said)
    {
        var (meant, optional) = (Field(Object(Json, "slots"), name), Field(Object(Json, "optional"), name));
        var (isMeant, isSaid) = (meant.ValueKind != JsonValueKind.Undefined, said.ValueKind != JsonValueKind.Undefined);
        if (!isMeant && !isSaid || Same(name, meant, said) || AcceptsFact(name, said))
            return true;
        // What goes on lasts until today.
        var lasts = name == "happenedTo" && !isMeant && Field(Object(Json, "slots"), "happenedFrom").ValueKind != JsonValueKind.Undefined;
        return !isMeant && optional.ValueKind != JsonValueKind.Undefined && Same(name, optional, said)
            || lasts && said.GetString() == "2026-11-28";
    }

    /// <summary>True for the ticket, whole or by its last digits or words.</summary>
    public static bool IsTicket(string meant, string? said) =>
        Digits(said).EndsWith(Digits(meant), StringComparison.Ordinal) && Digits(meant).Length > 0 || IsLoosely(meant, said);

    /// <summary>True when two values say the same.</summary>
    public static bool Same(string name, JsonElement meant, JsonElement said)
    {
        if (meant.ValueKind == JsonValueKind.Undefined || said.ValueKind == JsonValueKind.Undefined)
            return meant.ValueKind == said.ValueKind;
        return name switch
        {
            "phone" => Digits(meant.ToString()) == Digits(said.ToString()),
            "amount" => Sum(meant) == Sum(said),
            "remedy" => meant.ToString() == said.ToString(),
            _ when meant.ValueKind != JsonValueKind.String => meant.GetRawText() == said.GetRawText(),
            _ when IsDay(meant.ToString()) => said.ToString().StartsWith(meant.ToString(), StringComparison.Ordinal),
            _ => IsLoosely(meant.ToString(), said.ToString()),
        };
    }

    /// <summary>A field that is a word; null when there is none.</summary>
    public static string? Text(JsonElement json, string name) =>
        Field(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A field; undefined when there is none.</summary>
    public static JsonElement Field(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : default;

    /// <summary>A field that is an object; undefined when there is none.</summary>
    public static JsonElement Object(JsonElement json, string name) =>
        Field(json, name) is { ValueKind: JsonValueKind.Object } value ? value : default;

    /// <summary>The items of a list; empty when there is none.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        Field(json, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    private static bool IsDay(string text) => text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", out _);

    private static decimal? Sum(JsonElement amount) =>
        amount.ValueKind == JsonValueKind.Object ? Sum(Field(amount, "value"))
        : decimal.TryParse(amount.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value
        : null;

    private static bool IsLoosely(string? one, string? other)
    {
        var (a, b) = (Plain(one), Plain(other));
        return a.Length > 0 && b.Length > 0 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
    }

    private static string Plain(string? text) =>
        string.Concat(
            (text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => !Signs.Contains(c, StringComparison.Ordinal))
        );

    private static string Digits(string? text)
    {
        var digits = string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        return digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
    }
}
