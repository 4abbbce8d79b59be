namespace BotFramework.Schema;

/// <summary>From an activity to the reference that finds its conversation again, and back.</summary>
public static class ActivityReferences
{
    /// <summary>What must be stored to write to this (inbound) activity's conversation later.</summary>
    public static ConversationReference GetConversationReference(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new ConversationReference
        {
            // On the web channels nothing in the transcript carries a conversationUpdate's id, so nothing can answer it.
            ActivityId =
                activity.Type == ActivityTypes.ConversationUpdate && activity.ChannelId is Channels.Directline or Channels.Webchat
                    ? null
                    : activity.Id,
            User = activity.From,
            Bot = activity.Recipient,
            Conversation = activity.Conversation,
            ChannelId = activity.ChannelId,
            Locale = activity.Locale,
            ServiceUrl = activity.ServiceUrl,
        };
    }

    /// <summary>Addresses an activity by a reference: as an answer from the bot, or (<paramref name="isIncoming"/>) as if the user
    /// had sent it.</summary>
    public static Activity ApplyConversationReference(this Activity activity, ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(reference);
        activity.ChannelId = reference.ChannelId;
        activity.ServiceUrl = reference.ServiceUrl;
        activity.Conversation = reference.Conversation;
        activity.Locale ??= reference.Locale;
        if (isIncoming)
        {
            activity.From = reference.User;
            activity.Recipient = reference.Bot;
            activity.Id = reference.ActivityId ?? activity.Id;
        }
        else
        {
            activity.From = reference.Bot;
            activity.Recipient = reference.User;
            activity.ReplyToId ??= reference.ActivityId;
        }

        return activity;
    }

    /// <summary>An event that carries a stored reference through the pipeline, for messages that nobody asked for.</summary>
    public static Activity GetContinuationActivity(this ConversationReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new Activity
        {
            Type = ActivityTypes.Event,
            Name = ActivityEventNames.ContinueConversation,
            ChannelId = reference.ChannelId,
            Locale = reference.Locale,
            ServiceUrl = reference.ServiceUrl,
            Conversation = reference.Conversation,
            Recipient = reference.Bot,
            From = reference.User,
            RelatesTo = reference,
        };
    }

    /// <summary>A message that answers this one.</summary>
    public static Activity CreateReply(this Activity activity, string? text = null, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return new Activity
        {
            Type = ActivityTypes.Message,
            Text = text,
            Locale = locale,
        }.ApplyConversationReference(activity.GetConversationReference());
    }
}
