using System.Text.Json.Nodes;
using Complaints;
using Complaints.Events;
using Complaints.Intake;
using Complaints.Organisations;
using Microsoft.Bot.Builder;

namespace ComplaintBot.Conversations;

/// <summary>What is needed to tell people what happened to a complaint.</summary>
public sealed record NoticeContext(
    Complaint Complaint,
    IReadOnlyList<RecordedEvent> Happened,
    Organisation Organisation,
    DateTimeOffset Now,
    Speech Speech
)
{
    internal static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    /// <summary>Staff who get their reminders as a digest today instead of card by card.</summary>
    public IReadOnlySet<string> Bundled { get; init; } = Nobody;

    /// <summary>True when an event of this type is among what happened.</summary>
    public bool Has<T>()
        where T : ComplaintEvent => Happened.Any(e => e.Event is T);

    /// <summary>A reader of this language.</summary>
    public Reader Reader(string language) => new(Organisation, Now, Speech, language);

    /// <summary>A time as a reader of the language says it, in the organisation's zone.</summary>
    public string Moment(string language, DateTimeOffset at) => Reader(language).Moment(at);

    /// <summary>Words to a member of staff, in their language.</summary>
    public OutgoingMessage ToStaff(string id, string key, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        new(new Recipient.Staff(id), MessageFactory.Text(Speech.Strings.Text(LanguageOf(id), key, arguments)));

    /// <summary>A card to a member of staff, in their language; <paramref name="data"/> is made for that language.</summary>
    public OutgoingMessage CardToStaff(string id, string template, Func<string, JsonObject> data, string? key, bool onlyUpdate = false) =>
        new(new Recipient.Staff(id), Speech.Card(template, LanguageOf(id), data(LanguageOf(id)), Cards.CardTarget.Teams), key, onlyUpdate);

    /// <summary>Words to a customer.</summary>
    public OutgoingMessage ToCustomer(Complainant customer, string key, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        new(new Recipient.Customer(customer.Id), MessageFactory.Text(Speech.Strings.Text(customer.Language, key, arguments)));

    /// <summary>A card to a customer.</summary>
    public OutgoingMessage CardToCustomer(Complainant customer, string template, JsonObject data, string? key = null)
    {
        var to = new Recipient.Customer(customer.Id);
        return new(to, Speech.Card(template, customer.Language, data, to.Target), key);
    }

    /// <summary>A customer as reader: in their language, with their own number.</summary>
    public Reader Reader(Complainant customer)
    {
        return Reader(customer.Language) with { Customer = customer.Id };
    }

    /// <summary>The language of a member of staff.</summary>
    public string LanguageOf(string id) => StaffLanguage.Of(Organisation.FindStaff(id));

    /// <summary>The customer and those whose complaints were merged in, on all their devices, without whoever cannot be reached by
    /// chat.</summary>
    public IEnumerable<(Party Party, Complainant Customer)> Customers =>
        Complaint.Parties.SelectMany(p => p.People.Where(c => !Recipient.IsOutOfReach(c)).Select(c => (p, c)));
}
