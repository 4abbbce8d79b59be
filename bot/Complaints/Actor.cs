using Complaints.Organisations;

namespace Complaints;

/// <summary>Who does something to a complaint. <paramref name="Id"/> is the channel's authenticated identity: an aadObjectId for staff,
/// <c>channel:userId</c> for a customer, "system" for the bot itself.</summary>
public sealed record Actor(ActorKind Kind, string Id, string Name)
{
    /// <summary>The bot acting by itself: a timer, a rule.</summary>
    public static readonly Actor System = new(ActorKind.System, "system", "");

    /// <summary>A member of staff acting.</summary>
    public static Actor Staff(StaffMember member) => new(ActorKind.Staff, member.Id, member.Name);

    /// <summary>A customer acting.</summary>
    public static Actor Customer(string id, string name) => new(ActorKind.Customer, id, name);
}

/// <summary>The three kinds of actors.</summary>
public enum ActorKind
{
    /// <summary>A customer.</summary>
    Customer,

    /// <summary>A member of staff named in the organisation file.</summary>
    Staff,

    /// <summary>The bot.</summary>
    System,
}

/// <summary>The way a word came in or a customer is reached.</summary>
public enum Channel
{
    /// <summary>The web chat page.</summary>
    Web,

    /// <summary>Microsoft Teams.</summary>
    Teams,

    /// <summary>A phone call, logged by staff.</summary>
    Phone,

    /// <summary>At the counter (营业厅), logged by staff.</summary>
    Counter,

    /// <summary>E-mail, logged by staff.</summary>
    Email,

    /// <summary>A letter, logged by staff.</summary>
    Letter,

    /// <summary>Said in passing (口头), logged by staff.</summary>
    Oral,
}
