using System.Text.Json.Nodes;

namespace Infra.Tests.Bicep;

public class DeploymentTests
{
    private static Deployment Small => Deployment.With("test");

    private static Deployment Large => Deployment.With("production");

    [Fact]
    public void Both_deployments_are_foretold_to_the_last_resource()
    {
        Assert.Empty(Small.Diagnostics);
        Assert.Empty(Large.Diagnostics);
    }

    [Fact]
    public void There_are_always_two_processes_asked_whether_they_live_and_whether_they_are_ready()
    {
        foreach (var deployment in new[] { Small, Large })
        {
            var template = deployment.The("Microsoft.App/containerApps")["properties"]!["template"]!;
            Assert.True((int)template["scale"]!["minReplicas"]! >= 2);
            var probes = template["containers"]![0]!["probes"]!.AsArray();
            Assert.Equal(
                ["Startup /healthz", "Liveness /healthz", "Readiness /readyz"],
                probes.Select(p => $"{p!["type"]} {p["httpGet"]!["path"]}")
            );
        }
    }

    [Fact]
    public void The_small_one_has_no_password_of_a_bot_and_no_model()
    {
        Assert.Equal("UserAssignedMSI", Small.Settings["MicrosoftAppType"]);
        Assert.DoesNotContain("MicrosoftAppPassword", Small.Settings.Keys);
        Assert.Empty(Small.All("Microsoft.CognitiveServices/accounts"));
        Assert.DoesNotContain("AzureOpenAI__Endpoint", Small.Settings.Keys);
    }

    [Fact]
    public void Secrets_reach_the_processes_only_by_the_vault()
    {
        var settings = Large.Settings;
        Assert.Null(settings["ConnectionStrings__ComplaintBot"]);
        Assert.Null(settings["MicrosoftAppPassword"]);
        var secrets = Large.The("Microsoft.App/containerApps")["properties"]!["configuration"]!["secrets"]!.AsArray();
        Assert.All(secrets, s => Assert.True(s!.AsObject().ContainsKey("keyVaultUrl") && !s.AsObject().ContainsKey("value")));
        Assert.Equal(2, secrets.Count);
    }

    [Fact]
    public void The_model_is_asked_with_the_identity_and_nobody_has_its_key()
    {
        var account = Large.The("Microsoft.CognitiveServices/accounts");
        Assert.True((bool)account["properties"]!["disableLocalAuth"]!);
        Assert.DoesNotContain("AzureOpenAI__ApiKey", Large.Settings.Keys);
        Assert.Contains(
            Large.All("Microsoft.Authorization/roleAssignments"),
            a => ((string)a["properties"]!["roleDefinitionId"]!).EndsWith("5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_bot_has_Teams_and_Direct_Line_and_its_messages_come_to_the_host_of_the_page()
    {
        Assert.Equal(
            ["MsTeamsChannel", "DirectLineChannel"],
            Small.All("Microsoft.BotService/botServices/channels").Select(c => (string?)c["properties"]!["channelName"])
        );
        var endpoint = (string)Small.The("Microsoft.BotService/botServices")["properties"]!["endpoint"]!;
        Assert.Contains("https://{0}/api/messages", endpoint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_database_is_PostgreSQL_15_or_newer_and_not_reachable_from_outside()
    {
        foreach (var deployment in new[] { Small, Large })
        {
            var server = deployment.The("Microsoft.DBforPostgreSQL/flexibleServers")["properties"]!;
            Assert.True(int.Parse((string)server["version"]!, System.Globalization.CultureInfo.InvariantCulture) >= 15);
            Assert.Equal("Disabled", (string?)server["network"]!["publicNetworkAccess"]);
        }
    }

    [Fact]
    public void Every_alert_tells_somebody()
    {
        var alerts = Alerts(Large);
        Assert.NotEmpty(alerts);
        Assert.All(alerts, a => Assert.NotEmpty(ActionsOf(a)));
        Assert.NotEmpty(Large.The("Microsoft.Insights/actionGroups")["properties"]!["emailReceivers"]!.AsArray());
    }

    /// <summary>All alerts of a deployment.</summary>
    internal static IReadOnlyList<JsonObject> Alerts(Deployment deployment) =>
        [.. deployment.All("Microsoft.Insights/metricAlerts"), .. deployment.All("Microsoft.Insights/scheduledQueryRules")];

    private static JsonArray ActionsOf(JsonObject alert)
    {
        var actions = alert["properties"]!["actions"]!;
        return actions as JsonArray ?? actions["actionGroups"]!.AsArray();
    }
}
