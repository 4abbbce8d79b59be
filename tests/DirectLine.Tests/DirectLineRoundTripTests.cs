using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace DirectLine.Tests;

/// <summary>From a token to the bot's answer, as any client walks it.</summary>
public sealed class DirectLineRoundTripTests
{
    [Theory]
    [InlineData("""{"User":{"Id":"dl_42","Name":"客户"}}""")]
    [InlineData("""{"user":{"id":"dl_42","name":"客户"}}""")]
    [Trait("Assertion", "21")]
    public async Task A_client_gets_its_echo_and_then_the_answer_to_it(string generateBody)
    {
        await using var server = (await DirectLineServer.StartAsync()).WithEcho();
        var generated = await server.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", DirectLineServer.Secret, generateBody);
        Assert.Equal(HttpStatusCode.OK, generated.StatusCode);
        var token = (await generated.Content.ReadFromJsonAsync<Grant>())!;
        Assert.Equal((1800, (string?)null), (token.Expires_in, token.StreamUrl));

        var started = await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token.Token, new { user = new { } });
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var grant = (await started.Content.ReadFromJsonAsync<Grant>())!;
        Assert.Equal(token.ConversationId, grant.ConversationId);
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);

        var posted = await server.PostAsync(
            grant,
            new
            {
                type = "message",
                text = "你好",
                channelId = "webchat",
                from = new
                {
                    id = "r_a7wztliub0",
                    name = "",
                    role = "user",
                },
                channelData = new { attachmentSizes = Array.Empty<int>(), clientActivityID = "50kk4gpkij5" },
            }
        );
        var id = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();

        var (activities, watermark) = await stream.ReadAsync(2);
        var (echo, answer) = (activities[0], activities[1]);
        Assert.Equal(id, echo.GetProperty("id").GetString());
        Assert.Equal("""{"attachmentSizes":[],"clientActivityID":"50kk4gpkij5"}""", echo.GetProperty("channelData").GetRawText());
        Assert.Equal("dl_42", echo.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal(id, answer.GetProperty("replyToId").GetString());
        Assert.Equal(
            ("echo: 你好", "bot"),
            (answer.GetProperty("text").GetString(), answer.GetProperty("from").GetProperty("role").GetString())
        );
        Assert.Equal("2", watermark);
    }

    [Fact]
    [Trait("Assertion", "21")]
    public async Task Watermarks_only_grow_and_continue_exactly_after_what_was_seen()
    {
        await using var server = (await DirectLineServer.StartAsync()).WithEcho();
        var grant = await server.BeginAsync();
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
        var last = 0;
        for (var i = 0; i < 10; i++)
        {
            await server.SayAsUserAsync(grant, "nr " + i);
            var (activities, watermark) = await stream.ReadAsync(2);
            Assert.Equal(2, activities.Count);
            Assert.Equal(last + 2, last = int.Parse(watermark!, System.Globalization.CultureInfo.InvariantCulture));
        }

        var set = await server.ReadAsync(grant, "17");
        Assert.Equal(["echo: nr 8", "nr 9", "echo: nr 9"], Texts(set));
        Assert.Equal("20", set.GetProperty("watermark").GetString());
    }

    [Theory]
    [InlineData("", 2, "2")]
    [InlineData("-", 2, "2")]
    [InlineData("x", 2, "2")]
    [InlineData("1", 1, "2")]
    [InlineData("2", 0, "2")]
    [InlineData("99", 0, "99")]
    public async Task Any_watermark_is_answered(string watermark, int count, string next)
    {
        await using var server = (await DirectLineServer.StartAsync()).WithEcho();
        var grant = await server.BeginAsync();
        await server.SayAsUserAsync(grant, "a");
        var set = await server.ReadAsync(grant, watermark);
        Assert.Equal((count, next), (set.GetProperty("activities").GetArrayLength(), set.GetProperty("watermark").GetString()));
    }

    [Fact]
    public async Task The_bot_hears_once_that_bot_and_user_joined_and_in_which_language()
    {
        await using var server = await DirectLineServer.StartAsync();
        var token = await server.GenerateAsync("dl_7");
        for (var i = 0; i < 3; i++)
        {
            var response = await server.SendAsync(
                HttpMethod.Post,
                "/v3/directline/conversations",
                token.Token,
                new { user = new { id = "dl_7" }, locale = "zh-TW" }
            );
            Assert.Equal(i == 0 ? HttpStatusCode.Created : HttpStatusCode.OK, response.StatusCode);
        }

        var join = Assert.Single(server.Store.Inbox);
        Assert.Equal(
            (ActivityTypes.ConversationUpdate, "directline", "urn:botframework:embedded", "zh-TW"),
            (join.Type, join.ChannelId, join.ServiceUrl, join.Locale)
        );
        Assert.Equal(["bot", "dl_7"], join.MembersAdded!.Select(m => m.Id));
        Assert.Equal(("dl_7", "bot", token.ConversationId), (join.From!.Id, join.Recipient!.Id, join.Conversation!.Id));
    }

    [Fact]
    public async Task Starts_at_the_same_moment_still_let_the_bot_hear_once()
    {
        await using var server = await DirectLineServer.StartAsync();
        var token = await server.GenerateAsync();
        var responses = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token.Token))
        );
        Assert.Single(responses, r => r.StatusCode == HttpStatusCode.Created);
        Assert.Single(server.Store.Inbox);
    }

    [Fact]
    public async Task What_the_bot_gets_says_where_it_came_from_whatever_the_client_wrote()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync("dl_7");
        await server.PostAsync(
            grant,
            """
            {"type":"message","text":"hi","id":"mine","timestamp":"1999-01-01T00:00:00Z","channelId":"msteams",
             "serviceUrl":"http://evil.example","callerId":"urn:botframework:azure",
             "from":{"id":"29:manager","aadObjectId":"boss","role":"bot","userRole":"admin"},
             "conversation":{"id":"other","tenantId":"t","conversationType":"personal"},"recipient":{"id":"x"},
             "deliveryMode":"expectReplies","unknown":1,"locale":"zh-CN",
             "localTimestamp":"2026-03-02T17:00:00+08:00","localTimezone":"Asia/Shanghai",
             "entities":[{"type":"ClientCapabilities","supportsTts":true}]}
            """
        );

        var got = server.Store.Inbox[1];
        Assert.Equal(
            ("directline", "urn:botframework:embedded", (string?)null, (string?)null),
            (got.ChannelId, got.ServiceUrl, got.CallerId, got.DeliveryMode)
        );
        Assert.Equal(("dl_7", (string?)null, "user"), (got.From!.Id, got.From.AadObjectId, got.From.Role));
        Assert.Empty(got.From.Properties);
        Assert.Empty(got.Properties);
        Assert.Equal(
            (grant.ConversationId, (string?)null, (string?)null),
            (got.Conversation!.Id, got.Conversation.TenantId, got.Conversation.ConversationType)
        );
        Assert.Equal((grant.ConversationId + "|0000001", server.Clock.GetUtcNow()), (got.Id, got.Timestamp!.Value));
        Assert.Equal(("zh-CN", "Asia/Shanghai", "ClientCapabilities"), (got.Locale, got.LocalTimezone, got.Entities![0].Type));
    }

    [Fact]
    public async Task A_repeated_post_with_the_same_client_id_has_one_effect_and_the_same_answer()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        var body = new
        {
            type = "message",
            text = "hi",
            channelData = new { clientActivityID = "abc" },
        };
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(async _ => await (await server.PostAsync(grant, body)).Content.ReadAsStringAsync())
        );
        Assert.Single(answers.Distinct());
        Assert.Equal(2, server.Store.Inbox.Count);
    }

    [Fact]
    public async Task Typing_is_shown_to_watchers_and_kept_nowhere()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
        await server.SayAsUserAsync(grant, "first");
        await stream.ReadAsync(1);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(grant, new { type = "typing" })).StatusCode);

        var set = (await stream.NextAsync())!.Value;
        Assert.Equal("typing", set.GetProperty("activities")[0].GetProperty("type").GetString());
        Assert.False(set.TryGetProperty("watermark", out _));
        Assert.Equal(["first"], Texts(await server.ReadAsync(grant)));
        Assert.Equal(2, server.Store.Inbox.Count);
    }

    [Fact]
    public async Task After_the_end_nothing_more_can_be_said_or_streamed()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        Assert.Equal(
            HttpStatusCode.OK,
            (await server.PostAsync(grant, new { type = "endOfConversation", code = "userCancelled" })).StatusCode
        );
        Assert.Equal("userCancelled", server.Store.Inbox[1].Code);

        Assert.Equal(HttpStatusCode.NotFound, (await server.PostAsync(grant, new { type = "message", text = "more" })).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await server.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{grant.ConversationId}", grant.Token)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", grant.Token)).StatusCode
        );
        Assert.Single((await server.ReadAsync(grant)).GetProperty("activities").EnumerateArray());
    }

    [Fact]
    public async Task A_second_process_on_the_same_store_delivers_what_the_first_one_took()
    {
        await using var first = await DirectLineServer.StartAsync(o => o.PollInterval = TimeSpan.FromMilliseconds(20));
        await using var second = await DirectLineServer.StartAsync(
            o => o.PollInterval = TimeSpan.FromMilliseconds(20),
            first.Store,
            first.Clock
        );
        var grant = await first.BeginAsync();
        using var stream = await StreamClient.OpenAsync(
            grant.StreamUrl!.Replace(first.Address["http".Length..], second.Address["http".Length..], StringComparison.Ordinal)
        );

        await first.SayAsUserAsync(grant, "to the first");
        await stream.ReadAsync(1);
        await first.SayAsync(grant.ConversationId, new Activity { Type = ActivityTypes.Message, Text = "from the first" });

        Assert.Equal("from the first", (await stream.ReadAsync(1)).Activities[0].GetProperty("text").GetString());
    }

    private static IEnumerable<string?> Texts(JsonElement set) =>
        set.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString());
}
