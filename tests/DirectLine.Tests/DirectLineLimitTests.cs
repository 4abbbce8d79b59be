using System.Net;
using DirectLine.Access;

namespace DirectLine.Tests;

public sealed class DirectLineLimitTests
{
    private static readonly RateLimit Plenty = new(1000, TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Who_says_too_much_is_told_when_to_try_again_and_then_may()
    {
        await using var server = await DirectLineServer.StartAsync(o =>
            o.Limits = new()
            {
                PerUser = new(5, TimeSpan.FromSeconds(10)),
                PerConversation = Plenty,
                PerAddress = Plenty,
            }
        );
        var grant = await server.BeginAsync(); // counts as one
        for (var i = 0; i < 4; i++)
            await server.SayAsUserAsync(grant, "x");
        var refused = await server.PostAsync(grant, new { type = "message", text = "x" });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(5, server.Store.Inbox.Count);

        // DirectLineJS takes the seconds for milliseconds and comes back at once; that changes nothing.
        for (var i = 0; i < 50; i++)
            Assert.Equal(HttpStatusCode.TooManyRequests, (await server.PostAsync(grant, new { type = "message", text = "x" })).StatusCode);

        server.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(grant, new { type = "message", text = "x" })).StatusCode);
    }

    [Fact]
    public async Task A_user_is_counted_over_conversations_and_over_processes()
    {
        void Few(DirectLineOptions o) =>
            o.Limits = new()
            {
                PerUser = new(4, TimeSpan.FromSeconds(10)),
                PerConversation = Plenty,
                PerAddress = Plenty,
            };
        await using var first = await DirectLineServer.StartAsync(Few);
        await using var second = await DirectLineServer.StartAsync(Few, first.Store, first.Clock);
        var (one, two) = (await first.BeginAsync("dl_1"), await second.BeginAsync("dl_1"));
        await first.SayAsUserAsync(one, "x");
        await second.SayAsUserAsync(two, "x");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await first.PostAsync(one, new { type = "message", text = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await second.PostAsync(two, new { type = "message", text = "x" })).StatusCode);

        var other = await first.BeginAsync("dl_2");
        await first.SayAsUserAsync(other, "x");
    }

    [Fact]
    public async Task A_conversation_and_an_address_have_their_own_limits()
    {
        await using var talk = await DirectLineServer.StartAsync(o =>
            o.Limits = new()
            {
                PerUser = Plenty,
                PerConversation = new(2, TimeSpan.FromSeconds(10)),
                PerAddress = Plenty,
            }
        );
        var grant = await talk.BeginAsync();
        await talk.SayAsUserAsync(grant, "x");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await talk.PostAsync(grant, new { type = "message", text = "x" })).StatusCode);
        Assert.Equal("another", (await talk.BeginAsync("another")) is { } ? "another" : null);

        await using var house = await DirectLineServer.StartAsync(o =>
            o.Limits = new()
            {
                PerUser = Plenty,
                PerConversation = Plenty,
                PerAddress = new(2, TimeSpan.FromSeconds(10)),
            }
        );
        await house.GenerateAsync("dl_1");
        await house.GenerateAsync("dl_2");
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await house.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", DirectLineServer.Secret)).StatusCode
        );
    }

    [Fact]
    public async Task A_client_that_names_itself_like_another_user_does_not_use_up_their_limit()
    {
        await using var server = await DirectLineServer.StartAsync(o =>
            o.Limits = new()
            {
                PerUser = new(2, TimeSpan.FromSeconds(10)),
                PerConversation = Plenty,
                PerAddress = Plenty,
            }
        );
        var token = await server.GenerateAsync(null);
        var response = await server.SendAsync(
            HttpMethod.Post,
            "/v3/directline/conversations",
            token.Token,
            new { user = new { id = "alice" } }
        );
        var liar = (await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<Grant>(response.Content))!;
        for (var i = 0; i < 5; i++)
            await server.SayAsUserAsync(liar, "x");
        await server.SayAsUserAsync(await server.BeginAsync("alice"), "x");
    }

    [Fact]
    public async Task Reading_has_a_limit_too()
    {
        await using var server = await DirectLineServer.StartAsync(o =>
            o.Limits = new() { ReadsPerConversation = new(3, TimeSpan.FromHours(1)) }
        );
        var grant = await server.BeginAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            statuses.Add(
                (
                    await server.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{grant.ConversationId}/activities", grant.Token)
                ).StatusCode
            );
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }
}
