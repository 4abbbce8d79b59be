using ComplaintBot.Conversations;
using DirectLine.Tests.Wire;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.Conversations;

public class MentionTests
{
    [Fact]
    public void The_bots_own_mention_is_taken_out_of_a_recorded_channel_message() =>
        Assert.Equal("members", BotMention.TextWithout(Fixture.Activity("in-message-channel-mention.json")));

    [Theory]
    [InlineData("<at>Bot</at> hi", "hi")]
    [InlineData("<at>Bot</at>&nbsp;hi", "hi")]
    [InlineData("<at id=\"0\">Bot</at>\u00A0hi", "hi")]
    [InlineData("hi <at>Bot</at>", "hi")]
    [InlineData("no mention here", "no mention here")]
    public void It_is_found_whatever_the_client_made_of_it(string text, string left)
    {
        var activity = Said(text, new Mention { Mentioned = new ChannelAccount("28:bot", "Bot"), Text = "<at>Bot</at>" });

        Assert.Equal(left, BotMention.TextWithout(activity));
    }

    [Fact]
    public void Mentions_of_others_stay()
    {
        var activity = Said("<at>Ann</at> knows", new Mention { Mentioned = new ChannelAccount("29:ann", "Ann"), Text = "<at>Ann</at>" });

        Assert.Equal("<at>Ann</at> knows", BotMention.TextWithout(activity));
    }

    private static Activity Said(string text, Mention mention) =>
        new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            Recipient = new ChannelAccount("28:bot", "Bot"),
            Entities = [ProtocolJson.Copy<Entity>(mention)],
        };
}
