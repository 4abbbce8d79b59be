using System.Text.RegularExpressions;

namespace Infra.Tests.Bicep;

/// <summary>An alert waits for what the bot really says, and somebody who gets it can read what to do.</summary>
public partial class AlertTests
{
    private static Deployment Deployed => Deployment.With("production");

    [Fact]
    public void Each_sentence_that_an_alert_waits_for_stands_in_the_code_of_the_bot()
    {
        var code = string.Concat(
            Directory
                .EnumerateFiles(Repository.PathOf("bot"), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );
        var sentences = Deployed
            .All("Microsoft.Insights/scheduledQueryRules")
            .SelectMany(a => Sentence().Matches((string)a["properties"]!["criteria"]!["allOf"]![0]!["query"]!))
            .Select(m => m.Groups["said"].Value)
            .ToList();

        Assert.NotEmpty(sentences);
        Assert.All(sentences, s => Assert.Contains(s, code, StringComparison.Ordinal));
        // In the log, written as JSON, this would be six other characters.
        Assert.All(sentences, s => Assert.DoesNotContain('\'', s));
    }

    [Fact]
    public void Each_alert_has_its_row_in_the_document_with_its_severity_and_no_row_is_without_alert()
    {
        var rows = Row()
            .Matches(Repository.Read("docs", "operations.md"))
            .Select(m => (m.Groups["alert"].Value, m.Groups["severity"].Value));
        var alerts = DeploymentTests
            .Alerts(Deployed)
            .Select(a => (((string)a["name"]!)["complaints-".Length..], a["properties"]!["severity"]!.ToString()));

        Assert.Equal(alerts.Order(), rows.Order());
    }

    [GeneratedRegex("contains \"(?<said>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\| `(?<alert>[a-z-]+)` \| (?<severity>[0-4]) \|", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Row();
}
