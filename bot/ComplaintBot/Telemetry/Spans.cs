using System.Diagnostics;

namespace ComplaintBot.Telemetry;

/// <summary>The spans of the bot. One trace leads from a customer's message over the stored row, the turn and its transaction to the
/// message that left, also when another process went on with it: rows keep the mark of the span that wrote them. Spans say what was
/// done and with which ticket, never who somebody is or what they said. Without a listener none is made.</summary>
public static class Spans
{
    /// <summary>The name by which the spans are collected.</summary>
    public const string SourceName = "ComplaintBot";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The mark of the span under way (W3C <c>traceparent</c>), to be stored with what it wrote; null when nobody
    /// listens.</summary>
    public static string? Mark => Source.HasListeners() && Activity.Current is { Recorded: true } current ? current.Id : null;

    /// <summary>Begins a span under the one that is under way; null when there is none, or nobody listens.</summary>
    public static Activity? Start(string name) => Activity.Current is null ? null : Source.StartActivity(name);

    /// <summary>Begins a span that goes on with the trace of a stored mark, or a new one without a mark.</summary>
    public static Activity? Continue(string name, ActivityKind kind, string? mark)
    {
        if (!Source.HasListeners())
            return null;
        if (ActivityContext.TryParse(mark, traceState: null, isRemote: true, out var parent))
            return Source.StartActivity(name, kind, parent);
        // Not under whatever else is under way: what has no mark began nowhere.
        var around = Activity.Current;
        Activity.Current = null;
        var span = Source.StartActivity(name, kind);
        if (span is null)
            Activity.Current = around;
        return span;
    }

    /// <summary>Says on the span under way what happened to a complaint.</summary>
    /// <param name="ticket">The ticket number.</param>
    /// <param name="happened">The name of an event, such as <c>assigned</c>.</param>
    public static void Happened(string ticket, string happened) =>
        Activity.Current?.AddEvent(new(happened, tags: new() { ["complaint.ticket"] = ticket }));
}
