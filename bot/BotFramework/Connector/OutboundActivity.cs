using System.Text.Json;
using BotFramework.Schema;

namespace BotFramework.Connector;

/// <summary>Shapes what leaves: without the fields that only a channel may set, and without names of others (A2031, A2041,
/// A2302).</summary>
internal static class OutboundActivity
{
    public static Activity ForSending(Activity activity)
    {
        var copy = ForUpdating(activity);
        copy.Id = null;
        return copy;
    }

    public static Activity ForUpdating(Activity activity)
    {
        var copy = activity.Clone();
        copy.Timestamp = null;
        copy.LocalTimestamp = null;
        copy.LocalTimezone = null;
        copy.CallerId = null;
        copy.ServiceUrl = null;
        copy.DeliveryMode = null;
        if (copy.Recipient is not null)
            copy.Recipient.Name = null;
        if (copy.Conversation is not null)
            copy.Conversation.Name = null;
        return copy;
    }

    public static ConversationParameters ForCreating(ConversationParameters parameters)
    {
        var copy = JsonSerializer
            .SerializeToElement(parameters, ProtocolJson.Options)
            .Deserialize<ConversationParameters>(ProtocolJson.Options)!;
        if (copy.Activity is not null)
            copy.Activity = ForSending(copy.Activity);
        return copy;
    }
}
