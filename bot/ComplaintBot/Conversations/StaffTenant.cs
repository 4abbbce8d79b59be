using ComplaintBot.BotService.Settings;
using Complaints.Organisations;
using DirectLine.Wire;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace ComplaintBot.Conversations;

/// <summary>The one directory whose people may be staff: <c>tenantId</c> of the organisation file, else
/// <c>MicrosoftAppTenantId</c>. Without both
/// nobody is staff, except in local mode, where nothing is proven anyway.</summary>
public sealed class StaffTenant(BotFrameworkSettings settings)
{
    /// <summary>True when everything that the activity says about directories names the right one.</summary>
    public bool Sent(Activity activity, Organisation organisation)
    {
        if (Wanted(organisation) is not { } wanted)
            return AdmitsAnybody(organisation);
        // The conversation may be of one directory and the sender a guest from another: all that are named must agree.
        string?[] named =
        [
            activity.Conversation?.TenantId,
            ProtocolJson.As<TeamsChannelData>(activity.ChannelData)?.Tenant?.Id,
            TenantOf(activity.From),
        ];
        return named.Any(t => t is not null) && named.All(t => t is null || t == wanted);
    }

    /// <summary>False when no activity whatever can come from staff.</summary>
    public bool AdmitsAnybody(Organisation organisation) => Wanted(organisation) is not null || settings.AuthMode == AuthMode.Disabled;

    private string? Wanted(Organisation organisation) =>
        (organisation.TenantId ?? settings.AppTenantId) is { Length: > 0 } wanted ? wanted : null;

    private static string? TenantOf(ChannelAccount? from) =>
        from?.Properties["tenantId"] is { Type: JTokenType.String } tenant ? (string?)tenant : null;
}
