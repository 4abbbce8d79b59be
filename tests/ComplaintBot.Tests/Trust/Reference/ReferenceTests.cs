using System.Text;
using ComplaintBot.Tests.BotService.Servers;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Trust.Reference;

/// <summary>The real host beside a bot on Microsoft's own SDK, with one issuer of tokens for both.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };

    [Fact]
    public async Task Our_bot_answers_as_botbuilder_does_but_for_the_differences_in_the_table()
    {
        await using var issuer = LocalIssuer.Start();
        issuer.AddKey("bare", null);
        issuer.AddKey("others", "slack", "email");
        issuer.AddKey("current", "msteams");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MicrosoftAppId"] = LocalIssuer.AppId,
            ["MicrosoftAppPassword"] = "secret",
            ["MicrosoftAppType"] = "MultiTenant",
            ["ToBotFromChannelTokenIssuer"] = LocalIssuer.Issuer,
            ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataUrl.AbsoluteUri,
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = issuer.MetadataUrl.AbsoluteUri,
            ["ToChannelFromBotLoginUrl"] = issuer.MetadataUrl.GetLeftPart(UriPartial.Authority),
            ["ToChannelFromBotOAuthScope"] = "https://api.botframework.com",
            ["OAuthUrl"] = issuer.MetadataUrl.GetLeftPart(UriPartial.Authority),
            ["ValidateAuthority"] = "true",
            ["CallerId"] = "urn:botframework:azure",
        };
        await using var database = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await using var ours = await RunningBot.StartAsync(database.ConnectionString, null, [.. settings.Select(s => (s.Key, s.Value))]);
        await using var theirs = await ReferenceBot.StartAsync(settings);

        List<string> faults = [];
        var (table, stored) = (new StringBuilder(), 0);
        foreach (var request in ReferenceRequests.All)
        {
            var (our, body) = await AskAsync(request, issuer, ours.Address);
            var (their, _) = await AskAsync(request, issuer, theirs.Address);
            var known = Differences.Of(request.Name);
            table.AppendLine(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{request.Name,-45} botbuilder {their}, ours {our}  {known?.Reason}"
            );
            if (Same(our, their) != (known is null))
                faults.Add(
                    $"{request.Name}: botbuilder {their}, ours {our}: "
                        + (known is null ? "not explained" : "explained, but there is no difference any more")
                );
            else if (known is not null && (known.Theirs, known.Ours) != (their, our))
                faults.Add($"{request.Name}: botbuilder {their}, ours {our}, but the table says {known.Theirs} and {known.Ours}");
            if (our == 401 && body.Length > 0)
                faults.Add($"{request.Name}: a refusal says why: {body}");
            if (our >= 500 && our != 501)
                faults.Add($"{request.Name}: {our}");
            // Only what was taken is stored: accepted activities, and invokes, which were answered by a turn.
            stored += our is 200 or 202 or 501 || request.Name.StartsWith("card action", StringComparison.Ordinal) ? 1 : 0;
        }
        output.WriteLine(table.ToString());

        Assert.True(faults.Count == 0, string.Join('\n', faults) + "\n\n" + table);
        Assert.Empty(Differences.Names.Except(ReferenceRequests.All.Select(r => r.Name)));
        Assert.Equal(stored, await database.Database.ScalarAsync<int>("SELECT COUNT(*) FROM inbox"));
        Assert.Equal(0, await database.Database.ScalarAsync<int>("SELECT COUNT(*) FROM outbox"));
    }

    // The official SDK answers 200 once its turn is over, we answer 202 once the activity is stored: both mean "taken".
    private static bool Same(int our, int their) => our == their || (our is 200 or 202 && their is 200 or 202);

    private static async Task<(int Status, string Body)> AskAsync(ReferenceRequest request, LocalIssuer issuer, Uri bot)
    {
        using var message = request.Make(issuer, bot);
        using var response = await Http.SendAsync(message);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
