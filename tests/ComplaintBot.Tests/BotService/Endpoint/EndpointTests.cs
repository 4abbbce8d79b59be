using System.Net;
using ComplaintBot.BotService.Endpoint;
using ComplaintBot.Tests.BotService.Servers;
using DirectLine.Wire;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Endpoint;

public sealed class EndpointTests : IAsyncLifetime
{
    private BotServer _bot = null!;

    public async Task InitializeAsync() => _bot = await BotServer.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Theory]
    [Trait("Assertion", "7")]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Any_method_but_POST_is_405_and_says_which_is_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var response = await _bot.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", Assert.Single(response.Content.Headers.Allow));
    }

    [Theory]
    [Trait("Assertion", "7")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[{\"type\":\"message\"}]")]
    [InlineData("{}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":\"message\",\"channelId\":\"msteams\",\"serviceUrl\":\"http://localhost:1\"}")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"serviceUrl\":\"http://localhost:1\"}")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"channelId\":\"msteams\"}")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"channelId\":\"msteams\",\"serviceUrl\":\"https://evil.example\"}")]
    [InlineData(
        "{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"channelId\":\"msteams\",\"serviceUrl\":\"urn:botframework:embedded\"}"
    )]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"},\"channelId\":\"msteams\",\"serviceUrl\":\"file:///etc/passwd\"}")]
    public async Task What_is_no_activity_is_400_with_an_error_body(string body)
    {
        using var response = await _bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"code\":\"BadSyntax\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_bot.Received);
    }

    [Fact]
    [Trait("Assertion", "7")]
    public async Task Nesting_beyond_64_levels_is_400()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 80)) + "1" + new string('}', 80);

        using var response = await _bot.PostAsync("{\"type\":\"message\",\"value\":" + deep + "}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [Trait("Assertion", "7")]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=gb2312")]
    public async Task A_body_that_is_not_declared_as_JSON_is_415(string? contentType)
    {
        using var response = await _bot.PostAsync(ProtocolJson.Serialize(Message("hi")), null, contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    [Trait("Assertion", "7")]
    public async Task A_body_over_the_limit_is_413_whether_its_length_is_told_or_not()
    {
        var body = ProtocolJson.Serialize(Message(new string('长', 100_000)));
        using var told = await _bot.PostAsync(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(body, null, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;
        using var chunked = await _bot.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
        Assert.Empty(_bot.Received);
    }

    [Fact]
    public async Task A_receiver_that_cannot_store_says_when_to_try_again()
    {
        _bot.Instead = ReceiveResult.Busy(TimeSpan.FromSeconds(2.5));
        using var busy = await _bot.PostAsync(Message("hi"));
        _bot.Instead = ReceiveResult.TooManyRequests(TimeSpan.FromMilliseconds(10));
        using var tooMany = await _bot.PostAsync(Message("hi"));

        Assert.Equal((503, 3), ((int)busy.StatusCode, (int)busy.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Equal((429, 1), ((int)tooMany.StatusCode, (int)tooMany.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
    }

    private static Activity Message(string text) =>
        new()
        {
            Type = ActivityTypes.Message,
            Id = "1",
            Text = text,
            ChannelId = Channels.Msteams,
            ServiceUrl = "http://127.0.0.1:9",
            From = new ChannelAccount("user"),
            Recipient = new ChannelAccount("bot"),
            Conversation = new ConversationAccount(id: "c"),
        };
}
