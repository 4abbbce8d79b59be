using System.Text.Json;
using Browser.Tests.Running;
using Microsoft.Playwright;

namespace Browser.Tests.DirectLineJs;

/// <summary>DirectLineJS 0.15.8 as published, in a real browser, against Direct Line on a real database.</summary>
[Collection(BrowserTests.Name)]
public sealed class DirectLineJsTests(Chromium chromium)
{
    private const int Online = 2;
    private const int ExpiredToken = 3;
    private static readonly PageWaitForFunctionOptions Patient = new() { Timeout = 120_000 };

    private static readonly (string, string)[] Busy =
    [
        ("DirectLine:Limits:PerAddress:Burst", "100000"),
        ("DirectLine:Limits:PerUser:Burst", "100000"),
        ("DirectLine:Limits:PerConversation:Burst", "100000"),
        ("DirectLine:Limits:ReadsPerConversation:Burst", "100000"),
    ];

    [Fact]
    [Trait("Assertion", "22")]
    public async Task A_hundred_torn_sockets_lose_nothing_and_double_nothing()
    {
        const int clients = 20,
            rounds = 5,
            messages = 6;
        await using var site = await DirectLineSite.StartAsync(Busy);
        var page = await OpenAsync(site);
        for (var i = 0; i < clients; i++)
            await ConnectAsync(page, site, await site.TokenAsync($"dl_{i}"));
        var (random, torn) = (new Random(20260302), 0);
        for (var round = 0; round < rounds; round++)
        {
            await UntilAsync(() => site.Line.OpenStreams == clients);
            var talking = page.EvaluateAsync("([round, count]) => sayAll(round, count)", new[] { round, messages });
            await Task.Delay(random.Next(50, 250));
            torn += site.Line.CutStreams(random);
            await talking;
        }
        Assert.Equal(clients * rounds, torn);

        const int expected = rounds * messages * 2;
        await page.WaitForFunctionAsync("n => clients.every(client => client.activities.length >= n)", expected, Patient);
        for (var i = 0; i < clients; i++)
        {
            var seen = await page.EvaluateAsync<string[]>("index => ids(index)", i);
            // Sorted, because DirectLineJS itself lets activities of close frames overtake each other on a busy page.
            Assert.Equal(await site.LogAsync(seen[0].Split('|')[0]), seen.Order(StringComparer.Ordinal));
            Assert.Equal(expected, seen.Length);
        }
    }

    [Fact]
    [Trait("Assertion", "22")]
    public async Task A_client_that_polls_sees_what_one_with_a_socket_sees()
    {
        await using var site = await DirectLineSite.StartAsync(Busy);
        var page = await OpenAsync(site);
        var token = await site.TokenAsync("dl_1");
        var socket = await ConnectAsync(page, site, token);
        var polling = await ConnectAsync(page, site, token, new { webSocket = false, pollingInterval = 200 });
        for (var n = 0; n < 5; n++)
        {
            await page.EvaluateAsync("n => say(0, 'from the socket ' + n)", n);
            await page.EvaluateAsync("n => say(1, 'from polling ' + n)", n);
        }
        await page.WaitForFunctionAsync("() => clients.every(client => client.activities.length >= 20)", null, Patient);
        Assert.Equal(
            await page.EvaluateAsync<string>("index => JSON.stringify(clients[index].activities)", socket),
            await page.EvaluateAsync<string>("index => JSON.stringify(clients[index].activities)", polling)
        );
        Assert.Equal(1, site.Line.OpenStreams);
    }

    [Fact]
    [Trait("Assertion", "21")]
    public async Task The_echo_carries_the_clients_own_id_and_the_id_of_the_post_and_the_answer_refers_to_it()
    {
        await using var site = await DirectLineSite.StartAsync();
        var page = await OpenAsync(site);
        await ConnectAsync(page, site, await site.TokenAsync("dl_1"));
        var id = await page.EvaluateAsync<string>("() => say(0, '你好')");
        await page.WaitForFunctionAsync("() => clients[0].activities.length === 2");
        var activities = JsonElement.Parse(await page.EvaluateAsync<string>("() => JSON.stringify(clients[0].activities)"));
        Assert.Equal(
            (id, "dl_1"),
            (activities[0].GetProperty("id").GetString(), activities[0].GetProperty("from").GetProperty("id").GetString())
        );
        Assert.Equal("""{"clientActivityID":"0:你好"}""", activities[0].GetProperty("channelData").GetRawText());
        Assert.Equal(
            ("echo: 你好", id),
            (activities[1].GetProperty("text").GetString(), activities[1].GetProperty("replyToId").GetString())
        );
    }

    [Fact]
    [Trait("Assertion", "23")]
    public async Task After_its_token_expired_a_client_hears_so_and_the_next_one_goes_on_where_it_was()
    {
        await using var site = await DirectLineSite.StartAsync(Busy);
        var page = await OpenAsync(site);
        var old = await ConnectAsync(page, site, await site.TokenAsync("dl_1", "c1"));
        await page.EvaluateAsync("() => say(0, 'before')");
        await page.WaitForFunctionAsync("() => clients[0].activities.length === 2");

        site.Clock.Skip(TimeSpan.FromMinutes(31));
        Assert.Equal("retry", await page.EvaluateAsync<string>("() => say(0, 'too late')"));
        Assert.Equal(ExpiredToken, await page.EvaluateAsync<int>("index => status(index)", old));
        await page.EvaluateAsync("index => clients[index].line.end()", old);

        var next = await ConnectAsync(page, site, await site.TokenAsync("dl_1", "c1"), new { conversationId = "c1", watermark = "2" });
        await page.EvaluateAsync("index => say(index, 'after')", next);
        await page.WaitForFunctionAsync("index => clients[index].activities.length >= 2", next, Patient);
        Assert.Equal(["after", "echo: after"], await page.EvaluateAsync<string[]>("index => texts(index)", next));
        Assert.Equal(["before", "echo: before"], await page.EvaluateAsync<string[]>("index => texts(index)", old));
    }

    [Fact]
    [Trait("Assertion", "25")]
    public async Task Two_pictures_of_the_same_Chinese_name_arrive_as_two_and_come_back_as_they_were()
    {
        await using var site = await DirectLineSite.StartAsync();
        var page = await OpenAsync(site);
        await ConnectAsync(page, site, await site.TokenAsync("dl_1"));
        byte[] one = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1],
            two = [.. one[..8], 2];
        await page.EvaluateAsync(
            "([one, two]) => upload(0, '图.png', 'image/png', one, two)",
            new[] { one.Select(b => (int)b), two.Select(b => (int)b) }
        );
        await page.WaitForFunctionAsync("() => clients[0].activities.length >= 1");

        var attachments = (await page.EvaluateAsync<JsonElement>("() => clients[0].activities[0].attachments")).EnumerateArray().ToList();
        Assert.Equal(["图.png", "图 (1).png"], attachments.Select(a => a.GetProperty("name").GetString()));
        foreach (var (attachment, content) in attachments.Zip([one, two]))
        {
            var fetched = await page.EvaluateAsync<JsonElement>("url => download(url)", attachment.GetProperty("contentUrl").GetString());
            Assert.Equal(content.Select(b => (int)b), fetched.GetProperty("bytes").EnumerateArray().Select(b => b.GetInt32()));
        }
    }

    [Fact]
    [Trait("Assertion", "25")]
    public async Task A_page_in_disguise_is_refused_and_the_client_is_told()
    {
        await using var site = await DirectLineSite.StartAsync();
        var page = await OpenAsync(site);
        await ConnectAsync(page, site, await site.TokenAsync("dl_1"));
        var svg = "<svg onload='alert(1)'/>"u8.ToArray().Select(b => (int)b).ToArray();
        var status = await page.EvaluateAsync<int>(
            "svg => upload(0, 'a.png', 'image/png', svg, svg).then(() => 0, error => error.status)",
            svg
        );
        Assert.Equal(415, status);
        await page.EvaluateAsync("() => say(0, 'still here')");
        await page.WaitForFunctionAsync("() => clients[0].activities.length === 2");
    }

    [Fact]
    [Trait("Assertion", "23")]
    public async Task A_page_of_a_foreign_origin_cannot_connect()
    {
        await using var site = await DirectLineSite.StartAsync();
        var (page, token) = (await OpenAsync(site), await site.TokenAsync("dl_1", "c1", "https://elsewhere.example"));
        var failed = new TaskCompletionSource<string?>();
        page.RequestFailed += (_, request) => failed.TrySetResult(request.Method);
        await page.EvaluateAsync("options => connect(options)", Options(site, token));
        Assert.Equal("POST", await failed.Task.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.NotEqual(Online, await page.EvaluateAsync<int>("() => status(0)"));
        Assert.Null(await site.Store.FindConversationAsync("c1", default));
    }

    [Fact]
    public async Task A_conversation_that_the_visitor_ended_is_over_for_the_client()
    {
        await using var site = await DirectLineSite.StartAsync();
        var page = await OpenAsync(site);
        await ConnectAsync(page, site, await site.TokenAsync("dl_1"));
        await page.EvaluateAsync("() => post(0, { type: 'endOfConversation', from: { id: 'x' } })");
        await UntilAsync(() => site.Line.OpenStreams == 1);
        site.Line.CutStreams(new Random(1));
        await page.WaitForFunctionAsync("() => clients[0].error === 'conversation ended'", null, Patient);
    }

    private async Task<IPage> OpenAsync(DirectLineSite site)
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync(site.PageAddress);
        return page;
    }

    private static async Task<int> ConnectAsync(IPage page, DirectLineSite site, string token, object? more = null)
    {
        var index = await page.EvaluateAsync<int>(
            "([options, more]) => connect({ ...options, ...more })",
            new[] { Options(site, token), more ?? new { } }
        );
        await page.WaitForFunctionAsync("([index, online]) => status(index) === online", new[] { index, Online }, Patient);
        return index;
    }

    private static object Options(DirectLineSite site, string token) => new { token, domain = site.Line.Address + "/v3/directline" };

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!condition())
            await Task.Delay(20, patience.Token);
    }
}
