using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.BotService.Servers;
using ComplaintBot.Tests.Fixtures;
using ComplaintBot.Tests.MainLine;
using Xunit.Abstractions;

namespace ComplaintBot.Tests.Trust.BadRequests;

/// <summary>Ten thousand requests that nobody honest sends, at the real host. Each is made from the seed and its number alone.</summary>
public sealed class BadRequestTests(ITestOutputHelper output)
{
    private const int Seed = 20260302;
    private const int Requests = 10_000;
    private const int AtATime = 8;
    private const long MostGrowth = 200L * 1024 * 1024;

    private static readonly string[] Tables =
    [
        "inbox",
        "outbox",
        "conversation_references",
        "dialog_states",
        "complaints",
        "complaint_events",
        "sent_messages",
        "direct_line_conversations",
        "direct_line_log",
        "direct_line_uploads",
    ];

    [Fact]
    public async Task Ten_thousand_bad_requests_are_refused_leave_nothing_behind_and_the_next_customer_is_served()
    {
        output.WriteLine($"seed {Seed}");
        await using var issuer = LocalIssuer.Start();
        await using var database = await TestDatabase.CreateEmptyAsync(TestDatabase.Sqlite);
        await using var bot = await RunningBot.StartAsync(
            database.ConnectionString,
            null,
            [
                ("MicrosoftAppId", LocalIssuer.AppId),
                ("MicrosoftAppPassword", "secret"),
                ("ToBotFromChannelTokenIssuer", LocalIssuer.Issuer),
                ("ToBotFromChannelOpenIdMetadataUrl", issuer.MetadataUrl.AbsoluteUri),
                // The limits themselves are tested elsewhere; here they would hide everything behind 429.
                .. new[] { "PerUser", "PerConversation", "PerAddress", "UploadMegabytesPerUser", "ReadsPerConversation" }.SelectMany(l =>
                    new[] { ($"DirectLine:Limits:{l}:Burst", "10000000"), ($"DirectLine:Limits:{l}:Every", "00:00:00.001") }
                ),
            ]
        );
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 })
        {
            BaseAddress = bot.Address,
            Timeout = TimeSpan.FromMinutes(1),
        };
        var (conversation, token) = await BeginAsync(http);
        await SendAsync(http, issuer, conversation, token, from: -500, to: 0);
        var (rows, memory) = (await RowsAsync(database), Memory(bot));

        var statuses = await SendAsync(http, issuer, conversation, token, from: 0, to: Requests);
        var after = Memory(bot);
        output.WriteLine($"memory {memory / 1024 / 1024} MB before, {after / 1024 / 1024} MB after");
        output.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));

        Assert.Equal(rows, await RowsAsync(database));
        Assert.True(after < memory + MostGrowth, $"{memory} bytes before, {after} after");
        var customer = await WebCustomer.ComeAsync(bot.Address, "en-US");
        await customer.HearsAsync("Tell me in your own words");
        Assert.DoesNotContain("Unhandled exception", bot.Output, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<ConcurrentDictionary<int, int>> SendAsync(
        HttpClient http,
        LocalIssuer issuer,
        string conversation,
        string token,
        int from,
        int to
    )
    {
        var statuses = new ConcurrentDictionary<int, int>();
        await Parallel.ForAsync(
            from,
            to,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (n, cancellationToken) =>
            {
                var chance = new Chance(unchecked((Seed * 31) + n));
                using var request = chance.One(2)
                    ? BadChannelRequest.Make(chance, issuer)
                    : BadDirectLineRequest.Make(chance, conversation, token);
                using var response = await http.SendAsync(request, cancellationToken);
                var status = (int)response.StatusCode;
                statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
                var sent = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
                Assert.True(
                    status is >= 400 and < 500,
                    $"request {n} ({request.Method} {request.RequestUri}) was answered {status}: {sent}"
                );
            }
        );
        return statuses;
    }

    private static async Task<(string Conversation, string Token)> BeginAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations")
        {
            Content = JsonContent.Create(new { user = new { id = "dl_bad" } }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", RunningBot.DirectLineSecret);
        using var response = await http.SendAsync(request);
        var body = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        return (body["conversationId"]!.GetValue<string>(), body["token"]!.GetValue<string>());
    }

    private static async Task<string> RowsAsync(TestDatabase database)
    {
        // The welcome of the one conversation may still be on its way.
        await Eventually.TrueAsync(
            async () =>
                await database.Database.ScalarAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'pending'") == 0
                && await database.Database.ScalarAsync<int>("SELECT COUNT(*) FROM inbox WHERE state = 'pending'") == 0,
            () => "Something is still under way."
        );
        var counts = new List<string>();
        foreach (var table in Tables)
            counts.Add($"{table} {await database.Database.ScalarAsync<int>($"SELECT COUNT(*) FROM {table}")}");
        return string.Join(", ", counts);
    }

    private static long Memory(RunningBot bot)
    {
        bot.Process.Refresh();
        return bot.Process.WorkingSet64;
    }
}
