using System.Globalization;
using System.Net;
using System.Text.Json;
using ComplaintBot.Messaging;
using ComplaintBot.Tests.BotService.Servers;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace ComplaintBot.Tests.Messaging;

/// <summary>From a request through inbox, the SDK's handler and outbox to the channel.</summary>
public sealed class InboxAdapterTests : IAsyncLifetime
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

    [Fact]
    public async Task A_message_is_202_without_a_body_and_answered_at_the_service_url()
    {
        using var response = await _bot.PostAsync(Message("hi"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        var sent = await SentAsync();
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
        var activity = Invoke(CardAnswers.InvokeName, new { });
        var body = ProtocolJson.Serialize(activity).Replace("\"value\":{}", "\"value\":" + value, StringComparison.Ordinal);

        using var response = await _bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(400, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", answer.GetProperty("type").GetString());
        Assert.Equal(code, answer.GetProperty("value").GetProperty("code").GetString());
    }

    [Fact]
    [Trait("Assertion", "10")]
    public async Task A_card_action_is_200_with_the_inner_status_type_and_value()
    {
        using var response = await _bot.PostAsync(
            Invoke(CardAnswers.InvokeName, new { action = new { type = "Action.Execute", verb = "ack" } })
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
    [Trait("Assertion", "15")]
    public async Task A_client_that_hangs_up_does_not_stop_the_turn()
    {
        using var hangUp = new CancellationTokenSource();
        var post = _bot.PostAsync(Invoke("config/submit", new { }), null, hangUp.Token);
        await _turns.Started.Task;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        _turns.GoOn.SetResult();

        Assert.Contains("slow is done", (await SentAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_senders_locale_does_not_become_the_culture_of_the_turn()
    {
        var activity = Message("culture");
        activity.Locale = "de-DE";

        using var response = await _bot.PostAsync(activity);

        Assert.Contains($"1.5 de-DE {CultureInfo.CurrentCulture.Name}", (await SentAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_in_a_buttons_data_keeps_its_offset()
    {
        using var response = await _bot.PostAsync(
            Invoke(
                CardAnswers.InvokeName,
                new
                {
                    action = new
                    {
                        type = "Action.Execute",
                        verb = "until",
                        data = new { until = "2026-11-21T10:00:00+08:00" },
                    },
                }
            )
        );

        Assert.Equal(
            "2026-11-21T10:00:00+08:00",
            JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("value").GetString()
        );
    }

    private async Task<StubConnector.Noted> SentAsync()
    {
        for (var waited = 0; _connector.Requests.IsEmpty && waited < 3000; waited++)
            await Task.Delay(10);
        return Assert.Single(_connector.Requests);
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
            Conversation = new ConversationAccount(id: "c"),
        };

    private Activity Invoke(string? name, object value)
    {
        var activity = Message("");
        activity.Type = ActivityTypes.Invoke;
        activity.Name = name;
        activity.Value = ProtocolJson.ToToken(value);
        return activity;
    }

    private sealed class Bot : TeamsActivityHandler
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(
                turnContext.Activity.Text == "culture"
                    ? $"{1.5} {turnContext.Activity.Locale} {CultureInfo.CurrentCulture.Name}"
                    : "you said " + turnContext.Activity.Text,
                cancellationToken: cancellationToken
            );

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext,
            AdaptiveCardInvokeValue invokeValue,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                CardAnswers.Message(
                    ProtocolJson.ToElement(invokeValue.Action.Data)?.GetProperty("until").GetString() ?? invokeValue.Action.Verb + " done"
                )
            );

        protected override Task<ConfigResponseBase> OnTeamsConfigFetchAsync(
            ITurnContext<IInvokeActivity> turnContext,
            JObject configData,
            CancellationToken cancellationToken
        ) => throw new InvokeResponseException((HttpStatusCode)207, new Dictionary<string, int>(StringComparer.Ordinal) { ["结果"] = 1 });

        protected override async Task<ConfigResponseBase> OnTeamsConfigSubmitAsync(
            ITurnContext<IInvokeActivity> turnContext,
            JObject configData,
            CancellationToken cancellationToken
        )
        {
            Started.SetResult();
            await GoOn.Task;
            await turnContext.SendActivityAsync("slow is done", cancellationToken: cancellationToken);
            return new ConfigResponse<BotConfigAuth>();
        }
    }
}
