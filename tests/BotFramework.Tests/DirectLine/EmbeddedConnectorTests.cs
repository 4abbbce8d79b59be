using System.Net;
using BotFramework.Connector;
using BotFramework.DirectLine;
using BotFramework.Schema;

namespace BotFramework.Tests.DirectLine;

public sealed class EmbeddedConnectorTests
{
    private static Activity Message(Grant grant, string text, string? id = null) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            Id = id,
            Conversation = new(grant.ConversationId),
            From = new("bot"),
            ServiceUrl = DirectLineActivities.ServiceUrl,
        };

    [Fact]
    public async Task A_message_gets_an_id_under_which_it_can_be_replaced()
    {
        await using var server = await DirectLineServer.StartAsync();
        var (grant, connector) = (await server.BeginAsync(), server.Connector);
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);

        var sent = await connector.SendToConversationAsync(Message(grant, "first"));
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        var replaced = await connector.UpdateActivityAsync(Message(grant, "second", sent.Id));

        Assert.Equal(sent.Id, replaced.Id);
        var (activities, _) = await stream.ReadAsync(2);
        Assert.Equal(
            [(sent.Id, "first"), (sent.Id, "second")],
            activities.Select(a => (a.GetProperty("id").GetString(), a.GetProperty("text").GetString()!))
        );
        Assert.Equal(activities[0].GetProperty("timestamp").GetString(), activities[1].GetProperty("timestamp").GetString());
        Assert.False(activities[0].TryGetProperty("serviceUrl", out _));
    }

    [Fact]
    public async Task Typing_has_no_id_and_is_kept_nowhere()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        using var stream = await StreamClient.OpenAsync(grant.StreamUrl!);
        await server.Connector.SendToConversationAsync(Message(grant, "hello"));
        await stream.ReadAsync(1);
        Assert.Null(
            (
                await server.Connector.SendToConversationAsync(
                    new Activity { Type = ActivityTypes.Typing, Conversation = new(grant.ConversationId) }
                )
            ).Id
        );
        Assert.Equal("typing", (await stream.ReadAsync(1)).Activities[0].GetProperty("type").GetString());
        Assert.Equal(1, (await server.ReadAsync(grant)).GetProperty("activities").GetArrayLength());
    }

    [Theory]
    [InlineData(ActivityTypes.Trace)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.Invoke)]
    [InlineData(ActivityTypes.MessageDelete)]
    [InlineData(ActivityTypes.InvokeResponse)]
    public async Task What_clients_cannot_show_is_not_sent_to_them(string type)
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        await server.Connector.SendToConversationAsync(new Activity { Type = type, Conversation = new(grant.ConversationId) });
        Assert.Equal(0, (await server.ReadAsync(grant)).GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task An_answer_to_what_no_client_saw_comes_without_that_reference()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync();
        var said = await server.SayAsUserAsync(grant, "hi");
        foreach (
            var reference in new[]
            {
                said,
                server.Store.Inbox[0].Id,
                grant.ConversationId + "|0000099",
                "other|0000001",
                grant.ConversationId + "|x",
            }
        )
        {
            var answer = Message(grant, "welcome");
            answer.ReplyToId = reference;
            await server.Connector.ReplyToActivityAsync(answer);
        }
        var replies = (await server.ReadAsync(grant, "1"))
            .GetProperty("activities")
            .EnumerateArray()
            .Select(a => a.TryGetProperty("replyToId", out var id) ? id.GetString() : null);
        Assert.Equal([said, null, null, null, null], replies);
    }

    [Fact]
    public async Task What_does_not_exist_is_gone_and_what_Direct_Line_cannot_do_is_refused()
    {
        await using var server = await DirectLineServer.StartAsync();
        var grant = await server.BeginAsync("dl_1");
        var connector = server.Connector;

        var nowhere = await Assert.ThrowsAsync<ErrorResponseException>(() =>
            connector.SendToConversationAsync(Message(new("unknown", "", null, 0), "x"))
        );
        Assert.Equal((HttpStatusCode.NotFound, ConnectorFailure.Gone), (nowhere.Status, nowhere.Failure));
        var nothing = await Assert.ThrowsAsync<ErrorResponseException>(() =>
            connector.UpdateActivityAsync(Message(grant, "x", grant.ConversationId + "|0000009"))
        );
        Assert.Equal("ActivityNotFoundInConversation", nothing.Code);
        var delete = await Assert.ThrowsAsync<ErrorResponseException>(() => connector.DeleteActivityAsync(grant.ConversationId, "x"));
        Assert.Equal(ConnectorFailure.BadRequest, delete.Failure);
        Assert.Equal("dl_1", Assert.Single(await connector.GetConversationMembersAsync(grant.ConversationId)).Id);

        await connector.SendToConversationAsync(
            new Activity { Type = ActivityTypes.EndOfConversation, Conversation = new(grant.ConversationId) }
        );
        await Assert.ThrowsAsync<ErrorResponseException>(() => connector.SendToConversationAsync(Message(grant, "x")));
    }
}
