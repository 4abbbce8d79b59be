using Complaints;
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

    /// <summary>What the speaker picked when the bot asked what the words mean; null when it did not ask, or they were said anew.</summary>
    public Alternative? Meant { get; init; }

    /// <summary>What the turn knew when they were read; null before the reading.</summary>
    public Context? Context { get; init; }

    /// <summary>Tickets that a description in the words fits, where it fits several; else empty.</summary>
    public IReadOnlyList<Complaint> Fitting { get; init; } = [];

    /// <summary>The description that <see cref="Fitting"/> belongs to, as written.</summary>
    public string? Described { get; init; }

    /// <summary>Of a customer with several open complaints the one that the words name, by number, by what it is about, or by a button;
    /// null when they name none.</summary>
    public string? About { get; init; }

    /// <summary>True when <see cref="About"/> was picked after the bot had asked.</summary>
    public bool IsPicked { get; init; }

    /// <summary>One of <see cref="Intents"/>.</summary>
    public string Intent => Meaning.Intent;

    /// <summary>What the words do in the talk, one of <see cref="TurnMeanings"/>; where the reading gives none, what their intent
    /// amounts to. Null for what begins something new.</summary>
    public string? Turn => Meaning.Turn ?? (Of.TryGetValue(Meaning.Intent, out var turn) ? turn : null);

    /// <summary>True when the reading is sure enough to act on without asking.</summary>
    public bool IsSure => Meaning.Confidence >= Sure;

    /// <summary>Facts in the words.</summary>
    public Slots Slots => Meaning.Slots;

    // Of readings with 0.7 seven in ten are right: below that it is better to ask.
    private const double Sure = 0.7;

    private static readonly Dictionary<string, string> Of = new(StringComparer.Ordinal)
    {
        [Intents.Satisfied] = TurnMeanings.Satisfied,
        [Intents.Unsatisfied] = TurnMeanings.NotSatisfied,
        [Intents.Yes] = TurnMeanings.Confirm,
        [Intents.No] = TurnMeanings.Refuse,
        [Intents.Skip] = TurnMeanings.DontKnow,
        [Intents.Cancel] = TurnMeanings.Cancel,
        [Intents.Withdraw] = TurnMeanings.Withdraw,
        [Intents.Human] = TurnMeanings.Human,
        [Intents.Status] = TurnMeanings.Status,
        [Intents.Thanks] = TurnMeanings.Thanks,
        [Intents.Greeting] = TurnMeanings.SmallTalk,
        [Intents.AddInformation] = TurnMeanings.AddInformation,
        [Intents.Inquiry] = TurnMeanings.CounterQuestion,
        [Intents.Unclear] = TurnMeanings.Ambiguous,
    };

    private static Meaning Unread { get; } = new() { Intent = Intents.Unclear };
}
