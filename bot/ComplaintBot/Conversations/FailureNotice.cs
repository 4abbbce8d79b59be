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
    public Activity? For(Activity inbound) =>
        inbound.Type == ActivityTypes.Message ? MessageFactory.Text(speech.Strings.Text(Language(inbound), "talk.failed")) : null;

    /// <inheritdoc/>
    public string StillWorking(Activity invoke) => speech.Strings.Text(Language(invoke), "talk.stillWorking");

    private string Language(Activity inbound) =>
        Person.Of(inbound, organisation.Current, tenant).Staff is { } member
            ? StaffLanguage.Of(member)
            : Languages.FromTag(inbound.Locale) ?? Languages.ZhCn;
}
