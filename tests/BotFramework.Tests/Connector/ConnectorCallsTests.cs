using System.Text;
using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Tests.Connector;

public sealed class ConnectorCallsTests : IAsyncLifetime
{
    private readonly ConnectorBench _bench = ConnectorBench.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_message_is_posted_to_its_conversation()
    {
        _bench.Stub.Then(201, """{"id":"1795239879091"}""");

        var response = await _bench.Client.SendToConversationAsync(Message());

        Assert.Equal("1795239879091", response.Id);
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
        await _bench.Client.ReplyToActivityAsync(Message());

        var request = Assert.Single(_bench.Stub.Requests);
        Assert.EndsWith("/activities/in%2Freply", request.Target, StringComparison.Ordinal);
        Assert.Equal(
            """{"type":"message","channelId":"msteams","from":{"id":"28:bot","name":"Bot"},"conversation":{"id":"19:abc@thread.tacv2;messageid=1","tenantId":"t"},"recipient":{"id":"29:user"},"text":"你好","replyToId":"in/reply","kept":{"x":1}}""",
            request.Body
        );
    }

    [Trait("Assertion", "19")]
    [Fact]
    public async Task An_update_is_put_with_its_id()
    {
        await _bench.Client.UpdateActivityAsync(Message());

        var request = Assert.Single(_bench.Stub.Requests);
        Assert.Equal("PUT", request.Method);
        Assert.EndsWith("/activities/own%3Aid", request.Target, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"own:id\"", request.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(202, "", "application/json")]
    [InlineData(200, "<html></html>", "text/html")]
    [InlineData(200, "{}", "application/json")]
    public async Task A_channel_may_give_no_id(int status, string body, string contentType)
    {
        _bench.Stub.Then(status, body, contentType);

        Assert.True(string.IsNullOrEmpty((await _bench.Client.SendToConversationAsync(Message())).Id));
    }

    [Fact]
    public async Task The_other_operations_have_their_paths()
    {
        var stub = _bench.Stub;
        var client = _bench.Client;
        stub.Then(200)
            .Then(201, """{"id":"chat@test.user"}""")
            .Then(200, """[{"id":"29:a","objectId":"o","userRole":"user","unknown":1}]""")
            .Then(200, """{"members":[{"id":"29:a","aadObjectId":"x"}],"continuationToken":"more","totalCount":7}""")
            .Then(200, """{"id":"29:a","email":"a@example.com","tenantId":"t"}""")
            .Then(200, "[]")
            .Then(200, """{"id":"att"}""")
            .Then(200, """{"name":"a.png","type":"image/png","views":[{"viewId":"original","size":3}]}""")
            .Then(200, "abc", "image/png")
            .Then(200, """{"id":"team-id","name":"My Team","memberCount":6}""")
            .Then(200, """{"conversations":[{"id":"team-id"},{"id":"c2","name":"二"}]}""");

        await client.DeleteActivityAsync("c", "a");
        var made = await client.CreateConversationAsync(
            new ConversationParameters
            {
                IsGroup = false,
                Members = [new ChannelAccount("29:a")],
                TenantId = "t",
            }
        );
        var members = await client.GetConversationMembersAsync("c");
        var page = await client.GetConversationPagedMembersAsync("c", 50, "to ken");
        var member = await client.GetConversationMemberAsync("c", "29:a");
        await client.GetActivityMembersAsync("c", "a");
        await client.UploadAttachmentAsync(
            "c",
            new AttachmentData
            {
                Type = "image/png",
                Name = "a.png",
                OriginalBase64 = [1, 2],
            }
        );
        var info = await client.GetAttachmentInfoAsync("att");
        var bytes = await client.GetAttachmentAsync("att", "original");
        var team = await client.GetTeamDetailsAsync("team-id");
        var channels = await client.GetTeamChannelsAsync("team-id");

        Assert.Equal("chat@test.user", made.Id);
        Assert.Equal("o", Assert.Single(members).ObjectId);
        Assert.Equal(("more", "x"), (page.ContinuationToken, page.Members[0].AadObjectId));
        Assert.Equal("a@example.com", member.Email);
        Assert.Equal(3, info.Views![0].Size);
        Assert.Equal("abc", Encoding.UTF8.GetString(bytes));
        Assert.Equal(6, team.MemberCount);
        Assert.Equal([null, "二"], channels.Select(c => c.Name));
        Assert.Equal(
            [
                "DELETE /base/v3/conversations/c/activities/a",
                "POST /base/v3/conversations",
                "GET /base/v3/conversations/c/members",
                "GET /base/v3/conversations/c/pagedmembers?pageSize=50&continuationToken=to%20ken",
                "GET /base/v3/conversations/c/members/29%3Aa",
                "GET /base/v3/conversations/c/activities/a/members",
                "POST /base/v3/conversations/c/attachments",
                "GET /base/v3/attachments/att",
                "GET /base/v3/attachments/att/views/original",
                "GET /base/v3/teams/team-id",
                "GET /base/v3/teams/team-id/conversations",
            ],
            stub.Requests.Select(r => $"{r.Method} {r.Target}")
        );
        Assert.Equal("""{"isGroup":false,"members":[{"id":"29:a"}],"tenantId":"t"}""", stub.Requests.ElementAt(1).Body);
        Assert.Equal("AQI=", JsonElement.Parse(stub.Requests.ElementAt(6).Body).GetProperty("originalBase64").GetString());
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_that_would_lead_to_another_operation_is_refused(string id)
    {
        await Assert.ThrowsAsync<BotFramework.Connector.ErrorResponseException>(() => _bench.Client.GetConversationMembersAsync(id));
        await Assert.ThrowsAsync<BotFramework.Connector.ErrorResponseException>(() => _bench.Client.DeleteActivityAsync("c", id));
        Assert.Empty(_bench.Stub.Requests);
    }

    private static Activity Message() =>
        ProtocolJson.Deserialize<Activity>(
            """
            {"type":"message","id":"own:id","timestamp":"2026-11-21T00:00:00Z","localTimezone":"UTC","callerId":"urn:x","serviceUrl":"https://x.example/",
             "channelId":"msteams","from":{"id":"28:bot","name":"Bot"},"recipient":{"id":"29:user","name":"User"},
             "conversation":{"id":"19:abc@thread.tacv2;messageid=1","name":"Chat","tenantId":"t"},"text":"你好","replyToId":"in/reply","kept":{"x":1}}
            """
        )!;
}
