using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Conversations;

/// <summary>A message as it was heard: made once for each by <see cref="Listener"/>, then offered to the steps of the
/// conversation. No step reads the words again.</summary>
public sealed record Heard
{
    /// <summary>The words, without the mention of the bot; empty for a message of files alone.</summary>
    public required string Text { get; init; }

    /// <summary>Photos and files that came with it.</summary>
    public IReadOnlyList<Evidence> Files { get; init; } = [];

    /// <summary>What the words mean. Steps that come before the reading (see <see cref="StepList{TState}.Unread{TStep}"/>) see
    /// <see cref="Intents.Unclear"/>.</summary>
    public Meaning Meaning { get; init; } = Unread;

    /// <summary>What the turn knew when they were read; null before the reading.</summary>
    public Context? Context { get; init; }

    /// <summary>One of <see cref="Intents"/>.</summary>
    public string Intent => Meaning.Intent;

    /// <summary>Facts in the words.</summary>
    public Slots Slots => Meaning.Slots;

    private static Meaning Unread { get; } = new() { Intent = Intents.Unclear };
}
