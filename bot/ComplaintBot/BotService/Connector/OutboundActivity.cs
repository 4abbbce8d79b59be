using Microsoft.Bot.Schema;

namespace ComplaintBot.BotService.Connector;

/// <summary>Shapes what leaves: without the fields that only a channel may set, and without names of others (A2031, A2041,
/// A2302).</summary>
internal static class OutboundActivity
{
    /// <summary>Takes those fields out of an activity that is about to leave and is used for nothing else.</summary>
    public static Activity Strip(Activity activity, string? id)
    {
        activity.Id = id;
        activity.Timestamp = null;
        activity.LocalTimestamp = null;
        activity.LocalTimezone = null;
        activity.CallerId = null;
        activity.ServiceUrl = null;
        activity.DeliveryMode = null;
        if (activity.Recipient is not null)
            activity.Recipient.Name = null;
        if (activity.Conversation is not null)
            activity.Conversation.Name = null;
        return activity;
    }
}
