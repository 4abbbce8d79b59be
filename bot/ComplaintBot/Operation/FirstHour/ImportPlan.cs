using System.Globalization;
using System.Text.Json.Nodes;
using ComplaintBot.People;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>What a table changes in one list of an organisation file. A cell that is filled replaces what the file says, an empty one
/// leaves it; nobody is removed.</summary>
internal sealed record ImportPlan
{
    /// <summary>The new text of the file.</summary>
    public required string Text { get; init; }

    /// <summary>A line for each entry that is new (+) or changed (~).</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>How many entries of the file are not in the table; they stay.</summary>
    public required int Untouched { get; init; }

    /// <summary>What is wrong with the file that would come out.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Compares.</summary>
    /// <exception cref="FormatException">The table or the file cannot be read.</exception>
    public static ImportPlan Make(string organisation, byte[] table, ImportKind kind)
    {
        var file = new OrganisationText(organisation, kind.List);
        var entries = file.Entries;
        var rows = CsvTable.Read(table, kind.Columns);
        var (changed, added, differences) = (new Dictionary<int, JsonObject>(), new List<JsonObject>(), new List<string>());
        var seen = new HashSet<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            var line = (i + 2).ToString(CultureInfo.InvariantCulture);
            if (!rows[i].TryGetValue(kind.Columns[0], out var id))
                throw new FormatException($"Line {line}: \"{kind.Columns[0]}\" is empty.");
            if (!seen.Add(id))
                throw new FormatException($"Line {line}: \"{id}\" stands twice.");
            var at = entries.ToList().FindIndex(e => (string?)e[kind.Key] == id);
            var next = at < 0 ? [] : (JsonObject)entries[at].DeepClone();
            kind.Fill(next, rows[i], line);
            if (at < 0)
            {
                added.Add(next);
                differences.Add($"+ {OrganisationText.Line(next)}");
            }
            else if (!JsonNode.DeepEquals(next, entries[at]))
            {
                changed[at] = next;
                differences.Add($"~ {id}: {string.Join("; ", Changes(entries[at], next))}");
            }
        }
        var text = file.With(changed, added);
        return new()
        {
            Text = text,
            Differences = differences,
            Untouched = entries.Count(e => !seen.Contains((string?)e[kind.Key] ?? "")),
            Problems = [.. OrganisationFile.Parse(text, "organisation").Problems.Select(p => $"{p.Place}: {p.What}")],
        };
    }

    private static IEnumerable<string> Changes(JsonObject before, JsonObject after) =>
        after
            .Where(m => !JsonNode.DeepEquals(m.Value, before[m.Key]))
            .Select(m => (m.Key, m.Value, Before: before.ContainsKey(m.Key) ? OrganisationText.Line(before[m.Key]) : "(none)"))
            .Select(m => $"{m.Key} {m.Before} → {OrganisationText.Line(m.Value)}");
}
