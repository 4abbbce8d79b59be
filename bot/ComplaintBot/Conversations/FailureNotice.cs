using ComplaintBot.Messaging;
using ComplaintBot.People;
using Complaints.Organisations;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>What somebody hears whose message could not be handled after all tries.</summary>
public sealed class FailureNotice(Speech speech, OrganisationSource organisation, StaffTenant tenant) : IFailureNotice
{
    /// <inheritdoc/>
    public Activity? For(Activity inbound)
    {
        if (inbound.Type != ActivityTypes.Message)
            return null;
        var language = Person.Of(inbound, organisation.Current, tenant).Staff is { } member
            ? StaffLanguage.Of(member)
            : Languages.FromTag(inbound.Locale) ?? Languages.ZhCn;
        return MessageFactory.Text(speech.Strings.Text(language, "talk.failed"));
    }
}
