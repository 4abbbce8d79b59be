using System.Text.Json.Nodes;
using ComplaintBot.Storage;
using Complaints;
using Complaints.Assignment;
using Complaints.Organisations;
using Complaints.Procedure;
using DirectLine.Wire;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>One activity being answered: who, when, in which language; what is to be said and which complaints change. Nothing is
/// written until the
/// turn is over: then everything goes into one transaction.</summary>
public sealed class Turn(Activity activity, Person person, Organisation organisation, DateTimeOffset now, ITurnStore store, Speech speech)
{
    private readonly List<OutgoingMessage> _messages = [];
    private readonly List<Func<DbTransactionScope, CancellationToken, Task>> _writes = [];
    private readonly Dictionary<string, Complaint> _complaints = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, Workload>? _workloads;
    private IReadOnlyList<string>? _ownTickets;

    /// <summary>What came in.</summary>
    public Activity Activity { get; } = activity;

    /// <summary>Who it came from.</summary>
    public Person Person { get; } = person;

    /// <summary>The organisation as of this turn.</summary>
    public Organisation Organisation { get; } = organisation;

    /// <summary>The time of the turn.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The language to answer in.</summary>
    public string Language { get; set; } = Languages.ZhCn;

    /// <summary>Words and cards.</summary>
    public Speech Speech { get; } = speech;

    /// <summary>What card data is made from.</summary>
    public Reader Reader => new(Organisation, Now, Speech, Language) { Customer = Person.IsStaff ? null : Person.Actor.Id };

    /// <summary>Reads what is stored.</summary>
    public ITurnStore Store { get; } = store;

    /// <summary>True when the bot had to ask what the words mean.</summary>
    public bool AskedBack { get; private set; }

    /// <summary>What is to be sent, in order.</summary>
    public IReadOnlyList<OutgoingMessage> Messages => _messages;

    /// <summary>Complaints that were loaded or filed in this turn.</summary>
    public IReadOnlyCollection<Complaint> Complaints => _complaints.Values;

    /// <summary>The state of the conversation to be stored, when it changed.</summary>
    public object? NewState { get; private set; }

    /// <summary>The channel as complaints know it.</summary>
    public Channel Channel => Activity.ChannelId == Channels.Msteams ? Channel.Teams : Channel.Web;

    /// <summary>The conversation the activity came from.</summary>
    public Recipient Here => new Recipient.Conversation(Activity.GetConversationReference());

    /// <summary>Loads a complaint, once per turn; null when there is none with this number.</summary>
    public async Task<Complaint?> ComplaintAsync(string? ticket, CancellationToken cancellationToken)
    {
        if (ticket is null)
            return null;
        if (_complaints.TryGetValue(ticket, out var known))
            return known;
        var complaint = await Store.FindComplaintAsync(ticket, cancellationToken);
        if (complaint is not null)
            _complaints[ticket] = complaint;
        return complaint;
    }

    /// <summary>Loads a complaint that the person may see; null also when it is not theirs, so that a number tells nothing. A customer
    /// whose complaint was merged gets the one that goes on by their own number.</summary>
    public async Task<Complaint?> VisibleComplaintAsync(string? ticket, CancellationToken cancellationToken)
    {
        var complaint = await ComplaintAsync(ticket, cancellationToken);
        if (complaint is null || !Relations.MaySee(Person.Actor, complaint, Organisation))
            return null;
        while (!Person.IsStaff && complaint.MergedInto is { } survivor)
        {
            if (await ComplaintAsync(survivor, cancellationToken) is not { } next || next.PartyOf(Person.Actor.Id) is null)
                break;
            complaint = next;
        }
        return complaint;
    }

    /// <summary>The number by which the person knows a complaint.</summary>
    public string NumberOf(Complaint complaint) => Reader.NumberOf(complaint);

    /// <summary>A customer's own complaints, the newest first, at most 50; in place of a merged one the one that goes on.</summary>
    public async Task<IReadOnlyList<Complaint>> OwnCasesAsync(CancellationToken cancellationToken)
    {
        _ownTickets ??= await Store.TicketsOfCustomerAsync(Person.Actor.Id, cancellationToken);
        List<Complaint> mine = [];
        foreach (var ticket in _ownTickets)
        {
            var complaint = await ComplaintAsync(ticket, cancellationToken);
            while (complaint?.MergedInto is { } survivor)
                complaint = await ComplaintAsync(survivor, cancellationToken);
            if (complaint is not null && !mine.Contains(complaint))
                mine.Add(complaint);
        }
        return mine;
    }

    /// <summary>A customer's complaint that is talked about: <paramref name="last"/> if it is open, else their newest open one;
    /// null when none is open. Praise waits for nothing.</summary>
    public async Task<Complaint?> CurrentCaseAsync(string? last, CancellationToken cancellationToken)
    {
        var open = (await OwnCasesAsync(cancellationToken)).Where(c => c.IsOpen && c.Kind != RecordKind.Praise).ToList();
        return open.FirstOrDefault(c => NumberOf(c) == last || c.Ticket == last) ?? open.FirstOrDefault();
    }

    /// <summary>Takes a freshly filed complaint into the turn.</summary>
    public void Add(Complaint complaint)
    {
        _complaints.Add(complaint.Ticket, complaint);
        _ownTickets = _ownTickets is null ? null : [complaint.Ticket, .. _ownTickets];
    }

    /// <summary>The circumstances for commands of this turn.</summary>
    public async Task<CommandContext> CommandContextAsync(CancellationToken cancellationToken) =>
        new(Organisation, Now, Person.Actor, Channel) { Workloads = _workloads ??= await Store.WorkloadsAsync(cancellationToken) };

    /// <summary>Answers with the words of a key.</summary>
    public void Say(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        SayText(Speech.Strings.Text(Language, key, arguments));

    /// <summary>Answers with words.</summary>
    public void SayText(string text) => _messages.Add(new(Here, MessageFactory.Text(text)));

    /// <summary>Answers with words and buttons under them; a button says its own words.</summary>
    public void Ask(string text, IEnumerable<string> choices)
    {
        var message = MessageFactory.Text(text);
        message.SuggestedActions = new SuggestedActions
        {
            Actions =
            [
                .. choices.Select(c => new CardAction
                {
                    Type = ActionTypes.ImBack,
                    Title = c,
                    Value = ProtocolJson.ToElement(c),
                }),
            ],
        };
        message.InputHint = InputHints.ExpectingInput;
        _messages.Add(new(Here, message));
    }

    /// <summary>Answers with a card; <paramref name="key"/> makes later ones replace it.</summary>
    public void Show(string template, JsonObject data, string? key = null) =>
        _messages.Add(new(Here, Speech.Card(template, Language, data, Here.Target), key));

    /// <summary>Sends something to somebody else.</summary>
    public void Send(OutgoingMessage message) => _messages.Add(message);

    /// <summary>What else is to be written when the turn ends.</summary>
    public IReadOnlyList<Func<DbTransactionScope, CancellationToken, Task>> Writes => _writes;

    /// <summary>Adds something to be written when the turn ends.</summary>
    public void Write(Func<DbTransactionScope, CancellationToken, Task> write) => _writes.Add(write);

    /// <summary>Adds a write to be done when the turn ends.</summary>
    public void Write(IWrite write)
    {
        _writes.Add(write.ExecuteAsync);
    }

    /// <summary>Notes that the bot had to ask what the words mean.</summary>
    public void NoteAskedBack() => AskedBack = true;

    /// <summary>Remembers the state of the conversation.</summary>
    public void Remember(object state) => NewState = state;
}

/// <summary>What a turn may read. Writes go through the unit of work at its end.</summary>
public interface ITurnStore
{
    /// <summary>A complaint by number, or null.</summary>
    Task<Complaint?> FindComplaintAsync(string ticket, CancellationToken cancellationToken);

    /// <summary>A fresh ticket number of a day in the organisation's zone; unique across processes, gaps are possible.</summary>
    Task<string> NextTicketAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>How much everybody has to do, by aadObjectId.</summary>
    Task<IReadOnlyDictionary<string, Workload>> WorkloadsAsync(CancellationToken cancellationToken);

    /// <summary>Numbers of a customer's complaints, the newest first, at most 50.</summary>
    Task<IReadOnlyList<string>> TicketsOfCustomerAsync(string customerId, CancellationToken cancellationToken);

    /// <summary>The key of a message that was sent to a conversation, by the id that the channel gave it; null when it had none.</summary>
    Task<string?> KeyOfSentAsync(string conversationId, string activityId, CancellationToken cancellationToken);

    /// <summary>Numbers of the open complaints that a member of staff owns, the earliest due first, at most 50.</summary>
    Task<IReadOnlyList<string>> TicketsOfOwnerAsync(string aadObjectId, CancellationToken cancellationToken);

    /// <summary>The same without a bound: for handing everything over.</summary>
    Task<IReadOnlyList<string>> AllTicketsOfOwnerAsync(string aadObjectId, CancellationToken cancellationToken);
}
