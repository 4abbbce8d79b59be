using ComplaintBot.BotService.Connector;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.BotService.Connector;

public sealed class ConnectorCallsTests : IAsyncLifetime
{
    private readonly ConnectorBench _bench = ConnectorBench.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_message_is_posted_to_its_conversation()
    {
        _bench.Stub.Then(201, """{"id":"1795239879091"}""");
        var message = Message();
        message.ReplyToId = null;

        Assert.Equal("1795239879091", await _bench.SendAsync(message));

        var request = Assert.Single(_bench.Stub.Requests);
        Assert.Equal(
            "POST /base/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1/activities",
            $"{request.Method} {request.Target}"
        );
        Assert.Equal("application/json; charset=utf-8", request.ContentType);
        Assert.Null(request.Authorization);
    }

    [Fact]
    public async Task What_only_a_channel_may_set_is_not_sent()
    {
        await _bench.SendAsync(Message());

        var request = Assert.Single(_bench.Stub.Requests);
        Assert.EndsWith("/activities/in%2Freply", request.Target, StringComparison.Ordinal);
        Assert.True(
            System.Text.Json.JsonElement.DeepEquals(
                System.Text.Json.JsonElement.Parse(
                    """
                    {"type":"message","channelId":"msteams","from":{"id":"28:bot","name":"Bot"},
                     "conversation":{"id":"19:abc@thread.tacv2;messageid=1","tenantId":"t"},"recipient":{"id":"29:user"},
                     "text":"你好","replyToId":"in/reply","kept":{"x":1}}
                    """
                ),
                System.Text.Json.JsonElement.Parse(request.Body)
            ),
            request.Body
        );
        Assert.Contains("你好", request.Body, StringComparison.Ordinal);
    }

    [Trait("Assertion", "19")]
    [Fact]
    public async Task An_update_is_put_with_its_id()
    {
        await _bench.Calls.UpdateAsync(_bench.Stub.Url, Message(), default);

        var request = Assert.Single(_bench.Stub.Requests);
        Assert.Equal("PUT", request.Method);
        Assert.EndsWith("/activities/own%3Aid", request.Target, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"own:id\"", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_names_the_message()
    {
        await _bench.Calls.DeleteAsync(_bench.Stub.Url, new ConversationAccount(id: "c"), "a", default);

        var request = Assert.Single(_bench.Stub.Requests);
        Assert.Equal("DELETE /v3/conversations/c/activities/a", $"{request.Method} {request.Target}");
    }

    [Theory]
    [InlineData(202, "", "application/json")]
    [InlineData(200, "<html></html>", "text/html")]
    [InlineData(200, "{}", "application/json")]
    public async Task A_channel_may_give_no_id(int status, string body, string contentType)
    {
        _bench.Stub.Then(status, body, contentType);

        Assert.True(string.IsNullOrEmpty(await _bench.SendAsync(Message())));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_that_would_lead_to_another_operation_is_refused(string id)
    {
        var message = Message();
        message.Conversation.Id = id;

        await Assert.ThrowsAsync<ChannelFailureException>(() => _bench.SendAsync(message));
        await Assert.ThrowsAsync<ChannelFailureException>(() =>
            _bench.Calls.DeleteAsync(_bench.Stub.Url, new ConversationAccount(id: "c"), id, default)
        );
        Assert.Empty(_bench.Stub.Requests);
    }

    private static Activity Message() =>
        ProtocolJson.Deserialize<Activity>(
            """
            {"type":"message","id":"own:id","timestamp":"2026-11-21T00:00:00Z","localTimezone":"UTC","callerId":"urn:x",
             "serviceUrl":"https://x.example/","channelId":"msteams",
             "from":{"id":"28:bot","name":"Bot"},"recipient":{"id":"29:user","name":"User"},
             "conversation":{"id":"19:abc@thread.tacv2;messageid=1","name":"Chat","tenantId":"t"},
             "text":"你好","replyToId":"in/reply","kept":{"x":1}}
            """
        )!;
}
