using ComplaintBot.BotService.Proof;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Receiving;

/// <summary>An activity that was stored and waits for its turn, or had it.</summary>
public sealed class InboxItem
{
    /// <summary>Ascends within a conversation in the order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>The conversation's lane.</summary>
    public string Lane { get; init; } = "";

    /// <summary>The activity's type.</summary>
    public string Type { get; init; } = "";

    /// <summary>The activity as JSON.</summary>
    public string Activity { get; init; } = "";

    /// <summary>Who sent it, as proven, as JSON.</summary>
    public string? Caller { get; init; }

    /// <summary>How often the turn was begun, this time included.</summary>
    public int Attempts { get; init; }

    /// <summary>The trace it belongs to, see <see cref="Telemetry.Spans.Mark"/>; null when nothing was collected.</summary>
    public string? Trace { get; init; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The activity.</summary>
    public Activity ReadActivity() => ProtocolJson.Deserialize<Activity>(Activity)!;

    /// <summary>Who sent it, as proven.</summary>
    public Caller ReadCaller() => BotService.Proof.Caller.Read(Caller);
}

/// <summary>The stored activity; <paramref name="Repeated"/> when the channel had delivered it before and nothing was added.</summary>
public readonly record struct InboxReceipt(long Id, bool Repeated);
