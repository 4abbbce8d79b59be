using Complaints.Events;

namespace ComplaintBot.Storage;

/// <summary>Events of one ticket that do not give their hash, until a later event of the same chain says that their personal data
/// was erased and what is left. What nobody vouches for was tampered with.</summary>
internal sealed class ErasedEvents
{
    private readonly Dictionary<int, (string Hash, string Left)> _open = [];

    /// <summary>An event does not give its hash.</summary>
    public void Expect(int version, string hash, string left) => _open[version] = (hash, left);

    /// <summary>An event that holds: it may vouch for earlier ones.</summary>
    public void Vouched(string json)
    {
        if (_open.Count == 0 || EventJson.Read(json) is not PersonalDataErased erasure)
            return;
        foreach (var e in erasure.Events)
        {
            if (_open.TryGetValue(e.Version, out var stored) && stored == (e.Hash, e.Left))
                _open.Remove(e.Version);
        }
    }

    /// <summary>The ticket is over: its first event that nobody vouched for, if any.</summary>
    public AuditFault? End(string ticket)
    {
        var fault =
            _open.Count == 0
                ? null
                : new AuditFault(ticket, _open.Keys.Min(), "its hash does not follow from its content and the event before it");
        _open.Clear();
        return fault;
    }
}
