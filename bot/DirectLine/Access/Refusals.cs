using System.Collections.Concurrent;

namespace DirectLine.Access;

/// <summary>
/// Remembers who was told to wait, so that a flood is answered without asking the store each time. Only a shortcut: a count never
/// sinks faster than time passes, so until then the store would say the same.
/// </summary>
internal sealed class Refusals
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>How long <paramref name="who"/> still has to wait; null when they may ask.</summary>
    public TimeSpan? Until(string who, DateTimeOffset now)
    {
        if (!_until.TryGetValue(who, out var until))
            return null;
        if (until > now)
            return until - now;
        _until.TryRemove(who, out _);
        return null;
    }

    /// <summary>Remembers a refusal. When there are very many, what is over goes first.</summary>
    public void Remember(string who, DateTimeOffset until, DateTimeOffset now)
    {
        if (_until.Count >= Most)
        {
            foreach (var (over, _) in _until.Where(r => r.Value <= now))
                _until.TryRemove(over, out _);
            if (_until.Count >= Most)
                _until.Clear();
        }
        _until[who] = until;
    }
}
