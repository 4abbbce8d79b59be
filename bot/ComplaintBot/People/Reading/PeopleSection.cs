using Complaints.Organisations;

namespace ComplaintBot.People.Reading;

/// <summary>Departments, staff, categories and who gets what is no complaint.</summary>
internal static class PeopleSection
{
    public static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .Where(r => r != Role.Customer)
        .ToDictionary(r => r.ToString().ToLowerInvariant());

    public static readonly Dictionary<string, Severity> Severities = Enum.GetValues<Severity>()
        .ToDictionary(s => s.ToString().ToLowerInvariant());

    public static IReadOnlyList<Department> Departments(ObjectReader file, ProblemList problems) =>
        [
            .. NonEmpty(file, problems, "departments")
                .Select(node =>
                {
                    var reader = new ObjectReader(node, problems);
                    var hours = CalendarSection.Hours(reader, problems);
                    var manager = DirectorySection.HasGroups(file) ? reader.OptionalText("manager") ?? "" : reader.Text("manager");
                    var department = new Department(reader.Text("id"), reader.Localized("name"), manager)
                    {
                        Parent = reader.OptionalText("parent"),
                        Aliases = reader.Texts("aliases"),
                        Hours = hours.Count > 0 ? hours : null,
                        Channel = reader.OptionalText("channel"),
                    };
                    reader.End();
                    return department;
                }),
        ];

    public static IReadOnlyList<StaffMember> Staff(ObjectReader file, ProblemList problems) =>
        [
            .. NonEmpty(file, problems, "staff")
                .Select(node =>
                {
                    var reader = new ObjectReader(node, problems);
                    var member = new StaffMember(reader.Text("aadObjectId"), reader.Text("name"), reader.Text("department"))
                    {
                        Roles = reader.Items("roles").Select(r => reader.OneOf(r, Roles)).OfType<Role>().ToHashSet(),
                        Skills = reader.Texts("skills").ToHashSet(),
                        Languages = [.. reader.Items("languages").Select(l => Language(reader, l)).OfType<string>()],
                        Capacity = reader.Whole("capacity", 20, 0, 10_000),
                        Senior = reader.Flag("senior"),
                        Phone = reader.OptionalText("phone"),
                        Absences = [.. reader.Items("absences").Select(a => Absence(a, problems))],
                        Aliases = reader.Texts("aliases"),
                        TimeZone = reader.Optional("timeZone") is { } zone ? CalendarSection.ZoneOf(reader, zone) : null,
                    };
                    reader.End();
                    return member;
                }),
        ];

    public static IReadOnlyList<Category> Categories(ObjectReader file, ProblemList problems) =>
        [
            .. NonEmpty(file, problems, "categories")
                .Select(node =>
                {
                    var reader = new ObjectReader(node, problems);
                    var severity = reader.Optional("severity") is { } s ? reader.OneOf(s, Severities) ?? Severity.Medium : Severity.Medium;
                    var category = new Category(reader.Text("id"), reader.Text("department"), reader.Localized("name"), severity)
                    {
                        OnSite = reader.Flag("onSite"),
                        Aliases = reader.Texts("aliases"),
                    };
                    reader.End();
                    return category;
                }),
        ];

    public static InquiryDepartments Inquiries(ObjectReader file, ProblemList problems)
    {
        if (file.Required("inquiries") is not { } node)
            return new("", "", "");
        var reader = new ObjectReader(node, problems);
        var departments = new InquiryDepartments(reader.Text("preSale"), reader.Text("order"), reader.Text("praise"));
        reader.End();
        return departments;
    }

    private static IReadOnlyList<FileNode> NonEmpty(ObjectReader file, ProblemList problems, string key)
    {
        var items = file.Items(key, required: true);
        if (items.Count == 0 && file.Optional(key) is { } node)
            problems.Add(node, "at least one is needed");
        return items;
    }

    private static string? Language(ObjectReader reader, FileNode node)
    {
        if (Languages.All.Contains(node.Text))
            return node.Text;
        reader.Problem(node, $"unknown language \"{node.Text}\"; known are {string.Join(", ", Languages.All)}");
        return null;
    }

    private static Absence Absence(FileNode node, ProblemList problems)
    {
        var reader = new ObjectReader(node, problems);
        var from = reader.Required("from") is { } first ? CalendarSection.Day(first, problems) : null;
        var to = reader.Required("to") is { } last ? CalendarSection.Day(last, problems) : null;
        if (from > to)
            problems.Add(node, "\"to\" lies before \"from\"");
        var absence = new Absence(from ?? default, to ?? default, reader.OptionalText("substitute"));
        reader.End();
        return absence;
    }
}
