using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Containers;

/// <summary>What can be said of the container files without a container engine.</summary>
public partial class ComposeTests
{
    [Fact]
    public void Both_processes_are_behind_the_proxy_and_publish_no_port()
    {
        var caddy = Repository.Read("infra", "Caddyfile");
        foreach (var bot in new[] { "bot-1", "bot-2" })
        {
            Assert.Contains($"{bot}:8080", caddy, StringComparison.Ordinal);
            Assert.False(ComposeFile.Service(bot).Children.ContainsKey("ports"));
        }
    }

    [Fact]
    public void The_database_is_PostgreSQL_15_or_newer_and_the_processes_wait_for_it()
    {
        var image = ComposeFile.Service("database")["image"].ToString();
        Assert.True(int.Parse(image["postgres:".Length..], System.Globalization.CultureInfo.InvariantCulture) >= 15);
        Assert.Equal("service_healthy", ComposeFile.Service("bot-1")["depends_on"]["database"]["condition"].ToString());
    }

    [Fact]
    public void No_password_stands_in_the_file()
    {
        var passwords = Password().Matches(Repository.Read("infra", "compose.yaml")).Select(m => m.Groups["value"].Value);
        Assert.NotEmpty(passwords);
        Assert.All(passwords, p => Assert.StartsWith("${", p, StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_runs_as_nobody_in_particular_and_tells_how_it_is()
    {
        var image = Repository.Read("infra", "Dockerfile");
        Assert.Contains("\nUSER 1000:1000\n", image, StringComparison.Ordinal);
        Assert.Contains("\nHEALTHCHECK ", image, StringComparison.Ordinal);
        Assert.Matches(@"COPY infra/healthcheck\.sh", image);
    }

    [Fact]
    public void The_build_server_runs_what_everybody_runs_and_has_no_secret()
    {
        var jobs = (YamlMappingNode)ComposeFile.Load(".github", "workflows", "ci.yml")["jobs"];
        var steps = (YamlSequenceNode)jobs["test"]["steps"];
        Assert.Contains(steps, s => ((YamlMappingNode)s).Children.TryGetValue("run", out var run) && run.ToString() == ".ci/run");
        Assert.DoesNotContain("secrets.", Repository.Read(".github", "workflows", "ci.yml"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[Pp](?:ASSWORD|assword)[:=] ?(?<value>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
