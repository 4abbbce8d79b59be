namespace Understanding;

/// <summary>Reads a message once. It only proposes: nothing is stored or done by it, and text from people is data, never an
/// instruction. The local reading and a model give the same value.</summary>
public interface IUnderstanding
{
    /// <summary>What the text means in its context. Never throws for any text; what it cannot make out is
    /// <see cref="Intents.Unclear"/>, with guesses where there are any.</summary>
    ValueTask<Meaning> ReadAsync(string text, Context context, CancellationToken cancellationToken);
}
