using ComplaintBot.People.Reading;
using Complaints.Organisations;

namespace ComplaintBot.People;

/// <summary>The organisation as its file tells it, or everything that is wrong with the file. Exactly one of the two is given.</summary>
public sealed record OrganisationFileResult(Organisation? Organisation, IReadOnlyList<FileProblem> Problems);

/// <summary>Reads the organisation file (<c>organisation.example.json</c> shows its form).</summary>
public static class OrganisationFile
{
    /// <summary>Where the example stands beside the program.</summary>
    public static string ExamplePath => Path.Combine(AppContext.BaseDirectory, "organisation.example.json");

    /// <summary>Reads a file; one that cannot be opened is a problem of line 0.</summary>
    public static OrganisationFileResult Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, [new(path, 0, "", $"cannot be read: {error.Message}")]);
        }
    }

    /// <summary>Reads the text of a file; <paramref name="path"/> is only named in problems.</summary>
    public static OrganisationFileResult Parse(string json, string path)
    {
        var problems = new ProblemList(path);
        var organisation = FileNode.Read(json, problems) is { } root ? Read(new(root, problems), problems) : null;
        return problems.Any ? new(null, problems.All) : new(organisation, []);
    }

    private static Organisation Read(ObjectReader file, ProblemList problems)
    {
        var departments = PeopleSection.Departments(file, problems);
        var staff = PeopleSection.Staff(file, problems);
        var categories = PeopleSection.Categories(file, problems);
        var (policies, factors) = PolicySection.Policies(file, problems);
        var organisation = new Organisation
        {
            Name = file.Localized("name"),
            TimeZone = CalendarSection.Zone(file),
            TenantId = file.OptionalText("tenantId"),
            Calendar = CalendarSection.Calendar(file, problems),
            Departments = departments,
            Staff = staff,
            Categories = categories,
            Inquiries = PeopleSection.Inquiries(file, problems),
            Policies = policies,
            LevelFactors = factors,
            Ladder = PolicySection.Ladder(file, problems),
            EmergencyContacts = PolicySection.Emergency(file, problems),
            Confirmation = PolicySection.Confirmation(file, problems),
            Survey = PolicySection.Survey(file, problems),
            Quality = PolicySection.Quality(file, problems),
            Directory = DirectorySection.Directory(file, problems),
        };
        file.End();
        new References(file.Node, problems).Check();
        return organisation;
    }
}
