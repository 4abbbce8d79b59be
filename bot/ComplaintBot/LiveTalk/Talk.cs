namespace ComplaintBot.LiveTalk;

/// <summary>A customer talks with a person through the bot, or waits for one.</summary>
public sealed record Talk
{
    /// <summary>After so much silence the talk is over: what somebody writes next day is meant for the bot again.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>Names it on cards; unguessable.</summary>
    public required string Id { get; init; }

    /// <summary>The customer, as <c>channel:userId</c>.</summary>
    public required string Customer { get; init; }

    /// <summary>The language the customer speaks.</summary>
    public required string Language { get; init; }

    /// <summary>How the customer calls themselves, if known.</summary>
    public string? Name { get; init; }

    /// <summary>The ticket it is about, if any.</summary>
    public string? Ticket { get; init; }

    /// <summary>The words with which the customer asked for a person.</summary>
    public required string Words { get; init; }

    /// <summary>When the customer asked.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The aadObjectId of who took it; null while the customer waits.</summary>
    public string? TakenBy { get; init; }

    /// <summary>When it was taken.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>When either side last said something.</summary>
    public DateTimeOffset SpokenAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True when a person has it and neither side fell silent.</summary>
    public bool IsLive(DateTimeOffset now) => TakenBy is not null && EndedAt is null && now - SpokenAt < Silence;
}

/// <summary>One thing that was said; <paramref name="Staff"/> is null for the customer.</summary>
public sealed record TalkLine(string? Staff, string Text, DateTimeOffset SaidAt);
