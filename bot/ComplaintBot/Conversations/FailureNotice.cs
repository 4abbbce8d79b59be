using BotFramework.Schema;
using ComplaintBot.Messaging;
using Complaints.Organisations;

namespace ComplaintBot.Conversations;

/// <summary>What somebody hears whose message could not be handled after all tries.</summary>
public sealed class FailureNotice(Speech speech) : IFailureNotice
{
    /// <inheritdoc/>
    public Activity? For(Activity inbound)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        return inbound.Type == ActivityTypes.Message
            ? MessageFactory.Text(speech.Strings.Text(Languages.FromTag(inbound.Locale) ?? Languages.ZhCn, "talk.failed"))
            : null;
    }
}
