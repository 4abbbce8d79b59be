using System.Text.Json;
using ComplaintBot.BotService.Proof;
using ComplaintBot.Messaging.Receiving;
using ComplaintBot.Messaging.Sending;
using ComplaintBot.Tests.Fixtures;
using DirectLine.Wire;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;

namespace ComplaintBot.Tests.Messaging;

/// <summary>Rows that were written before the Bot Framework SDK came, by System.Text.Json, are still read, handled and sent.</summary>
public sealed class OldRowsTests
{
    private const string Lane = "msteams|a:1";
    private const string Reference = """
        {"activityId":"1","user":{"id":"29:lin","name":"林晓","aadObjectId":"aad-lin","beta":{"x":[1.50]}},"bot":{"id":"28:bot"},
         "conversation":{"id":"a:1","conversationType":"personal","tenantId":"t"},"channelId":"msteams",
         "serviceUrl":"https://channel.example/teams/","locale":"zh-CN"}
        """;
    private const string Message = """
        {"type":"message","id":"2","timestamp":"2026-11-21T02:00:00.123Z","localTimestamp":"2026-11-21T10:00:00.123+08:00",
         "localTimezone":"Asia/Shanghai","callerId":"urn:botframework:azure",
         "serviceUrl":"https://channel.example/teams/","channelId":"msteams","from":{"id":"29:lin","name":"林晓","aadObjectId":"aad-lin"},
         "conversation":{"id":"a:1","conversationType":"personal","tenantId":"t"},
         "recipient":{"id":"28:bot","name":"Bot"},"locale":"zh-CN","text":"宽带'断'了 <b>&","entities":[{"type":"clientInfo","country":"CN"}],
         "channelData":{"tenant":{"id":"t"}},"value":{"verb":"hold","until":"2026-11-23T10:00:00+08:00"},"future":{"level":1.0}}
        """;
    private const string Card = """
        {"type":"message","summary":"C-20261121-0001","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive",
         "content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"到期 2026-11-23T10:00:00+08:00"}]}}],
         "replyToId":"2"}
        """;

    [Fact]
    public void An_activity_and_its_caller_are_read_as_they_were()
    {
        var item = new InboxItem
        {
            Activity = Message,
            Caller = """{"path":1,"appId":"11111111-2222-3333-4444-555555555555","callerId":"urn:botframework:azure"}""",
        };

        var activity = item.ReadActivity();

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Message), JsonElement.Parse(ProtocolJson.Serialize(activity))));
        Assert.Equal("2026-11-23T10:00:00+08:00", ProtocolJson.ToElement(activity.Value)!.Value.GetProperty("until").GetString());
        Assert.Equal(new Caller(ProofPath.Channel, "11111111-2222-3333-4444-555555555555", "urn:botframework:azure"), item.ReadCaller());
        Assert.Equal(Caller.Embedded, new InboxItem { Caller = """{"path":3}""" }.ReadCaller());
        Assert.Equal(Caller.Anonymous, new InboxItem().ReadCaller());
    }

    [Fact]
    public void A_stored_caller_gives_the_turn_the_identity_that_the_SDK_would()
    {
        var caller = new Caller(ProofPath.Channel, "app", "urn:botframework:azure");
        var result = new Microsoft.Bot.Connector.Authentication.AuthenticateRequestResult
        {
            ClaimsIdentity = caller.Identity(),
            CallerId = caller.CallerId,
        };

        Assert.Equal(caller, Caller.Read(Caller.Of(result).ToJson()));
        Assert.Equal(["app", "app"], caller.Identity().Claims.Where(c => c.Type is "aud" or "appid").Select(c => c.Value));
        Assert.True(caller.Identity().IsAuthenticated);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Rows_that_waited_are_handled_and_sent(string engine)
    {
        await using var test = await MessagingDatabase.CreateAsync(engine);
        await using var bot = new MessagingWorld(test.Database, new FakeTimeProvider());
        await bot.SayAsync("hello");
        await bot.Mailbox.DrainAsync();
        await bot.Sender.DrainAsync();
        await bot.SayAsync("again");
        await test.Database.ExecuteAsync("UPDATE conversation_references SET reference = @Reference", new { Reference });
        await test.Database.ExecuteAsync("UPDATE inbox SET activity = @Message WHERE state = 'pending'", new { Message });
        await bot.PostAsync(OutboxMessage.ToConversation("msteams", "a:1", new Activity(ActivityTypes.Message), "C-20261121-0001"));
        await test.Database.ExecuteAsync(
            "UPDATE outbox SET payload = @Card WHERE state = 'pending' AND lane = @Lane AND message_key IS NOT NULL",
            new { Card, Lane }
        );

        await bot.Mailbox.DrainAsync();
        await bot.Sender.DrainAsync();

        Assert.Equal("宽带'断'了 <b>&", bot.Turn.Begun.Last());
        var card = bot.Channel.Calls.Single(c => c.Activity!.Attachments is { Count: 1 }).Activity!;
        var content = JsonElement.Parse(Card).GetProperty("attachments")[0].GetProperty("content");
        Assert.True(JsonElement.DeepEquals(content, ProtocolJson.ToElement(card.Attachments[0].Content)!.Value));
        Assert.Equal(("2", "29:lin", "28:bot"), (card.ReplyToId, card.Recipient.Id, card.From.Id));
        Assert.Empty(bot.Problems);
    }
}
