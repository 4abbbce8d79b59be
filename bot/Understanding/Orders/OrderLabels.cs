using Complaints.Procedure;

namespace Understanding.Orders;

/// <summary>What a learnt class of a staff sentence stands for in the schema.</summary>
internal static class OrderLabels
{
    /// <summary>Somebody is away; no verb of the procedure.</summary>
    public const string Absence = "absence";

    private static readonly string[] Others =
    [
        Intents.Complain,
        Intents.Status,
        Intents.Mine,
        Intents.Ask,
        Intents.Help,
        Intents.Yes,
        Intents.No,
        Intents.Unclear,
        Intents.Undo,
        Intents.Language,
    ];

    // Quality's and the managers' own: from others the same words are a report or a wish.
    private static readonly string[] OfManagers = [Verbs.Approve, Verbs.Visit, Verbs.Inspect, Verbs.Rectify, Verbs.Effective];

    /// <summary>The intent of a class.</summary>
    public static string Intent(string label) =>
        label is Intents.Subscribe or Intents.Unsubscribe ? Intents.OrderSettings
        : label == "person" ? Intents.Human
        : Others.Contains(label) ? label
        : Intents.Act;

    /// <summary>The verb of a class; null when it is none.</summary>
    public static string? Verb(string label) => Intent(label) is Intents.Act or Intents.OrderSettings ? label : null;

    /// <summary>The class of a meaning.</summary>
    public static string Of(Alternative meaning) => meaning.Verb ?? (meaning.Intent == Intents.Human ? "person" : meaning.Intent);

    /// <summary>How likely a class is by the speaker's role alone, 0..1.</summary>
    public static double Likely(string label, SpeakerRole role) => role == SpeakerRole.Staff && OfManagers.Contains(label) ? 0.3 : 1;
}
