using ComplaintBot.BotService.Connector;

namespace ComplaintBot.Tests.BotService.Connector;

[Trait("Assertion", "17")]
public sealed class ErrorBodyTests : IAsyncLifetime
{
    private readonly ConnectorBench _bench = ConnectorBench.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData(
        403,
        """{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}""",
        ConnectorFailure.Unreachable,
        "BotNotInConversationRoster",
        null
    )]
    [InlineData(
        403,
        """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is not present in the message or the thread is blocked\",\r\n  \"errorCode\": null\r\n}"}""",
        ConnectorFailure.Unreachable,
        "209",
        "MessageWritesBlocked"
    )]
    [InlineData(
        403,
        """{"error":{"code":"Forbidden","message":"{\"subCode\":\"ConversationBlockedByUser\"}"}}""",
        ConnectorFailure.Unreachable,
        "Forbidden",
        "ConversationBlockedByUser"
    )]
    [InlineData(403, "", ConnectorFailure.Unreachable, null, null)]
    [InlineData(
        404,
        """{"error":{"code":"ConversationNotFound","message":"Conversation not found"}}""",
        ConnectorFailure.Gone,
        "ConversationNotFound",
        null
    )]
    [InlineData(
        404,
        """{"error":{"code":"ActivityNotFoundInConversation","message":"Message does not exist in the thread."}}""",
        ConnectorFailure.Gone,
        "ActivityNotFoundInConversation",
        null
    )]
    [InlineData(400, """{"error":{"code":"ConversationNotFound"}}""", ConnectorFailure.Gone, "ConversationNotFound", null)]
    [InlineData(
        400,
        """{"error":{"code":"BadSyntax","message":"Activity must include non empty 'text' field or at least 1 attachment"}}""",
        ConnectorFailure.BadRequest,
        "BadSyntax",
        null
    )]
    [InlineData(400, """{"error":{"code":"MessageSizeTooBig"}}""", ConnectorFailure.TooLarge, "MessageSizeTooBig", null)]
    [InlineData(401, """{"message":"Authorization has been denied for this request."}""", ConnectorFailure.Unauthorized, null, null)]
    [InlineData(413, "<!DOCTYPE html><pre>Payload Too Large</pre>", ConnectorFailure.TooLarge, null, null)]
    [InlineData(
        501,
        """{"error":{"code":"DeleteActivityAPINotImplemented","message":"The API to delete activity is not implemented yet"}}""",
        ConnectorFailure.BadRequest,
        "DeleteActivityAPINotImplemented",
        null
    )]
    [InlineData(400, "[1]", ConnectorFailure.BadRequest, null, null)]
    [InlineData(400, """{"error":"text"}""", ConnectorFailure.BadRequest, null, null)]
    public async Task Each_refusal_says_what_it_means(int status, string body, ConnectorFailure meaning, string? code, string? subCode)
    {
        _bench.Stub.Then(status, body, body.StartsWith('<') ? "text/html" : "application/json");

        var failure = await Assert.ThrowsAsync<ChannelFailureException>(() => _bench.SendAsync());

        Assert.Equal((status, meaning, code, subCode), ((int)failure.Status!, failure.Failure, failure.Code, failure.SubCode));
    }
}
