using System.Globalization;
using System.Text.Json;
using Complaints.Organisations;
using Understanding.Learning;

namespace Understanding.Questions;

/// <summary>The words of the query schema in the three languages, from Words/Terms.txt.</summary>
internal static class QuestionTerms
{
    private static readonly Dictionary<string, LocalizedText> ByKey = EmbeddedLines
        .Of("Questions.Words.Terms.txt")
        .Where(l => l.Length > 0 && l[0] != '#')
        .Select(l => l.Split(": ", 2))
        .ToDictionary(l => l[0], l => Text(l[1].Split(" | ")));

    /// <summary>The words for a key of the file.</summary>
    public static LocalizedText Of(string key) => ByKey[key];

    /// <summary>The words for a value of the schema.</summary>
    public static LocalizedText Of(Enum value)
    {
        var kind = value.GetType().Name.Replace("Query", "", StringComparison.Ordinal).Replace("Answer", "", StringComparison.Ordinal);
        return ByKey[$"{JsonNamingPolicy.CamelCase.ConvertName(kind)}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}"];
    }

    /// <summary>The words for a sort.</summary>
    public static LocalizedText Of(QuerySort sort) =>
        ByKey[$"sort.{JsonNamingPolicy.CamelCase.ConvertName(sort.By.ToString())}.{(sort.Order == SortOrder.Asc ? "asc" : "desc")}"];

    /// <summary>The words for a value by the name of its kind (level, channel, weekday, language); the value itself when there are
    /// none.</summary>
    public static string Named(string kind, string value, string language) =>
        ByKey.TryGetValue($"{kind}.{value}", out var text) ? text.In(language) : value;

    /// <summary>The words for a key with its places filled.</summary>
    public static string Say(string key, string language, params object[] filled) =>
        string.Format(CultureInfo.InvariantCulture, ByKey[key].In(language), filled);

    private static LocalizedText Text(string[] texts) =>
        new(Languages.All.Zip(texts, (language, text) => KeyValuePair.Create(language, text.Replace('_', ' '))));
}
