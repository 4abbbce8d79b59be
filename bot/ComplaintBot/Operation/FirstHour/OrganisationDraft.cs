using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ComplaintBot.Operation.FirstHour;

/// <summary>Writes an organisation file with explanations from the answers of <c>init</c>.</summary>
internal static class OrganisationDraft
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the file.</summary>
    public static string Write(Answers answers)
    {
        var departments = Ids(answers.Departments, "department");
        var first = Text(departments[0].Id);
        var values = new Dictionary<string, string>
        {
            ["name"] = Text(answers.Name),
            ["timeZone"] = Text(answers.TimeZone),
            ["tenant"] =
                answers.Tenant.Length > 0
                    ? $"\"tenantId\": {Text(answers.Tenant)},"
                    : "// \"tenantId\": \"00000000-0000-0000-0000-000000000000\",",
            ["workingDays"] = $"[{string.Join(", ", answers.WorkingDays.Select(Text))}]",
            ["hours"] = $"[{string.Join(", ", answers.Hours.Select(Period))}]",
            ["departments"] = Lines(
                departments.Select(d =>
                    $"{{ \"id\": {Text(d.Id)}, \"name\": {Text(d.Name)}, \"manager\": {Text(ManagerOf(d.Name, answers))} }}"
                )
            ),
            ["staff"] = Lines([
                $"{{ \"aadObjectId\": {Text(answers.AdminId)}, \"name\": {Text(answers.AdminName)}, \"department\": {first}, "
                    + "\"roles\": [\"admin\", \"manager\", \"handler\", \"frontline\", \"quality\", \"executive\"] }",
                .. answers.Staff.Select(p => Member(p, departments, answers)),
            ]),
            ["categories"] = Lines(Categories(answers, departments)),
            ["first"] = first,
            ["admin"] = Text(answers.AdminId),
            ["critical"] = Days(Math.Max(1, answers.Days / 4)),
            ["high"] = Days(Math.Max(1, answers.Days / 2)),
            ["medium"] = Days(answers.Days),
            ["low"] = Days(answers.Days + answers.Days / 2),
        };
        var draft = new StringBuilder(Template());
        foreach (var (name, value) in values)
            draft.Replace($"{{{name}}}", value);
        return draft.ToString();
    }

    // Whom most of a department report to, when they are of the staff, too; else whoever installs it, until somebody writes another.
    private static string ManagerOf(string department, Answers answers) =>
        answers
            .Staff.Where(p => p.Department == department && answers.Staff.Any(m => m.Id == p.Manager))
            .GroupBy(p => p.Manager!)
            .MaxBy(g => g.Count())
            ?.Key
        ?? answers.AdminId;

    private static string Member(KnownPerson person, IReadOnlyList<(string Id, string Name)> departments, Answers answers)
    {
        var department = departments.FirstOrDefault(d => d.Name == person.Department).Id ?? departments[0].Id;
        var manages = departments.Any(d => ManagerOf(d.Name, answers) == person.Id);
        var roles = manages ? person.Roles.Append("manager").Distinct() : person.Roles;
        var languages = person.Language is { } language ? $", \"languages\": [{Text(language)}]" : "";
        return $"{{ \"aadObjectId\": {Text(person.Id)}, \"name\": {Text(person.Name)}, \"department\": {Text(department)}, "
            + $"\"roles\": [{string.Join(", ", roles.Select(Text))}]{languages} }}";
    }

    /// <summary>An id for each name: its letters and digits when they are Latin, else a number.</summary>
    public static IReadOnlyList<(string Id, string Name)> Ids(IEnumerable<string> names, string otherwise)
    {
        var used = new HashSet<string>();
        List<(string, string)> ids = [];
        foreach (var name in names)
        {
            var letters = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
            while (letters.Contains("--", StringComparison.Ordinal))
                letters = letters.Replace("--", "-", StringComparison.Ordinal);
            var number = (ids.Count + 1).ToString(CultureInfo.InvariantCulture);
            var id = letters.Any(char.IsAsciiLetter) ? letters : $"{otherwise}-{number}";
            ids.Add((used.Add(id) ? id : $"{id}-{number}", name));
        }
        return ids;
    }

    private static IEnumerable<string> Categories(Answers answers, IReadOnlyList<(string Id, string Name)> departments)
    {
        var pairs = answers.Categories.Select(c => c.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        var ids = Ids(pairs.Select(p => p[0]), "category");
        for (var i = 0; i < pairs.Count; i++)
        {
            var wanted = pairs[i].Length > 1 ? pairs[i][1] : departments[0].Name;
            var department = departments.FirstOrDefault(d => d.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase) || d.Id == wanted);
            yield return $"{{ \"id\": {Text(ids[i].Id)}, \"department\": {Text(department.Id ?? wanted)}, "
                + $"\"name\": {Text(ids[i].Name)}, \"severity\": \"medium\" }}";
        }
        if (ids.All(c => c.Id != "other"))
            yield return $"{{ \"id\": \"other\", \"department\": {Text(departments[0].Id)}, "
                + "\"name\": { \"zh-CN\": \"其他\", \"zh-TW\": \"其他\", \"en\": \"Other\" }, \"severity\": \"low\" }";
    }

    private static string Lines(IEnumerable<string> items) => string.Join(",\n", items.Select(i => "    " + i));

    private static string Period(string written)
    {
        var ends = written.Split('-', 2, StringSplitOptions.TrimEntries);
        return $"{{ \"from\": {Text(ends[0])}, \"to\": {Text(ends[^1])} }}";
    }

    private static string Days(int days) => Text(string.Create(CultureInfo.InvariantCulture, $"P{days}D"));

    private static string Text(string text) => JsonSerializer.Serialize(text, Plain);

    private static string Template()
    {
        using var reader = new StreamReader(
            typeof(OrganisationDraft).Assembly.GetManifestResourceStream("ComplaintBot.Operation.FirstHour.organisation.template.txt")!
        );
        return reader.ReadToEnd();
    }
}
