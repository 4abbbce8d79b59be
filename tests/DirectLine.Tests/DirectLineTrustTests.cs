using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DirectLine.Wire;

namespace DirectLine.Tests;

/// <summary>What a client must not be able to do.</summary>
public sealed class DirectLineTrustTests
{
    private static async Task<string?> CodeOf(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString();

    [Fact]
    [Trait("Assertion", "23")]
    public async Task A_token_opens_its_own_conversation_only()
    {
        await using var server = await DirectLineServer.StartAsync();
        var (a, b) = (await server.BeginAsync("dl_a"), await server.BeginAsync("dl_b"));
        var path = $"/v3/directline/conversations/{b.ConversationId}";
        foreach (
            var response in new[]
            {
                await server.SendAsync(HttpMethod.Get, path, a.Token),
                await server.SendAsync(HttpMethod.Get, path + "/activities", a.Token),
                await server.SendAsync(HttpMethod.Post, path + "/activities", a.Token, new { type = "message", text = "x" }),
                await server.SendAsync(HttpMethod.Post, path + "/upload", a.Token, new ByteArrayContent(SampleFiles.Png)),
                await server.SendAsync(HttpMethod.Get, "/v3/directline/conversations/unknown", a.Token),
            }
        )
        {
            Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (response.StatusCode, await CodeOf(response)));
        }
        Assert.Equal(2, server.Store.Inbox.Count);
    }

    [Fact]
    [Trait("Assertion", "23")]
    public async Task An_expired_token_says_so_everywhere_and_is_not_renewed()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        var refreshed = (
            await (await server.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", grant.Token)).Content.ReadFromJsonAsync<Grant>()
        )!;
        Assert.Equal((grant.ConversationId, 1800), (refreshed.ConversationId, refreshed.Expires_in));

        server.Clock.Advance(TimeSpan.FromMinutes(31));
        var path = $"/v3/directline/conversations/{grant.ConversationId}";
        foreach (
            var response in new[]
            {
                await server.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", grant.Token),
                await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", grant.Token),
                await server.SendAsync(HttpMethod.Get, path, grant.Token),
                await server.SendAsync(HttpMethod.Get, path + "/activities", grant.Token),
                await server.SendAsync(HttpMethod.Post, path + "/activities", grant.Token, new { type = "message", text = "x" }),
            }
        )
        {
            Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (response.StatusCode, await CodeOf(response)));
        }
    }

    [Fact]
    [Trait("Assertion", "23")]
    public async Task The_tokens_user_replaces_whatever_the_client_calls_itself()
    {
        await using var server = await DirectLineServer.StartAsync();
        var token = await server.GenerateAsync("dl_real");
        var grant = (
            await (
                await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token.Token, new { user = new { id = "dl_other" } })
            ).Content.ReadFromJsonAsync<Grant>()
        )!;
        await server.PostAsync(
            grant,
            new
            {
                type = "message",
                text = "x",
                from = new { id = "dl_other" },
            }
        );
        Assert.All(server.Store.Inbox, a => Assert.Equal("dl_real", a.From!.Id));
    }

    [Fact]
    [Trait("Assertion", "23")]
    public async Task A_client_without_a_user_in_its_token_may_name_itself_once_but_not_as_dl()
    {
        await using var server = await DirectLineServer.StartAsync();
        var token = await server.GenerateAsync(null);
        var refused = await server.SendAsync(
            HttpMethod.Post,
            "/v3/directline/conversations",
            token.Token,
            new { user = new { id = "dl_stolen" } }
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        var grant = (
            await (
                await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token.Token, new { user = new { id = "alice" } })
            ).Content.ReadFromJsonAsync<Grant>()
        )!;
        await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token.Token, new { user = new { id = "bob" } });
        await server.PostAsync(
            grant,
            new
            {
                type = "message",
                text = "x",
                from = new { id = "bob" },
            }
        );

        var echo = (await server.ReadAsync(grant)).GetProperty("activities")[0];
        Assert.Equal("alice", echo.GetProperty("from").GetProperty("id").GetString());
    }

    [Fact]
    [Trait("Assertion", "24")]
    public async Task A_self_chosen_name_never_reaches_the_bot_as_the_user_of_a_token()
    {
        await using var server = await DirectLineServer.StartAsync();
        await server.BeginAsync("alice");
        var token = await server.GenerateAsync(null);
        var grant = (
            await (
                await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token.Token, new { user = new { id = "alice" } })
            ).Content.ReadFromJsonAsync<Grant>()
        )!;
        await server.SayAsUserAsync(grant, "show me my complaints");

        Assert.Equal("alice", server.Store.Inbox[0].From!.Id);
        Assert.All(server.Store.Inbox.Skip(1), a => Assert.Equal($"alice@{grant.ConversationId}", a.From!.Id));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("nonsense", HttpStatusCode.Forbidden)]
    public async Task Without_a_good_token_nothing_opens(string? token, HttpStatusCode status)
    {
        await using var server = await DirectLineServer.StartAsync();
        foreach (
            var path in new[]
            {
                "tokens/generate",
                "tokens/refresh",
                "conversations",
                "conversations/c/activities",
                "conversations/c/upload",
            }
        )
            Assert.Equal(status, (await server.SendAsync(HttpMethod.Post, "/v3/directline/" + path, token)).StatusCode);
        foreach (var path in new[] { "conversations/c", "conversations/c/activities" })
            Assert.Equal(status, (await server.SendAsync(HttpMethod.Get, "/v3/directline/" + path, token)).StatusCode);
        Assert.Empty(server.Store.Inbox);
    }

    [Fact]
    public async Task A_token_cannot_make_tokens_and_no_secret_means_nobody_can()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.GenerateAsync();
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await server.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", grant.Token)).StatusCode
        );

        await using var closed = await DirectLineServer.StartAsync(o => o.Secret = "");
        Assert.Equal(HttpStatusCode.Forbidden, (await closed.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", "x")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await closed.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", "")).StatusCode
        );
    }

    [Fact]
    [Trait("Assertion", "23")]
    public async Task A_stream_ticket_opens_once_for_its_conversation_and_not_for_long()
    {
        await using var server = await DirectLineServer.StartAsync();
        var (a, b) = (await server.BeginAsync("dl_a"), await server.BeginAsync("dl_b"));
        using (await StreamClient.OpenAsync(a.StreamUrl!))
        {
            Assert.Equal(403, (await Assert.ThrowsAsync<StreamRefusedException>(() => StreamClient.OpenAsync(a.StreamUrl!))).Status);
        }
        var swapped = b.StreamUrl!.Replace(b.ConversationId, a.ConversationId, StringComparison.Ordinal);
        Assert.Equal(403, (await Assert.ThrowsAsync<StreamRefusedException>(() => StreamClient.OpenAsync(swapped))).Status);

        var late = await server.BeginAsync("dl_c");
        server.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(403, (await Assert.ThrowsAsync<StreamRefusedException>(() => StreamClient.OpenAsync(late.StreamUrl!))).Status);
    }

    [Fact]
    [Trait("Assertion", "23")]
    public async Task A_page_of_a_foreign_origin_is_refused()
    {
        await using var server = await DirectLineServer.StartAsync(o => o.AllowedOrigins = ["https://partner.example"]);
        var grant = await server.BeginAsync();
        var path = $"/v3/directline/conversations/{grant.ConversationId}/activities";
        async Task<HttpResponseMessage> From(string origin, string token) =>
            await server.SendAsync(HttpMethod.Post, path, token, new { type = "message", text = "x" }, origin);

        var refused = await From("https://evil.example", grant.Token);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Forbidden, (await From("null", grant.Token)).StatusCode);
        Assert.Equal(
            403,
            (
                await Assert.ThrowsAsync<StreamRefusedException>(() => StreamClient.OpenAsync(grant.StreamUrl!, "https://evil.example"))
            ).Status
        );

        Assert.Equal(HttpStatusCode.OK, (await From(server.Address, grant.Token)).StatusCode);
        var partner = await From("https://partner.example", grant.Token);
        Assert.Equal(["https://partner.example"], partner.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    [Trait("Assertion", "23")]
    public async Task Origins_in_a_token_stay_with_it_through_start_and_refresh()
    {
        await using var server = await DirectLineServer.StartAsync();
        var token = await server.GenerateAsync("dl_1", "https://shop.example");
        var start = await server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token.Token, null, "https://shop.example");
        Assert.Equal(HttpStatusCode.Created, start.StatusCode);
        var grant = (await start.Content.ReadFromJsonAsync<Grant>())!;
        using (await StreamClient.OpenAsync(grant.StreamUrl!, "https://shop.example"))
        {
            var refresh = await server.SendAsync(
                HttpMethod.Post,
                "/v3/directline/tokens/refresh",
                grant.Token,
                null,
                "https://shop.example"
            );
            Assert.Equal(HttpStatusCode.OK, refresh.StatusCode);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (
                    await server.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", grant.Token, null, "https://other.example")
                ).StatusCode
            );
        }
    }

    [Fact]
    public async Task Browsers_may_ask_before_they_call()
    {
        await using var server = await DirectLineServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
        request.Headers.Add("Origin", "https://shop.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains(
            "Authorization",
            string.Join(",", response.Headers.GetValues("Access-Control-Allow-Headers")),
            StringComparison.Ordinal
        );
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":"accept"}}}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""")]
    [InlineData("""{"type":"messageUpdate","text":"x"}""")]
    [InlineData("""{"type":"messageDelete","id":"x"}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""")]
    [InlineData("""{"type":"event","name":"ContinueConversation","value":1}""")]
    [InlineData("""{"type":"event","name":"tokens/response"}""")]
    [InlineData("""{"type":"event"}""")]
    [InlineData("""{"type":"command","name":"x"}""")]
    [InlineData("""{"type":"handoff"}""")]
    [InlineData("""{"type":"trace"}""")]
    [InlineData("""{"type":"Message","text":"wrong case"}""")]
    [Trait("Assertion", "24")]
    public async Task What_only_a_channel_may_say_is_refused(string body)
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        var response = await server.PostAsync(grant, body);
        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (response.StatusCode, await CodeOf(response)));
        Assert.Single(server.Store.Inbox);
        Assert.Empty((await server.ReadAsync(grant)).GetProperty("activities").EnumerateArray());
    }

    [Fact]
    [Trait("Assertion", "24")]
    public async Task Channel_data_loses_tenant_team_and_the_like_and_keeps_the_rest()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        await server.PostAsync(
            grant,
            """
            {"type":"message","text":"hi","channelData":{"tenant":{"id":"t"},"Tenant":{"id":"t"},"team":{"id":"x"},
             "channel":{"id":"y"},"eventType":"teamMemberAdded","aadObjectId":"boss","role":"bot",
             "clientActivityID":"c1","postBack":true,"webchat:fallback":{"a":[1,null,"\u4f60"]}}}
            """
        );
        var data = ProtocolJson.ToElement(server.Store.Inbox[1].ChannelData)!.Value;
        Assert.Equal(["clientActivityID", "postBack", "webchat:fallback"], data.EnumerateObject().Select(p => p.Name));
        Assert.Equal("你", data.GetProperty("webchat:fallback").GetProperty("a")[2].GetString());
    }

    [Fact]
    [Trait("Assertion", "24")]
    public async Task Mentions_from_a_client_do_not_reach_the_bot()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        await server.PostAsync(
            grant,
            """
            {"type":"message","text":"<at>Boss</at>",
             "entities":[{"type":"mention","mentioned":{"id":"29:boss"},"text":"<at>Boss</at>"},{"type":"Geo"}]}
            """
        );
        Assert.Equal(["Geo"], server.Store.Inbox[1].Entities!.Select(e => e.Type));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":1}""", 400)]
    [InlineData("""{"type":"message"}""", 400)]
    [InlineData("""{"type":"message","text":5}""", 400)]
    [InlineData("""{"type":"message","text":"\ud800"}""", 400)]
    [InlineData("""{"type":"message","text":"a\u0000b"}""", 400)]
    [InlineData("""{"type":"message","text":"x","channelData":{"a":"\udfff"}}""", 400)]
    [InlineData(
        """{"type":"message","text":"x","attachments":[{"contentType":"image/png","contentUrl":"http://evil.example/a.png"}]}""",
        400
    )]
    [InlineData("""{"type":"message","text":"x","attachments":[null]}""", 400)]
    [InlineData("""{"type":"message","text":"x","channelData":"text","attachments":[]}""", 200)]
    public async Task Broken_activities_are_refused_and_leave_nothing_behind(string body, int status)
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        Assert.Equal(status, (int)(await server.PostAsync(grant, body)).StatusCode);
        Assert.Equal(status == 200 ? 2 : 1, server.Store.Inbox.Count);
    }

    [Fact]
    public async Task Too_large_too_deep_and_wrongly_typed_bodies_are_refused()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await server.PostAsync(grant, new { type = "message", text = new string('x', 300_000) })).StatusCode
        );
        var deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await server.PostAsync(grant, $$"""{"type":"message","text":"x","value":{{deep}}}""")).StatusCode
        );
        using var plain = new StringContent("""{"type":"message","text":"x"}""");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await server.PostAsync(grant, plain)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/v3/directline/session/getsessionid")]
    [InlineData("GET", "/v3/directline/conversations/c/stream/multimodal")]
    [InlineData("DELETE", "/v3/directline/conversations/c")]
    public async Task Addresses_that_do_not_exist_answer_in_the_same_form(string method, string path)
    {
        await using var server = await DirectLineServer.StartAsync();
        var response = await server.SendAsync(new HttpMethod(method), path, null);
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), (response.StatusCode, await CodeOf(response)));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_failure_inside_tells_nothing_of_the_inside()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        server.Store.Received = _ => throw new InvalidOperationException("password=hunter2");
        var response = await server.PostAsync(grant, new { type = "message", text = "x" });
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("hunter2", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
