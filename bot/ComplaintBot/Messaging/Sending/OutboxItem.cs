using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Messaging.Sending;

/// <summary>A row of the outbox.</summary>
internal sealed class OutboxItem
{
    public long Id { get; init; }

    public string Lane { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Payload { get; init; } = "";

    public string? MessageKey { get; init; }

    public string? TargetId { get; init; }

    public string? Trace { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public OutboxKind ReadKind() => Enum.Parse<OutboxKind>(Kind);

    public Activity ReadActivity() => ProtocolJson.Deserialize<Activity>(Payload)!;
}

/// <summary>A message that stands in a conversation.</summary>
internal sealed class SentMessage
{
    public string ConversationId { get; init; } = "";

    public string ActivityId { get; init; } = "";
}
