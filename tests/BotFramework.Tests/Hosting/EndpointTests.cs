using System.Net;
using BotFramework.Builder;
using BotFramework.Hosting;
using BotFramework.Schema;
using BotFramework.Tests.Servers;

namespace BotFramework.Tests.Hosting;

public sealed class EndpointTests : IAsyncLifetime
{
    private readonly StubConnector _connector = StubConnector.Start();
    private readonly Bot _turns = new();
    private BotServer _bot = null!;

    public async Task InitializeAsync() => _bot = await BotServer.StartAsync(_turns);

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _connector.DisposeAsync();
    }

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
    public async Task A_message_is_202_without_a_body_and_answered_at_the_service_url()
    {
        using var response = await _bot.PostAsync(Message("hi"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        var sent = Assert.Single(_connector.Requests);
        Assert.Contains("you said hi", sent.Body, StringComparison.Ordinal);
        Assert.Null(sent.Authorization);
    }

    [Theory]
    [Trait("Assertion", "8")]
    [InlineData("\"type\":\"somethingNew\"")]
    [InlineData("\"type\":\"event\",\"name\":\"nobody/knows\"")]
    [InlineData("\"type\":\"trace\"")]
    [InlineData("\"type\":\"event\",\"future\":{\"a\":[1]},\"entities\":[{\"type\":\"new\",\"x\":{}}]")]
    public async Task What_the_bot_does_not_know_is_accepted(string fields)
    {
        using var response = await _bot.PostAsync(
            "{"
                + fields
                + ",\"id\":\"1\",\"channelId\":\"msteams\",\"conversation\":{\"id\":\"c\"},\"serviceUrl\":\""
                + _connector.Url
                + "\"}"
        );

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [Trait("Assertion", "9")]
    [InlineData("nobody/knows")]
    [InlineData("task/fetch")]
    [InlineData(null)]
    public async Task An_invoke_that_nothing_takes_is_501_without_a_body(string? name)
    {
        using var response = await _bot.PostAsync(Invoke(name, new { }));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    [Trait("Assertion", "9")]
    public async Task An_invoke_is_answered_with_its_status_and_its_body_as_JSON()
    {
        using var response = await _bot.PostAsync(Invoke("config/fetch", new { }));

        Assert.Equal(207, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"结果":1}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [Trait("Assertion", "10")]
    [InlineData("null", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("{\"action\":{\"type\":\"Action.Submit\",\"verb\":\"ack\"}}", "NotSupported")]
    public async Task A_card_action_that_is_none_is_400_with_the_error_of_the_official_SDK(string value, string code)
    {
        var activity = Invoke(InvokeNames.AdaptiveCardAction, new { });
        var body = ProtocolJson.Serialize(activity).Replace("\"value\":{}", "\"value\":" + value, StringComparison.Ordinal);

        using var response = await _bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var answer = ProtocolJson.Deserialize<AdaptiveCardInvokeResponse>(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("application/vnd.microsoft.error", answer.Type);
        Assert.Equal(code, answer.Value!.Value.GetProperty("code").GetString());
    }

    [Fact]
    [Trait("Assertion", "10")]
    public async Task A_card_action_is_200_with_the_inner_status_type_and_value()
    {
        using var response = await _bot.PostAsync(
            Invoke(InvokeNames.AdaptiveCardAction, new { action = new { type = "Action.Execute", verb = "ack" } })
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"ack done"}""",
            await response.Content.ReadAsStringAsync()
        );
    }

    [Fact]
    public async Task Expected_replies_come_in_the_response()
    {
        var activity = Message("hi");
        activity.DeliveryMode = DeliveryModes.ExpectReplies;

        using var response = await _bot.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var replies = ProtocolJson.Deserialize<ExpectedReplies>(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("you said hi", Assert.Single(replies.Activities).Text);
        Assert.Empty(_connector.Requests);
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

    [Fact]
    public async Task A_turn_that_throws_is_500() =>
        Assert.Equal(HttpStatusCode.InternalServerError, (await _bot.PostAsync(Message("throw"))).StatusCode);

    [Fact]
    [Trait("Assertion", "15")]
    public async Task A_client_that_hangs_up_does_not_stop_the_turn()
    {
        using var hangUp = new CancellationTokenSource();
        var post = _bot.PostAsync(Message("slow"), null, hangUp.Token);
        await _turns.Started.Task;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        while (!_bot.HungUp.IsCancellationRequested)
            await Task.Delay(1);
        _turns.GoOn.SetResult();

        await _turns.Ended.Task;

        Assert.Contains("slow is done", Assert.Single(_connector.Requests).Body, StringComparison.Ordinal);
    }

    private Activity Message(string text) =>
        new()
        {
            Type = ActivityTypes.Message,
            Id = "1",
            Text = text,
            ChannelId = Channels.Msteams,
            ServiceUrl = _connector.Url,
            From = new ChannelAccount("user"),
            Recipient = new ChannelAccount("bot"),
            Conversation = new ConversationAccount("c"),
        };

    private Activity Invoke(string? name, object value)
    {
        var activity = Message("");
        activity.Type = ActivityTypes.Invoke;
        activity.Name = name;
        activity.SetValue(value);
        return activity;
    }

    private sealed class Bot : TeamsActivityHandler
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            switch (turnContext.Activity.Text)
            {
                case "throw":
                    throw new InvalidOperationException("broken");
                case "slow":
                    Started.SetResult();
                    await GoOn.Task;
                    try
                    {
                        await turnContext.SendActivityAsync("slow is done", cancellationToken: cancellationToken);
                    }
                    finally
                    {
                        Ended.SetResult();
                    }

                    break;
                default:
                    await turnContext.SendActivityAsync("you said " + turnContext.Activity.Text, cancellationToken: cancellationToken);
                    break;
            }
        }

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext turnContext,
            AdaptiveCardInvokeValue invokeValue,
            CancellationToken cancellationToken
        ) => Task.FromResult(AdaptiveCardInvokeResponse.Message(invokeValue.Action!.Verb + " done"));

        protected override Task<object?> OnTeamsConfigFetchAsync(
            ITurnContext turnContext,
            System.Text.Json.JsonElement? configData,
            CancellationToken cancellationToken
        ) => throw new InvokeResponseException((HttpStatusCode)207, new Dictionary<string, int>(StringComparer.Ordinal) { ["结果"] = 1 });
    }
}
