using System.Globalization;
using System.Text.Json.Nodes;
using Understanding.Writing;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>One list of the organisation file and the columns of a table that fill it. The first column is the id.</summary>
internal sealed record ImportKind(string List, string Key, IReadOnlyList<string> Columns)
{
    private static readonly string[] Lists = ["roles", "skills", "languages", "aliases"];
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(ImportKind), "ImportKind.txt");

    public static ImportKind People { get; } =
        new(
            "staff",
            "aadObjectId",
            ["id", "name", "department", "roles", "skills", "languages", "capacity", "senior", "phone", "timeZone", "aliases"]
        );

    public static ImportKind Categories { get; } =
        new("categories", "id", ["id", "department", "name", "name.zh-CN", "name.zh-TW", "name.en", "severity", "onSite", "aliases"]);

    /// <summary>Puts the filled cells of a row into an entry.</summary>
    public void Fill(JsonObject entry, IReadOnlyDictionary<string, string> row, string line)
    {
        foreach (var column in Columns.Where(row.ContainsKey))
        {
            var cell = row[column];
            if (column == Columns[0])
                entry[Key] = cell;
            else if (column.StartsWith("name.", StringComparison.Ordinal))
                NameOf(entry)[column["name.".Length..]] = cell;
            else
                entry[column] = column switch
                {
                    "capacity" => Number(cell, line),
                    "senior" or "onSite" => Flag(cell, column, line),
                    _ when Lists.Contains(column) => Items(cell),
                    _ => cell,
                };
        }
    }

    // A name in one language becomes one in several when the table has more.
    private static JsonObject NameOf(JsonObject entry)
    {
        if (entry["name"] is JsonObject several)
            return several;
        var names = new JsonObject();
        entry["name"] = names;
        return names;
    }

    private static JsonArray Items(string cell) =>
        [
            .. cell.Split([';', '；', '、', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(i => (JsonNode)JsonValue.Create(i)),
        ];

    private static JsonNode Number(string cell, string line) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"Line {line}: capacity \"{cell}\" is no number.");

    private static JsonNode Flag(string cell, string column, string line) =>
        Forms.Say("yes", cell) ? true
        : Forms.Say("no", cell) ? false
        : throw new FormatException($"Line {line}: {column} is yes or no, not \"{cell}\".");
}
