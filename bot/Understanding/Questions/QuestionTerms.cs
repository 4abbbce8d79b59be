using System.Text.Json;
using Complaints.Organisations;
using Understanding.Questions.Words;
using Understanding.Writing;

namespace Understanding.Questions;

/// <summary>The words of the query schema in the three languages, from Words/Terms.txt.</summary>
internal static class QuestionTerms
{
    private static readonly LocalizedTerms Terms = LocalizedTerms.Beside(typeof(PhraseBook), "Terms.txt");

    /// <summary>The words for a key of the file.</summary>
    public static LocalizedText Of(string key) => Terms[key];

    /// <summary>The words for a value of the schema.</summary>
    public static LocalizedText Of(Enum value)
    {
        var kind = value.GetType().Name.Replace("Query", "", StringComparison.Ordinal).Replace("Answer", "", StringComparison.Ordinal);
        return Terms[$"{JsonNamingPolicy.CamelCase.ConvertName(kind)}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}"];
    }

    /// <summary>The words for a sort.</summary>
    public static LocalizedText Of(QuerySort sort) =>
        Terms[$"sort.{JsonNamingPolicy.CamelCase.ConvertName(sort.By.ToString())}.{(sort.Order == SortOrder.Asc ? "asc" : "desc")}"];

    /// <summary>The words for a value by the name of its kind (level, channel, weekday, language); the value itself when there are
    /// none.</summary>
    public static string Named(string kind, string value, string language) => Terms.Find($"{kind}.{value}")?.In(language) ?? value;

    /// <summary>The words for a key with its places filled.</summary>
    public static string Say(string key, string language, params object[] filled) => Terms.Say(key, language, filled);
}
