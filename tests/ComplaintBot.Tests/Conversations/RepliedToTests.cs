using ComplaintBot.Conversations;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Tests.Conversations;

public class RepliedToTests
{
    [Fact]
    public void The_message_quoted_above_the_words_is_the_one_that_is_answered()
    {
        var activity = new Activity
        {
            Text = "accept this one",
            Attachments =
            [
                new()
                {
                    ContentType = "text/html",
                    Content =
                        "<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"1700000000123\">"
                            + "<p>…</p></blockquote><p>accept this one</p>",
                },
            ],
        };
        Assert.Equal("1700000000123", RepliedTo.Message(activity));
        Assert.Equal("7", RepliedTo.Message(new() { ReplyToId = "7" }));
        Assert.Null(RepliedTo.Message(new() { Text = "hi" }));
    }

    [Theory]
    [InlineData("ticket:C-20261123-0001", "C-20261123-0001")]
    [InlineData("deadline:C-20261123-0001:resolve", "C-20261123-0001")]
    [InlineData("answer:1a2b", null)]
    [InlineData(null, null)]
    public void The_ticket_is_in_the_key_of_the_message(string? key, string? ticket) => Assert.Equal(ticket, RepliedTo.Ticket(key));
}
