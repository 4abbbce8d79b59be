using System.Text.Json.Nodes;
using ComplaintBot.People;
using Complaints.Organisations;

namespace ComplaintBot.Tests.People;

public class OrganisationFileTests
{
    private static readonly string Example = File.ReadAllText(OrganisationFile.ExamplePath);

    private static JsonNode Node() =>
        JsonNode.Parse(Example, documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip })!;

    private static string[] ProblemsAfter(Action<JsonNode> change)
    {
        var node = Node();
        change(node);
        return [.. OrganisationFile.Parse(node.ToJsonString(), "org.json").Problems.Select(p => $"{p.Place}: {p.What}")];
    }

    [Fact]
    public void The_example_is_a_good_organisation()
    {
        var result = OrganisationFile.Load(OrganisationFile.ExamplePath);
        Assert.Empty(result.Problems);
        var organisation = result.Organisation!;
        Assert.Equal("Example Telecom", organisation.Name.In(Languages.En));
        Assert.Equal("Asia/Shanghai", organisation.TimeZone.Id);
        Assert.Equal("张敏", organisation.ManagerOf("network")!.Name);
        Assert.Equal(
            ["signal", "broadband", "billing", "tariff", "promotion", "staff-attitude", "safety", "other"],
            organisation.Categories.Select(c => c.Id)
        );
        Assert.Equal(0.25, organisation.LevelFactors["key"]);
        Assert.Equal(4, organisation.Policies.Count);
        Assert.Equal(new Duration(0, 0, TimeSpan.FromMinutes(10)), organisation.Policies[0].Accept);
        Assert.Equal([new(new(9, 0), new(12, 0)), new(new(13, 30), new(18, 0))], organisation.Calendar.Hours);
        Assert.Contains(Role.Executive, organisation.FindStaff("aad-ceo")!.Roles);
        Assert.True(organisation.IsWithin("maintenance", "network"));
    }

    [Fact]
    public void Problems_name_the_file_the_line_the_place_and_what_is_wrong()
    {
        const string Json = """
            {
              "name": "A",
              "timeZone": "Asia/Atlantis"
            }
            """;
        var first = OrganisationFile.Parse(Json, "org.json").Problems.First(p => p.Place == "timeZone");
        Assert.Equal("org.json:3: timeZone: unknown time zone \"Asia/Atlantis\"; write it like Asia/Shanghai", first.ToString());
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var problems = ProblemsAfter(n =>
        {
            n["timeZone"] = "Nowhere";
            n["policies"]![0]!["accept"] = "10 minutes";
            n["staff"]![1]!["department"] = "moon";
            n["departments"]![0]!["manager"] = "nobody";
            n["categories"]![2]!["severity"] = "terrible";
            n["emergency"]!["tell"]!.AsArray().Add("ghost");
        });
        Assert.Equal(6, problems.Length);
        Assert.Contains("policies[0].accept: \"10 minutes\" is no length of time; write it like PT30M, PT2H, P3D or P6M", problems);
        Assert.Contains("staff[1].department: there is no department \"moon\"", problems);
        Assert.Contains("departments[0].manager: there is no member of staff \"nobody\"", problems);
        Assert.Contains("emergency.tell[2]: there is no member of staff \"ghost\"", problems);
    }

    [Fact]
    public void An_id_may_stand_only_once() =>
        Assert.Contains(
            ProblemsAfter(n => n["categories"]![3]!["id"] = "billing"),
            p => p.StartsWith("categories[3].id: \"billing\" stands twice", StringComparison.Ordinal)
        );

    [Fact]
    public void A_misspelt_key_is_named_with_the_one_that_was_meant() =>
        Assert.Equal(
            ["survey.remindafter: unknown key; is \"remindAfter\" meant?"],
            ProblemsAfter(n => n["survey"]!["remindafter"] = "P1D")
        );

    [Fact]
    public void A_department_cannot_stand_above_itself() =>
        Assert.Contains(
            ProblemsAfter(n => n["departments"]![1]!["parent"] = "maintenance"),
            p => p.Contains("would stand above itself", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("19:00", "18:00", "must be later")]
    [InlineData("11:00", "18:00", "without overlap")]
    [InlineData("25:00", "18:00", "is no time of day")]
    public void Working_hours_must_make_sense(string from, string to, string what) =>
        Assert.Contains(
            ProblemsAfter(n => (n["calendar"]!["hours"]![1]!["from"], n["calendar"]!["hours"]![1]!["to"]) = (from, to)),
            p => p.Contains(what, StringComparison.Ordinal)
        );

    [Fact]
    public void A_day_cannot_be_holiday_and_working_day() =>
        Assert.Equal(
            ["calendar.makeUpWorkingDays[1]: this day is listed as a holiday too"],
            ProblemsAfter(n => n["calendar"]!["makeUpWorkingDays"]!.AsArray().Add("2026-10-01"))
        );

    [Fact]
    public void Missing_parts_are_named() =>
        Assert.Contains(": \"categories\" is missing", ProblemsAfter(n => n.AsObject().Remove("categories")));

    [Fact]
    public void Broken_JSON_is_told_with_its_line()
    {
        var problem = Assert.Single(OrganisationFile.Parse("{\n  \"name\": \"A\",\n  oops\n}", "org.json").Problems);
        Assert.Equal(3, problem.Line);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_and_no_crash() =>
        Assert.Contains(
            "cannot be read",
            Assert.Single(OrganisationFile.Load("/no/such/file.json").Problems).What,
            StringComparison.Ordinal
        );

    [Fact]
    public void Lengths_may_be_as_short_as_two_seconds()
    {
        var node = Node();
        node["policies"]![2]!["resolve"] = "PT2S";
        Assert.Equal(
            TimeSpan.FromSeconds(2),
            OrganisationFile.Parse(node.ToJsonString(), "o").Organisation!.Policies[2].Resolve!.Value.Time
        );
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData(
        """
            {"staff":5,"departments":[1],"categories":[null],"policies":[[]],"calendar":"x","name":{},"ladder":3,"emergency":[]}
            """
    )]
    public void A_file_of_another_shape_is_refused(string json)
    {
        var result = OrganisationFile.Parse(json, "o");
        Assert.Null(result.Organisation);
        Assert.NotEmpty(result.Problems);
    }
}
