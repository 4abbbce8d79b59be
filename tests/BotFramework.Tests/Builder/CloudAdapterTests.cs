using BotFramework.Authentication;
using BotFramework.Builder;
using BotFramework.Schema;

namespace BotFramework.Tests.Builder;

public class CloudAdapterTests
{
    private readonly RecordingConnectors _connectors = new();

    [Fact]
    public async Task A_message_is_answered_through_the_connector_and_not_in_the_response()
    {
        var result = await Run("in-message-personal.json", (t, c) => t.SendActivityAsync("hi", cancellationToken: c));

        Assert.Null(result);
        Assert.Equal(["reply hi"], _connectors.Calls);
        Assert.Equal("http://127.0.0.1:40467/_connector", _connectors.ServiceUrl);
    }

    [Fact]
    public async Task Expected_replies_come_back_in_the_response()
    {
        var result = await Run("in-expectReplies.json", (t, c) => t.SendActivityAsync("echo: hello", cancellationToken: c));

        Assert.Empty(_connectors.Calls);
        var reply = Assert.Single(result!.Body!.Value.GetProperty("activities").EnumerateArray());
        Assert.Equal("echo: hello", reply.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Expected_replies_are_a_list_even_when_the_bot_says_nothing()
    {
        var result = await Run("in-expectReplies.json", (_, _) => Task.CompletedTask);

        Assert.Equal("""{"activities":[]}""", result!.Body!.Value.GetRawText());
    }

    [Fact]
    public async Task An_invoke_that_the_bot_leaves_unanswered_is_501() =>
        Assert.Equal(501, (await Run("in-invoke-query.json", (_, _) => Task.CompletedTask))!.Status);

    [Fact]
    public async Task The_caller_is_what_authentication_found_never_what_the_wire_says()
    {
        var activity = Fixture.Activity("in-message-personal.json");
        activity.CallerId = "urn:forged";
        string? seen = "";

        await new CloudAdapter(_connectors).ProcessActivityAsync(
            AuthenticateRequestResult.Anonymous,
            activity,
            (t, _) =>
            {
                seen = t.Activity.CallerId;
                return Task.CompletedTask;
            },
            CancellationToken.None
        );

        Assert.Null(seen);
    }

    [Theory]
    [InlineData("in-invoke-query.json", 500)]
    [InlineData("in-invoke-adaptiveCard-action.json", 200)]
    public async Task A_failed_invoke_whose_error_was_dealt_with_tells_of_the_failure(string file, int status)
    {
        var adapter = new CloudAdapter(_connectors) { OnTurnError = (_, _) => Task.CompletedTask };

        var result = await adapter.ProcessActivityAsync(
            AuthenticateRequestResult.Anonymous,
            Fixture.Activity(file),
            (_, _) => throw new InvalidOperationException("broken"),
            CancellationToken.None
        );

        Assert.Equal(status, result!.Status);
        if (status == 200)
            Assert.Equal(500, result.Body!.Value.GetProperty("statusCode").GetInt32());
    }

    [Fact]
    public async Task A_stored_reference_is_continued_in_its_conversation()
    {
        var reference = Fixture.Activity("in-installationUpdate-personal.json").GetConversationReference();
        var state = new TurnContextStateCollection();
        state.Set("a transaction");
        string? carried = null;

        await new CloudAdapter(_connectors).ContinueConversationAsync(
            reference,
            state,
            async (t, c) =>
            {
                carried = t.TurnState.Get<string>();
                await t.SendActivityAsync("reminder", cancellationToken: c);
            }
        );

        Assert.Equal(["send reminder"], _connectors.Calls);
        Assert.Equal("a transaction", carried);
    }

    [Fact]
    public async Task A_new_conversation_gets_its_first_turn()
    {
        string? conversation = null;

        await new CloudAdapter(_connectors).CreateConversationAsync(
            Channels.Msteams,
            "http://127.0.0.1:1/x",
            new ConversationParameters { Members = [new ChannelAccount("29:a")], TenantId = "t" },
            (t, _) =>
            {
                conversation = t.Activity.Conversation!.Id;
                return Task.CompletedTask;
            }
        );

        Assert.Equal("new-chat", conversation);
    }

    [Fact]
    public async Task The_roster_of_a_channel_is_asked_from_its_team()
    {
        await Run("in-conversationUpdate-channel.json", (t, c) => TeamsInfo.GetMemberAsync(t, "29:x", c));

        Assert.Equal(["member 29:x of team-id"], _connectors.Calls);
    }

    private Task<InvokeResponse?> Run(string file, BotCallbackHandler bot) =>
        new CloudAdapter(_connectors).ProcessActivityAsync(
            AuthenticateRequestResult.Anonymous,
            Fixture.Activity(file),
            bot,
            CancellationToken.None
        );
}
