using ComplaintBot.People.Directory;
using ComplaintBot.People.Graph;
using ComplaintBot.Tests.Fixtures;
using Complaints.Organisations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.People.Graph;

/// <summary>A company whose people stand partly in the organisation file and partly in Microsoft Graph.</summary>
internal static class Company
{
    public const string Handlers = "02bd9fd6-8f93-4758-87c3-1fb73740a315";
    public const string Managers = "06f62f70-9827-4e6e-93ef-8e0f2d9b7b23";
    public const string Li = "11111111-0000-4000-8000-000000000001";
    public const string Zhang = "11111111-0000-4000-8000-000000000002";
    public const string Wang = "11111111-0000-4000-8000-000000000003";
    public const string InFile = "11111111-0000-4000-8000-000000000009";

    /// <summary>Its file: one person written down, two groups, one department by the directory's own name.</summary>
    public static Organisation File { get; } =
        TelecomExample.Organisation with
        {
            Staff = [.. TelecomExample.Organisation.Staff, new(InFile, "Written", "market") { Languages = [Languages.En] }],
            Directory = new()
            {
                Groups =
                [
                    new(Handlers, new HashSet<Role> { Role.Handler }, null),
                    new(Managers, new HashSet<Role> { Role.Manager }, "network"),
                ],
                Departments = new Dictionary<string, string> { ["Network Operations"] = "network", ["客服中心"] = "service" },
            },
        };

    /// <summary>A clock that stands at the morning of the example.</summary>
    public static FakeTimeProvider Clock() => new(TelecomExample.Now);

    /// <summary>The real client against the stand-in.</summary>
    public static IDirectory Directory(GraphServer server, TimeProvider time) => new GraphDirectory(Client(server), time);

    public static GraphSettings Settings(GraphServer server) => new() { Enabled = true, Endpoint = server.Endpoint };

    /// <summary>Fills the stand-in.</summary>
    public static void Fill(GraphServer server)
    {
        server.Groups[Handlers] = [Li, Zhang, Wang];
        server.Groups[Managers] = [Zhang];
        server.Person(Li, "李伟", "network operations", manager: Zhang, language: "zh-CN");
        server.Person(Zhang, "張敏", "Network Operations", language: "zh-TW");
        server.Person(Wang, "Wang Fang", "客服中心", language: "en-US");
        server.Person(InFile, "Someone Else", "Network Operations", language: "zh-CN");
    }

    public static Microsoft.Graph.GraphServiceClient Client(GraphServer server) =>
        GraphConnection.Open(Settings(server), new ConfigurationBuilder().Build());
}
