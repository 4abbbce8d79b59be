namespace Complaints;

/// <summary>Why a command was not done: a value that becomes a sentence for people (string key <c>refusal.{Code}</c>), never an
/// exception.</summary>
public sealed record Refusal(string Code)
{
    /// <summary>The code of <see cref="NotAllowed"/>.</summary>
    public const string NotAllowedCode = "notAllowed";

    /// <summary>Values for the sentence's placeholders.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; init; } = new Dictionary<string, object?>();

    /// <summary>A refusal with one placeholder filled.</summary>
    public static Refusal Of(string code, string name, object? value) =>
        new(code) { Arguments = new Dictionary<string, object?> { [name] = value } };

    /// <summary>The state does not allow the verb.</summary>
    public static Refusal WrongState(string verb, ComplaintState state) =>
        new("wrongState")
        {
            Arguments = new Dictionary<string, object?> { ["verb"] = verb, ["state"] = state },
        };

    /// <summary>The person may not do this to this complaint.</summary>
    public static Refusal NotAllowed(string verb) => Of(NotAllowedCode, "verb", verb);

    /// <summary>A required input is missing or empty.</summary>
    public static Refusal Missing(string input) => Of("missing", "input", input);
}

/// <summary>What became of a command: null refusal means done. <see cref="Repeated"/> means that the same command had been done
/// before and had no second effect.</summary>
public sealed record Outcome(Refusal? Refusal = null, bool Repeated = false)
{
    /// <summary>Done.</summary>
    public static readonly Outcome Done = new();

    /// <summary>True unless refused.</summary>
    public bool Ok => Refusal is null;

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator Outcome(Refusal refusal) => new(refusal);

    /// <summary>A refusal is an outcome.</summary>
    public static Outcome FromRefusal(Refusal refusal) => new(refusal);
}
