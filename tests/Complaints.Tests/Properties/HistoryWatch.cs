using Complaints.Deadlines;
using Complaints.Events;
using Complaints.Organisations;
using Complaints.Procedure;

namespace Complaints.Tests.Properties;

/// <summary>Reads history as it grows: it is never rewritten, its chain verifies, and each reminder comes once, to somebody, to
/// nobody whom it concerns, never after
/// the promise or the complaint ended.</summary>
internal sealed class HistoryWatch(Action<bool, string> that)
{
    private readonly List<string> _seen = [];
    private readonly Dictionary<string, DeadlineKind> _kinds = [];
    private readonly HashSet<string> _ended = [];
    private readonly HashSet<(string, DateTimeOffset)> _reminded = [];
    private bool _closed;

    /// <summary>Looks at what is new.</summary>
    public void Look(Complaint complaint, Organisation organisation)
    {
        var history = complaint.History;
        that(history.Count >= _seen.Count, "History shrank.");
        that(complaint.Version == history.Count, "The version does not count the events.");
        for (var i = 0; i < history.Count; i++)
        {
            var e = history[i];
            if (i < _seen.Count)
            {
                that(e.Hash == _seen[i], "History was rewritten.");
                continue;
            }
            var before = i == 0 ? null : history[i - 1];
            that(
                e.Hash
                    == RecordedEvent.HashOf(
                        before?.Hash ?? RecordedEvent.Genesis,
                        e.Ticket,
                        i + 1,
                        e.At,
                        e.By,
                        e.Channel,
                        e.Command,
                        e.Json
                    ),
                "The chain of hashes is broken."
            );
            that(before is null || before.At <= e.At, "Time ran backwards in history.");
            _seen.Add(e.Hash);
            Follow(e, complaint, organisation);
        }
    }

    private void Follow(RecordedEvent e, Complaint complaint, Organisation organisation)
    {
        switch (e.Event)
        {
            case Satisfied or ClosedUnconfirmed or ClosedUnresolved or Withdrawn or NotAccepted or MergedInto:
                _closed = true;
                break;
            case Reopened:
                _closed = false;
                break;
            case DeadlineSet s:
                _kinds[s.Id] = s.Kind;
                break;
            case DeadlineMet m:
                that(_ended.Add(m.Id), $"{m.Id} ended twice.");
                break;
            case DeadlineCancelled c:
                that(_ended.Add(c.Id), $"{c.Id} ended twice.");
                break;
            case DeadlineMoved or DeadlinePaused or Snoozed when _ended.Contains(IdOf(e.Event)):
                that(false, $"{IdOf(e.Event)} changed after it ended.");
                break;
            case Reminded r:
                that(!_ended.Contains(r.Id), $"Reminded of {r.Id} after it ended.");
                that(!_closed || Invariants.AfterClose.Contains(_kinds[r.Id]), $"Reminded of {r.Id} after the close.");
                that(_reminded.Add((r.Id, e.At)), $"Reminded of {r.Id} twice at {e.At:O}.");
                that(r.To.Count > 0, $"Nobody was reminded of {r.Id}.");
                that(
                    r.To.All(id => !Relations.IsConflicted(id, complaint, organisation)),
                    $"Somebody was reminded of {r.Id} whom it is about."
                );
                break;
            default:
                break;
        }
    }

    private static string IdOf(ComplaintEvent e) =>
        e switch
        {
            DeadlineMoved m => m.Id,
            DeadlinePaused p => p.Id,
            Snoozed s => s.Id,
            _ => "",
        };
}
