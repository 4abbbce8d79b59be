using ComplaintBot.People;
using ComplaintBot.People.Directory;
using ComplaintBot.Tests.Fixtures;
using Complaints.Assignment;
using Complaints.Organisations;

namespace ComplaintBot.Tests.People.Graph;

/// <summary>The organisation file and the directory become one organisation, in which the file wins.</summary>
public sealed class DirectoryMergeTests
{
    private static readonly DateTimeOffset Now = TelecomExample.Now;

    [Fact]
    public void Members_of_groups_become_staff_with_the_roles_and_department_that_the_file_gives_their_groups()
    {
        var merged = Merge(
            Person(Company.Li, "李伟", "Network Operations", Company.Handlers),
            Person(Company.Zhang, "張敏", null, Company.Handlers, Company.Managers) with
            {
                Language = "zh-TW",
                TimeZone = "Tokyo Standard Time",
            }
        );

        var li = merged.FindStaff(Company.Li)!;
        Assert.Equal("network", li.Department);
        Assert.Equal([Role.Handler], li.Roles);
        var zhang = merged.FindStaff(Company.Zhang)!;
        Assert.Equal("network", zhang.Department);
        Assert.Equal([Role.Handler, Role.Manager], zhang.Roles.Order());
        Assert.Equal([Languages.ZhTw], zhang.Languages);
        Assert.Equal(TimeSpan.FromHours(9), zhang.TimeZone!.BaseUtcOffset);
    }

    [Fact]
    public void What_the_file_says_wins_and_what_it_does_not_say_is_the_directorys()
    {
        var merged = Merge(
            Person(Company.InFile, "Someone Else", "Network Operations", Company.Handlers) with
            {
                Language = "zh-CN",
                TimeZone = "Tokyo Standard Time",
            }
        );

        var written = merged.FindStaff(Company.InFile)!;
        Assert.Equal(("Written", "market", Languages.En), (written.Name, written.Department, Assert.Single(written.Languages)));
        Assert.Equal([Role.Handler], written.Roles);
        Assert.NotNull(written.TimeZone);
    }

    [Fact]
    public void Whoever_is_in_no_group_or_in_no_known_department_or_blocked_does_not_become_staff()
    {
        var merged = Merge(
            Person(Company.Li, "李伟", "Network Operations"),
            Person(Company.Zhang, "張敏", "Canteen", Company.Handlers),
            Person(Company.Wang, "Wang", "客服中心", Company.Handlers) with
            {
                Enabled = false,
            }
        );

        Assert.Equal(Company.File.Staff.Select(s => s.Id), merged.Staff.Select(s => s.Id));
    }

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(-2, 0, false)]
    public void Automatic_replies_make_a_person_away_while_they_are_on(int fromHours, int toHours, bool away)
    {
        var merged = Merge(
            Person(Company.InFile, "Written", null) with
            {
                RepliesFrom = Now.AddHours(fromHours),
                RepliesTo = Now.AddHours(toHours),
            }
        );

        Assert.Equal(away, IsAbsent(merged, Company.InFile));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(45, false)]
    public void Out_of_office_in_Teams_counts_only_while_it_is_news(int minutesOld, bool away)
    {
        var snapshot = new DirectorySnapshot { OutOfOffice = [Company.InFile], PresenceAt = Now.AddMinutes(-minutesOld) };

        Assert.Equal(away, IsAbsent(DirectoryMerge.Apply(Company.File, snapshot, Now), Company.InFile));
    }

    [Fact]
    public void A_department_without_a_manager_gets_the_one_with_the_role_else_whom_most_report_to()
    {
        var file = Company.File with { Departments = [.. Company.File.Departments.Select(d => d with { Manager = "" })] };
        var merged = DirectoryMerge.Apply(
            file,
            new()
            {
                People =
                [
                    Person(Company.Li, "李伟", "客服中心", Company.Handlers) with
                    {
                        Manager = Company.Wang,
                    },
                    Person(Company.Wang, "Wang", "客服中心", Company.Handlers),
                    Person(Company.Zhang, "張敏", null, Company.Managers),
                ],
            },
            Now
        );

        Assert.Equal("aad-alex", merged.FindDepartment("service")!.Manager);
        Assert.Equal("aad-zhang-min", merged.FindDepartment("network")!.Manager);
        var without = DirectoryMerge.Apply(
            file with
            {
                Staff = [.. file.Staff.Where(s => s.Id != "aad-alex")],
            },
            new()
            {
                People =
                [
                    Person(Company.Li, "李伟", "客服中心", Company.Handlers) with
                    {
                        Manager = Company.Wang,
                    },
                    Person(Company.Wang, "Wang", "客服中心", Company.Handlers),
                ],
            },
            Now
        );
        Assert.Equal(Company.Wang, without.FindDepartment("service")!.Manager);
        Assert.All(without.Departments, d => Assert.NotNull(without.FindStaff(d.Manager)));
    }

    [Fact]
    public void A_file_with_groups_may_leave_managers_out_and_a_wrong_group_or_department_is_told_with_its_line()
    {
        var text = File.ReadAllText(OrganisationFile.ExamplePath);
        var groups = $$"""
            "directory": {
              "groups": [{ "id": "{{Company.Handlers}}", "roles": ["handler"], "department": "network" }],
              "departments": { "Network Operations": "network" }
            },
            "departments": [
            """;
        var good = OrganisationFile.Parse(
            text.Replace("\"departments\": [", groups, StringComparison.Ordinal)
                .Replace(", \"manager\": \"aad-zhang-min\"", "", StringComparison.Ordinal),
            "x"
        );
        Assert.Empty(good.Problems);
        Assert.Equal("network", good.Organisation!.Directory.Groups.Single().Department);

        var bad = OrganisationFile.Parse(
            text.Replace(
                "\"departments\": [",
                groups
                    .Replace(Company.Handlers, "network people", StringComparison.Ordinal)
                    .Replace("\"Network Operations\": \"network\"", "\"Network Operations\": \"netz\"", StringComparison.Ordinal),
                StringComparison.Ordinal
            ),
            "x"
        );
        Assert.Equal(["directory.groups[0].id", "directory.departments.Network Operations"], bad.Problems.Select(p => p.Place));
    }

    private static Organisation Merge(params DirectoryPerson[] people) =>
        DirectoryMerge.Apply(Company.File, new() { People = people }, Now);

    private static DirectoryPerson Person(string id, string name, string? department, params string[] groups) =>
        new(id, name) { Department = department, Groups = groups };

    private static bool IsAbsent(Organisation organisation, string id) =>
        new Attendance(organisation, new(2026, 11, 21)) { Away = organisation.Away }.IsAbsent(organisation.FindStaff(id)!);
}
