using Complaints.Organisations;

namespace ComplaintBot.People.Reading;

/// <summary>How groups and departments of the company's directory become roles and departments here.</summary>
internal static class DirectorySection
{
    /// <summary>True when groups make people staff: then a department may leave its manager to the directory.</summary>
    public static bool HasGroups(ObjectReader file) =>
        file.Optional("directory")?.Members.Any(m => m.Key == "groups" && m.Value.Items.Count > 0) == true;

    public static DirectoryRules Directory(ObjectReader file, ProblemList problems)
    {
        if (file.Optional("directory") is not { } node)
            return new();
        var reader = new ObjectReader(node, problems);
        var rules = new DirectoryRules
        {
            Groups = [.. reader.Items("groups").Select(g => Group(g, problems))],
            Departments = Departments(reader),
        };
        reader.End();
        return rules;
    }

    private static DirectoryGroup Group(FileNode node, ProblemList problems)
    {
        var reader = new ObjectReader(node, problems);
        var roles = reader.Items("roles", required: true).Select(r => reader.OneOf(r, PeopleSection.Roles)).OfType<Role>().ToHashSet();
        var group = new DirectoryGroup(reader.Text("id"), roles, reader.OptionalText("department"));
        if (group.Id.Length > 0 && !Guid.TryParse(group.Id, out _))
            problems.Add(reader.Required("id")!, "the object id of a group is expected here, 8-4-4-4-12 hexadecimal digits");
        reader.End();
        return group;
    }

    private static Dictionary<string, string> Departments(ObjectReader directory)
    {
        var departments = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (directory.Optional("departments") is not { } node)
            return departments;
        foreach (var (written, id) in node.Members)
        {
            if (!departments.TryAdd(written.Trim(), directory.TextOf(id)))
                directory.Problem(id, $"\"{written}\" stands twice");
        }
        return departments;
    }
}
