using System.Net.WebSockets;
using DirectLine.Access;
using Microsoft.Bot.Schema;

namespace DirectLine.Tests;

public sealed class DirectLineStreamTests
{
    [Fact]
    public async Task A_stream_first_brings_what_was_said_before_it_was_opened()
    {
        await using var server = (await DirectLineServer.StartAsync()).WithEcho();
        var grant = await server.BeginAsync();
        for (var i = 0; i < 30; i++)
            await server.SayAsUserAsync(grant, "nr " + i);
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
        var (activities, watermark) = await stream.ReadAsync(60);
        Assert.Equal(60, activities.Select(a => a.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal("60", watermark);
    }

    [Fact]
    public async Task A_log_longer_than_a_frame_comes_whole_and_in_order()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        for (var i = 0; i < 350; i++)
            await server.SayAsync(grant.ConversationId, new Activity { Type = ActivityTypes.Message, Text = "nr " + i });
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
        var (activities, _) = await stream.ReadAsync(350);
        Assert.Equal(Enumerable.Range(0, 350).Select(i => "nr " + i), activities.Select(a => a.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Two_pages_of_one_conversation_see_the_same()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        var second = await Resume(server, grant, "");
        using var one = await StreamClient.OpenAsync(grant.StreamUrl!);
        using var two = await StreamClient.OpenAsync(second.StreamUrl!);
        await server.SayAsUserAsync(grant, "hi");
        Assert.Equal((await one.ReadAsync(1)).Activities[0].GetRawText(), (await two.ReadAsync(1)).Activities[0].GetRawText());
    }

    [Fact]
    public async Task Resuming_by_watermark_loses_and_repeats_nothing()
    {
        await using var server = (await DirectLineServer.StartAsync(o => o.Limits = Generous)).WithEcho();
        var grant = await server.BeginAsync();
        var (seen, watermark) = (new List<string>(), "");
        for (var round = 0; round < 20; round++)
        {
            grant = await Resume(server, grant, watermark);
            using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
            await server.SayAsUserAsync(grant, "nr " + round);
            var (activities, next) = await stream.ReadAsync(1); // leaves before the rest came
            seen.AddRange(activities.Select(a => a.GetProperty("id").GetString()!));
            watermark = next!;
        }
        var rest = (await server.ReadAsync(grant, watermark))
            .GetProperty("activities")
            .EnumerateArray()
            .Select(a => a.GetProperty("id").GetString()!);
        Assert.Equal(Enumerable.Range(1, 40).Select(n => $"{grant.ConversationId}|{n:D7}"), seen.Concat(rest));
    }

    [Fact]
    public async Task An_activity_that_the_bot_replaces_comes_again_under_its_id()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
        await server.SayAsync(grant.ConversationId, new Activity { Type = ActivityTypes.Message, Text = "first" });
        var first = (await stream.ReadAsync(1)).Activities[0];
        var conversation = (await server.Store.FindConversationAsync(grant.ConversationId, default))!;
        var id = first.GetProperty("id").GetString()!;
        await server.Store.AppendBotActivityAsync(
            new(
                grant.ConversationId,
                server.Clock.GetUtcNow(),
                at =>
                    DirectLineActivities.ForClient(
                        new Activity { Type = ActivityTypes.Message, Text = "second" },
                        conversation,
                        id,
                        at,
                        server.Options
                    )
            ),
            default
        );
        await server.SayAsync(grant.ConversationId, new Activity { Type = ActivityTypes.Message, Text = "third" });

        var (activities, watermark) = await stream.ReadAsync(2);
        Assert.Equal(
            [(id, "second"), (grant.ConversationId + "|0000003", "third")],
            activities.Select(a => (a.GetProperty("id").GetString()!, a.GetProperty("text").GetString()!))
        );
        Assert.Equal("3", watermark);
    }

    [Fact]
    public async Task Empty_frames_keep_a_stream_alive_and_a_long_one_ends_it()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
        for (var i = 0; i < 100; i++)
            await stream.SendAsync("");
        await stream.SendAsync(new string('x', 1000));
        await server.SayAsUserAsync(grant, "still here");
        Assert.Single((await stream.ReadAsync(1)).Activities);

        await stream.SendAsync(new string('x', 1025));
        Assert.Null(await stream.NextAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, stream.CloseStatus);
    }

    [Fact]
    public async Task A_stream_ends_with_the_token_that_opened_it()
    {
        await using var server = await DirectLineServer.StartAsync(o => o.TokenLifetime = TimeSpan.FromMilliseconds(300));
        var token = await server.Tokens.IssueAsync("c1", "dl_1", default);
        var grant = new Grant("c1", token.Token, null, 0);
        var started = await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", grant.Token);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, started.StatusCode); // under a second nothing is left of it

        await using var longer = await DirectLineServer.StartAsync(o => o.TokenLifetime = TimeSpan.FromSeconds(2));
        var real = await longer.BeginAsync();
        using var stream = await StreamClient.OpenAsync(real.StreamUrl!);
        Assert.Null(await stream.NextAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, stream.CloseStatus);
    }

    [Fact]
    public async Task The_newest_streams_of_a_conversation_stay_and_the_oldest_goes()
    {
        await using var server = await DirectLineServer.StartAsync(o => o.MaxStreamsPerConversation = 2);
        var grant = await server.BeginAsync();
        using var first = await StreamClient.OpenAsync(grant.StreamUrl!);
        using var second = await StreamClient.OpenAsync((await Resume(server, grant, "")).StreamUrl!);
        using var third = await StreamClient.OpenAsync((await Resume(server, grant, "")).StreamUrl!);
        Assert.Null(await first.NextAsync());
        await server.SayAsUserAsync(grant, "hi");
        Assert.Single((await second.ReadAsync(1)).Activities);
        Assert.Single((await third.ReadAsync(1)).Activities);
    }

    [Fact]
    public async Task Stopping_the_server_closes_streams_in_order()
    {
        var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
        var end = stream.NextAsync();
        await server.DisposeAsync();
        Assert.Null(await end);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, stream.CloseStatus);
    }

    [Fact]
    public async Task A_client_that_stops_reading_is_cut_off_and_holds_up_nobody()
    {
        await using var server = await DirectLineServer.StartAsync(o =>
        {
            o.SlowReaderLimit = TimeSpan.FromMilliseconds(200);
            o.Limits = Generous;
        });
        var (slow, quick) = (await server.BeginAsync("dl_slow"), await server.BeginAsync("dl_quick"));
        using var stuck = await StreamClient.OpenAsync(slow.StreamUrl!);
        using var lively = await StreamClient.OpenAsync(quick.StreamUrl!);
        for (var i = 0; i < 200; i++)
            await server.SayAsync(slow.ConversationId, new Activity { Type = ActivityTypes.Message, Text = new string('x', 200_000) });
        await server.SayAsUserAsync(quick, "hi");
        Assert.Single((await lively.ReadAsync(1)).Activities);

        var cut = await Record.ExceptionAsync(async () =>
        {
            while (await stuck.NextAsync() is not null)
                await Task.Delay(300);
        });
        Assert.IsType<WebSocketException>(cut);
    }

    private static DirectLineLimits Generous =>
        new()
        {
            PerUser = new(10_000, TimeSpan.FromMilliseconds(1)),
            PerConversation = new(10_000, TimeSpan.FromMilliseconds(1)),
            PerAddress = new(10_000, TimeSpan.FromMilliseconds(1)),
            ReadsPerConversation = new(10_000, TimeSpan.FromMilliseconds(1)),
        };

    private static async Task<Grant> Resume(DirectLineServer server, Grant grant, string watermark)
    {
        var response = await server.SendAsync(
            HttpMethod.Get,
            $"/v3/directline/conversations/{grant.ConversationId}?watermark={watermark}",
            grant.Token
        );
        response.EnsureSuccessStatusCode();
        return (await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<Grant>(response.Content))!;
    }
}
