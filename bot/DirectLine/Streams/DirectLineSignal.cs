using System.Collections.Concurrent;
using System.Threading.Channels;

namespace DirectLine.Streams;

/// <summary>
/// Wakes the open streams of this process when something new is in a log. A lost wake-up costs only the time until the next look
/// into the store, so nothing depends on it.
/// </summary>
public sealed class DirectLineSignal
{
    private readonly ConcurrentDictionary<string, StreamSubscription[]> _open = new(StringComparer.Ordinal);

    /// <summary>Something was appended to the conversation's log.</summary>
    public void Wake(string conversationId) => Each(conversationId, s => s.Wake());

    /// <summary>Shows something that is not kept, such as typing, to whoever is watching now. <paramref name="activityJson"/> is
    /// one activity.</summary>
    public void Show(string conversationId, string activityJson) => Each(conversationId, s => s.Show(activityJson));

    /// <summary>The conversations that are watched now in this process.</summary>
    public IReadOnlyCollection<string> Watched => [.. _open.Keys];

    /// <summary>Watches a conversation until disposed. Beyond <paramref name="most"/> watchers the oldest is told to go.</summary>
    public StreamSubscription Subscribe(string conversationId, int most)
    {
        var subscription = new StreamSubscription(this, conversationId);
        var now = _open.AddOrUpdate(conversationId, _ => [subscription], (_, others) => [.. others, subscription]);
        foreach (var displaced in now.SkipLast(most))
            displaced.Displace();
        return subscription;
    }

    internal void Remove(StreamSubscription subscription)
    {
        while (_open.TryGetValue(subscription.ConversationId, out var now))
        {
            var rest = now.Where(s => s != subscription).ToArray();
            var done =
                rest.Length == 0
                    ? _open.TryRemove(new(subscription.ConversationId, now))
                    : _open.TryUpdate(subscription.ConversationId, rest, now);
            if (done)
                return;
        }
    }

    private void Each(string conversationId, Action<StreamSubscription> action)
    {
        if (_open.TryGetValue(conversationId, out var subscriptions))
            Array.ForEach(subscriptions, action);
    }
}

/// <summary>One watcher of one conversation.</summary>
public sealed class StreamSubscription : IDisposable
{
    private readonly DirectLineSignal _signal;
    private readonly CancellationTokenSource _displaced = new();

    // Full = the watcher is behind anyway; the log has everything that matters, so the oldest hints may go.
    private readonly Channel<string?> _hints = Channel.CreateBounded<string?>(
        new BoundedChannelOptions(32) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );

    internal StreamSubscription(DirectLineSignal signal, string conversationId) => (_signal, ConversationId) = (signal, conversationId);

    /// <summary>The conversation watched.</summary>
    public string ConversationId { get; }

    /// <summary>Cancelled when newer watchers took this one's place.</summary>
    public CancellationToken Displaced => _displaced.Token;

    /// <summary>Waits for the next hint: the JSON of something to show, or null for "look into the log".</summary>
    public ValueTask<string?> NextAsync(CancellationToken cancellationToken) => _hints.Reader.ReadAsync(cancellationToken);

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        _signal.Remove(this);
        _displaced.Dispose();
    }

    internal void Wake() => _hints.Writer.TryWrite(null);

    internal void Show(string activityJson) => _hints.Writer.TryWrite(activityJson);

    internal void Displace()
    {
        try
        {
            _displaced.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just gone by itself.
        }
    }
}
