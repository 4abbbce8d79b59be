using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Conversations;

/// <summary>A call of the bot out of a chat that need not be its own: from the box in which a message is written, or on a message of
/// somebody else. The bot answers the call; it takes no part in the chat.</summary>
public static class OutsideCall
{
    private const string Names = "composeExtension/";

    // How Teams ends the id of a chat between two people; the chat with the bot has another form.
    private const string BetweenTwo = "@unq.gbl.spaces";

    /// <summary>True for such a call.</summary>
    public static bool Is(Activity activity) =>
        activity.ChannelId == Channels.Msteams
        && activity.Type == ActivityTypes.Invoke
        && (
            activity.Name?.StartsWith(Names, StringComparison.Ordinal) == true
            || activity.Conversation?.Id?.EndsWith(BetweenTwo, StringComparison.Ordinal) == true
        );
}
