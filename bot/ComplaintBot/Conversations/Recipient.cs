using ComplaintBot.Cards;
using Complaints.Intake;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Where a message goes. A person without a known conversation gets it as soon as they first speak to the bot.</summary>
public abstract record Recipient
{
    /// <summary>The conversation that an activity came from.</summary>
    public sealed record Conversation(ConversationReference Reference) : Recipient;

    /// <summary>A member of staff, in their personal chat.</summary>
    public sealed record Staff(string AadObjectId) : Recipient;

    /// <summary>A customer (<c>channel:userId</c>), where they last talked to the bot.</summary>
    public sealed record Customer(string Id) : Recipient;

    /// <summary>A channel of a team, by its conversation id.</summary>
    public sealed record Team(string ConversationId) : Recipient;

    /// <summary>True when nobody can be written to: a complaint logged for somebody who has no chat.</summary>
    public static bool IsOutOfReach(Complainant complainant) => complainant.HasNoChat;

    /// <summary>How cards are drawn there.</summary>
    public CardTarget Target =>
        this switch
        {
            Staff or Team => CardTarget.Teams,
            Conversation c => c.Reference.ChannelId == Channels.Msteams ? CardTarget.Teams : CardTarget.Web,
            Customer c => c.Id.StartsWith(Channels.Msteams + ":", StringComparison.Ordinal) ? CardTarget.Teams : CardTarget.Web,
            _ => CardTarget.Web,
        };
}

/// <summary>A message that a turn or a timer wants delivered. With a <paramref name="Key"/> it replaces the earlier message of the
/// same key to the same recipient.</summary>
/// <param name="OnlyUpdate">True when it is sent only if there is an earlier message with the key: what a colleague sees on an old
/// card.</param>
public sealed record OutgoingMessage(Recipient To, Activity Activity, string? Key = null, bool OnlyUpdate = false);
