using ComplaintBot.Operation.FirstHour;
using ComplaintBot.People;
using ComplaintBot.Tests.People.Graph;

namespace ComplaintBot.Tests.Operation;

/// <summary>The command <c>init</c>: its file starts.</summary>
public sealed class InitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaintbot-init-").FullName;

    private string Target => Path.Combine(_folder, "organisation.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Answers_given_as_options_become_a_file_that_starts_and_explains_itself()
    {
        var (code, said) = await RunAsync(
            [],
            Given(departments: "客服部, Network", categories: "账单=客服部, Signal=Network, Billing=客服部")
        );

        Assert.Equal((0, true), (code, said.Contains("is written", StringComparison.Ordinal)));
        var organisation = OrganisationFile.Load(Target).Organisation!;
        Assert.Equal(["department-1", "network"], organisation.Departments.Select(d => d.Id));
        Assert.Equal(["category-1", "signal", "billing", "other"], organisation.Categories.Select(c => c.Id));
        Assert.Equal("network", organisation.FindCategory("signal")!.Department);
        Assert.Equal("aad-alex", organisation.ManagerOf("network")!.Id);
        Assert.Equal(5, organisation.Calendar.WorkingDays.Count);
        Assert.Equal(2, organisation.Calendar.Hours.Count);
        Assert.Contains("// Told at once when somebody is in danger.", await File.ReadAllTextAsync(Target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_questions_are_asked_where_somebody_can_answer()
    {
        var typed =
            string.Join('\n', "Example Ltd", "Europe/Berlin", "-", "Alex \"the\" Wilber", "aad-alex", "Service", "Billing", "", "", "7")
            + "\n";

        var (code, said) = await RunAsync([], new() { File = Target }, typed);

        Assert.Equal(0, code);
        for (var number = 1; number <= 10; number++)
            Assert.Contains($"{number}. ", said, StringComparison.Ordinal);
        var organisation = OrganisationFile.Load(Target).Organisation!;
        Assert.Equal("Europe/Berlin", organisation.TimeZone.Id);
        Assert.Equal("Alex \"the\" Wilber", organisation.Staff.Single().Name);
        Assert.Null(organisation.TenantId);
    }

    [Fact]
    public async Task What_Microsoft_Graph_knows_need_not_be_typed()
    {
        await using var graph = await GraphServer.StartAsync();
        graph.Person("alex@example.com", "Alex Wilber", "客户服务部");
        graph.Users["alex@example.com"]["companyName"] = "示例公司";
        graph.Users["alex@example.com"]["id"] = Company.Li;

        var (code, _) = await RunAsync(
            ["--Graph:Endpoint=" + graph.Endpoint, "--MicrosoftAppTenantId=tenant-1"],
            new()
            {
                File = Target,
                Graph = "alex@example.com",
                Categories = "账单",
            }
        );

        Assert.Equal(0, code);
        var organisation = OrganisationFile.Load(Target).Organisation!;
        Assert.Equal(
            ("示例公司", "tenant-1", "Asia/Shanghai"),
            (organisation.Name.In("zh-CN"), organisation.TenantId, organisation.TimeZone.Id)
        );
        Assert.Equal((Company.Li, "Alex Wilber"), (organisation.Staff.Single().Id, organisation.Staff.Single().Name));
        Assert.Equal("客户服务部", organisation.Departments.Single().Name.In("zh-CN"));
    }

    [Fact]
    public async Task Staff_departments_and_managers_come_from_the_groups_that_are_named()
    {
        await using var graph = await GraphServer.StartAsync();
        Company.Fill(graph);
        graph.Person("alex@example.com", "Alex Wilber", "客户服务部");
        graph.Users["alex@example.com"]["companyName"] = "示例公司";
        graph.Person("m-1", "张敏", "网络部", language: "en-US");
        graph.Person("m-2", "李伟", "网络部", manager: "m-1", language: "zh-CN");
        graph.Person("m-3", "孙磊", "网络部", manager: "m-1");
        graph.Person("m-4", "离职的人", "网络部", enabled: false);
        graph.Groups["g-1"] = ["m-1", "m-2", "m-3", "m-4"];

        var (code, said) = await RunAsync(
            ["--Graph:Endpoint=" + graph.Endpoint],
            new()
            {
                File = Target,
                Graph = "alex@example.com",
                Groups = ["g-1=handler,frontline"],
                Categories = "宽带=网络部",
            }
        );

        Assert.True(code == 0, said);
        var organisation = OrganisationFile.Load(Target).Organisation!;
        Assert.Equal(["客户服务部", "网络部"], organisation.Departments.Select(d => d.Name.In("zh-CN")));
        var network = organisation.Departments[1];
        Assert.Equal("m-1", network.Manager);
        Assert.Equal(["m-1", "m-2", "m-3"], organisation.Staff.Where(s => s.Department == network.Id).Select(s => s.Id));
        Assert.Contains(Complaints.Organisations.Role.Manager, organisation.FindStaff("m-1")!.Roles);
        Assert.DoesNotContain(Complaints.Organisations.Role.Manager, organisation.FindStaff("m-2")!.Roles);
        Assert.Equal(["en"], organisation.FindStaff("m-1")!.Languages);
    }

    [Fact]
    public async Task A_group_without_roles_is_a_sentence()
    {
        await using var graph = await GraphServer.StartAsync();
        graph.Person("alex@example.com", "Alex Wilber", "客户服务部");

        var (code, said) = await RunAsync(
            ["--Graph:Endpoint=" + graph.Endpoint],
            new()
            {
                File = Target,
                Graph = "alex@example.com",
                Groups = ["g-1=boss"],
            }
        );

        Assert.Equal(2, code);
        Assert.Contains("g-1=boss", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task A_refusal_of_Microsoft_Graph_is_a_sentence()
    {
        await using var graph = await GraphServer.StartAsync();
        graph.Fault = _ => (403, "Authorization_RequestDenied", null);

        var (code, said) = await RunAsync(["--Graph:Endpoint=" + graph.Endpoint], new() { File = Target, Graph = "alex@example.com" });

        Assert.Equal(2, code);
        Assert.Contains("User.Read.All", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Fact]
    public async Task Nothing_is_replaced_and_nothing_wrong_is_written()
    {
        Assert.Equal(1, (await RunAsync([], Given(timeZone: "Mars"))).Code);
        Assert.Equal(1, (await RunAsync([], Given(categories: "Billing=Nowhere"))).Code);
        Assert.False(File.Exists(Target));
        var (open, asked) = await RunAsync([], new() { File = Target });
        Assert.Equal(2, open);
        Assert.Contains("--admin-id", asked, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Target, "mine");
        var (code, said) = await RunAsync([], Given());
        Assert.Equal((2, "mine"), (code, await File.ReadAllTextAsync(Target)));
        Assert.Contains("--force", said, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync([], Given(force: true))).Code);
    }

    private InitCommand.Arguments Given(
        string departments = "Service",
        string categories = "Billing",
        string timeZone = "Asia/Shanghai",
        bool force = false
    ) =>
        new()
        {
            File = Target,
            Force = force,
            Name = "示例 \"公司\"",
            TimeZone = timeZone,
            AdminName = "Alex",
            AdminId = "aad-alex",
            Departments = departments,
            Categories = categories,
        };

    private static async Task<(int Code, string Said)> RunAsync(string[] settings, InitCommand.Arguments arguments, string? typed = null)
    {
        await using var output = new StringWriter();
        var console = typed is null ? Typed.Nobody(output) : new Typed(output, typed);
        var code = await InitCommand.RunAsync(settings, arguments, console, CancellationToken.None);
        return (code, output.ToString());
    }
}
