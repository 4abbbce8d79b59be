using System.Text;
using DirectLine.Uploads;

namespace DirectLine.Activities;

/// <summary>Some activities and the watermark that continues after them: <c>{"activities":[…],"watermark":"7"}</c>.</summary>
internal sealed record ActivitySet(string Json, int Count, long Last, bool More);

/// <summary>Reads a conversation's log as clients get it.</summary>
internal sealed class ActivitySets(IDirectLineStore store, UploadLinks links)
{
    private const int LargestSet = 512 * 1024;
    private const int MostEntries = 100;

    /// <summary>Entries after a sequence, as many as fit into one answer. They are put in as they are, without parsing them
    /// again.</summary>
    public async Task<ActivitySet> ReadAsync(string conversationId, long after, string publicAddress, CancellationToken cancellationToken)
    {
        var entries = await store.ReadLogAsync(conversationId, after, MostEntries, cancellationToken);
        var (count, last) = (0, after);
        var json = new StringBuilder("{\"activities\":[");
        foreach (var entry in entries.TakeWhile(_ => json.Length < LargestSet))
        {
            json.Append(count++ == 0 ? "" : ",")
                .Append(await links.ForClientAsync(entry.Json, conversationId, publicAddress, cancellationToken));
            last = entry.Sequence;
        }
        json.Append("],\"watermark\":\"").Append(Watermark.Write(last)).Append("\"}");
        return new(json.ToString(), count, last, count < entries.Count || count == MostEntries);
    }

    /// <summary>A set of one activity that is not in the log, and so without a watermark.</summary>
    public static string OfShown(string activityJson) => $"{{\"activities\":[{activityJson}]}}";
}
