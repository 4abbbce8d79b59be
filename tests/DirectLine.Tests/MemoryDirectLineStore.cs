using DirectLine.Access;
using Microsoft.Bot.Schema;

namespace DirectLine.Tests;

/// <summary>The store in memory, as simple as its contract. Several servers may share one, as several processes share a database.</summary>
public sealed class MemoryDirectLineStore : IDirectLineStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DirectLineConversation> _conversations = [];
    private readonly Dictionary<string, List<LogEntry>> _logs = [];
    private readonly Dictionary<(string, string), string> _clientIds = [];
    private readonly Dictionary<(string, string), DirectLineUpload> _uploads = [];
    private readonly Dictionary<string, StreamTicket> _tickets = [];
    private readonly Dictionary<string, DateTimeOffset> _charges = [];
    private DateTimeOffset _last;

    /// <summary>What the bot would get, in order.</summary>
    public List<Activity> Inbox { get; } = [];

    /// <summary>Called after an activity went into the inbox.</summary>
    public Action<Activity> Received { get; set; } = _ => { };

    public Task<DirectLineConversation?> FindConversationAsync(string conversationId, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult(_conversations.GetValueOrDefault(conversationId));
    }

    public Task<bool> TryStartAsync(DirectLineConversation conversation, Activity join, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_conversations.TryAdd(conversation.Id, conversation))
                return Task.FromResult(false);
            _logs[conversation.Id] = [];
            Inbox.Add(join);
        }
        Received(join);
        return Task.FromResult(true);
    }

    public Task<UserActivityAppended?> AppendUserActivityAsync(UserActivityAppend append, CancellationToken cancellationToken)
    {
        Activity forBot;
        lock (_gate)
        {
            if (append.ClientActivityId is { } repeated && _clientIds.TryGetValue((append.ConversationId, repeated), out var known))
                return Task.FromResult<UserActivityAppended?>(new(known, true));
            if (Next(append.ConversationId, append.Now) is not { } at)
                return Task.FromResult<UserActivityAppended?>(null);
            var numbered = append.Number(at);
            Add(append.ConversationId, numbered.Entry, append.Ends);
            forBot = numbered.ForBot;
            Inbox.Add(forBot);
            if (append.ClientActivityId is { } clientId)
                _clientIds[(append.ConversationId, clientId)] = numbered.Entry.ActivityId;
            foreach (var upload in append.Uploads)
                _uploads[(append.ConversationId, upload.Id)] = upload;
        }
        Received(forBot);
        return Task.FromResult<UserActivityAppended?>(new(forBot.Id!, false));
    }

    public Task<string?> AppendBotActivityAsync(BotActivityAppend append, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Next(append.ConversationId, append.Now) is not { } at)
                return Task.FromResult<string?>(null);
            if (append.ReplacedId is { } replaced)
                at = at with
                {
                    Timestamp = DirectLineActivities.SaidAt(_logs[append.ConversationId].First(e => e.ActivityId == replaced).Json)!.Value,
                };
            var entry = append.Shape(at);
            Add(append.ConversationId, entry, append.Ends);
            return Task.FromResult<string?>(entry.ActivityId);
        }
    }

    public Task<IReadOnlyList<LogEntry>> ReadLogAsync(string conversationId, long after, int max, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<LogEntry>>([
                .. _logs.GetValueOrDefault(conversationId, []).Where(e => e.Sequence > after).Take(max),
            ]);
    }

    public Task<IReadOnlyDictionary<string, long>> LastSequencesAsync(
        IReadOnlyCollection<string> conversationIds,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyDictionary<string, long>>(
                conversationIds.Where(_conversations.ContainsKey).ToDictionary(id => id, id => _conversations[id].LastSequence)
            );
    }

    public Task<StoredUpload?> FindUploadAsync(string conversationId, string uploadId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(
                _uploads.TryGetValue((conversationId, uploadId), out var upload)
                    ? new StoredUpload(upload.Name, upload.ContentType, new MemoryStream(upload.Content.ToArray()))
                    : null
            );
        }
    }

    public Task AddTicketAsync(StreamTicket ticket, CancellationToken cancellationToken)
    {
        lock (_gate)
            _tickets[ticket.Hash] = ticket;
        return Task.CompletedTask;
    }

    public Task<StreamTicket?> TakeTicketAsync(string hash, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult(_tickets.Remove(hash, out var ticket) ? ticket : null);
    }

    public Task<TimeSpan> ChargeAsync(IReadOnlyList<RateCharge> charges, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var counted = charges
                .Select(c => (c.Key, Outcome: RateArithmetic.Charge(c, _charges.TryGetValue(c.Key, out var at) ? at : null, now)))
                .ToList();
            var wait = counted.Max(c => c.Outcome.Wait);
            if (wait == TimeSpan.Zero)
                counted.ForEach(c => _charges[c.Key] = c.Outcome.NewEmptyAt!.Value);
            return Task.FromResult(wait);
        }
    }

    public Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var expired in _tickets.Values.Where(t => t.Expires <= now).ToList())
                _tickets.Remove(expired.Hash);
            foreach (var (empty, _) in _charges.Where(c => c.Value <= now).ToList())
                _charges.Remove(empty);
        }
        return Task.CompletedTask;
    }

    private LogPosition? Next(string conversationId, DateTimeOffset now)
    {
        if (!_conversations.TryGetValue(conversationId, out var conversation) || conversation.Ended)
            return null;
        var earliest = _last.AddMilliseconds(1);
        _last = now > earliest ? now : earliest;
        return new(conversation.LastSequence + 1, _last);
    }

    private void Add(string conversationId, LogEntry entry, bool ends)
    {
        _logs[conversationId].Add(entry);
        _conversations[conversationId] = _conversations[conversationId] with { LastSequence = entry.Sequence, Ended = ends };
    }
}
