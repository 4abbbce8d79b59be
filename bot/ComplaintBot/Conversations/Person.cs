using Complaints;
using Complaints.Organisations;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Who is on the other side of a turn. Identity comes only from what the channel authenticated: never from text or card
/// data.</summary>
public sealed record Person(Actor Actor, StaffMember? Staff)
{
    /// <summary>True for a member of staff named in the organisation file.</summary>
    public bool IsStaff => Staff is not null;

    /// <summary>True for somebody in Teams, of the organisation's own directory, whom the organisation file does not know.</summary>
    public bool IsUnknownColleague { get; init; }

    /// <summary>Finds out who sent an activity. Staff come by Teams, from the organisation's tenant; a stranger in Teams and
    /// everybody elsewhere is a customer at most.</summary>
    public static Person Of(Activity activity, Organisation organisation, StaffTenant tenant)
    {
        var from = activity.From ?? new ChannelAccount();
        var isColleague = activity.ChannelId == Channels.Msteams && tenant.Sent(activity, organisation);
        if (isColleague && organisation.FindStaff(from.AadObjectId) is { } member)
            return new(Actor.Staff(member), member);
        return new(Actor.Customer(CustomerId(activity.ChannelId, from.Id), from.Name ?? ""), null) { IsUnknownColleague = isColleague };
    }

    /// <summary>How a customer is known in complaints: channel and channel user id.</summary>
    public static string CustomerId(string? channelId, string? userId) => $"{channelId}:{userId}";
}
