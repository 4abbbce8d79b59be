namespace ComplaintBot.People.Reading;

/// <summary>Checks that ids stand once and that what is referred to exists.</summary>
internal sealed class References(FileNode root, ProblemList problems)
{
    private bool _peopleAreKnown;

    public void Check()
    {
        var departments = Ids("departments", "id");
        var staff = Ids("staff", "aadObjectId");
        var categories = Ids("categories", "id");
        var directory = Member(root, "directory");
        var groups = directory is null ? [] : List(directory, "groups");
        foreach (var group in groups)
            Refer(group, "department", departments, "department");
        foreach (var (_, department) in directory is null ? [] : Member(directory, "departments")?.Members ?? [])
            Known(department, departments, "department");
        // Whom the directory adds is not known here.
        _peopleAreKnown = groups.Count == 0;
        foreach (var department in List(root, "departments"))
        {
            ReferPerson(department, "manager", staff);
            Refer(department, "parent", departments, "department");
        }
        CheckLines();
        foreach (var member in List(root, "staff"))
        {
            Refer(member, "department", departments, "department");
            foreach (var absence in List(member, "absences"))
                ReferPerson(absence, "substitute", staff);
        }
        foreach (var category in List(root, "categories"))
            Refer(category, "department", departments, "department");
        foreach (var policy in List(root, "policies"))
            Refer(policy, "category", categories, "category");
        if (Member(root, "inquiries") is { } inquiries)
        {
            foreach (var kind in (string[])["preSale", "order", "praise"])
                Refer(inquiries, kind, departments, "department");
        }
        if (Member(root, "emergency") is { } emergency)
        {
            foreach (var person in List(emergency, "tell"))
                KnownPerson(person, staff);
        }
    }

    private static List<FileNode> List(FileNode node, string key) => Member(node, key)?.Items ?? [];

    private static FileNode? Member(FileNode node, string key) => node.Members.FirstOrDefault(m => m.Key == key).Value;

    private HashSet<string> Ids(string list, string key)
    {
        var lines = new Dictionary<string, int>();
        foreach (var id in List(root, list).Select(item => Member(item, key)).OfType<FileNode>().Where(id => id.Text.Length > 0))
        {
            if (!lines.TryAdd(id.Text, id.Line))
                problems.Add(id, $"\"{id.Text}\" stands twice (first in line {lines[id.Text]})");
        }
        return [.. lines.Keys];
    }

    private void Refer(FileNode node, string key, HashSet<string> known, string kind)
    {
        if (Member(node, key) is { } reference)
            Known(reference, known, kind);
    }

    private void ReferPerson(FileNode node, string key, HashSet<string> staff)
    {
        if (Member(node, key) is { } reference)
            KnownPerson(reference, staff);
    }

    private void KnownPerson(FileNode reference, HashSet<string> staff)
    {
        if (_peopleAreKnown)
            Known(reference, staff, "member of staff");
    }

    private void Known(FileNode reference, HashSet<string> known, string kind)
    {
        if (reference.Text.Length > 0 && !known.Contains(reference.Text))
            problems.Add(reference, $"there is no {kind} \"{reference.Text}\"");
    }

    /// <summary>A department must not stand above itself.</summary>
    private void CheckLines()
    {
        var parents = List(root, "departments")
            .Where(d => Member(d, "id") is not null)
            .DistinctBy(d => Member(d, "id")!.Text)
            .ToDictionary(d => Member(d, "id")!.Text, d => Member(d, "parent"));
        foreach (var (id, parent) in parents)
        {
            var above = parent?.Text;
            for (var steps = 0; above is not null && steps <= parents.Count; steps++)
            {
                if (above == id)
                {
                    problems.Add(parent!, $"\"{id}\" would stand above itself");
                    break;
                }
                above = parents.GetValueOrDefault(above)?.Text;
            }
        }
    }
}
