using Complaints;

namespace ComplaintBot.Conversations;

/// <summary>Does what buttons of some cards say.</summary>
/// <typeparam name="TState">What the conversation remembers.</typeparam>
public interface IPress<TState>
    where TState : class
{
    /// <summary>True for the buttons of this one's cards.</summary>
    bool Takes(CardInputs inputs);

    /// <summary>Does it.</summary>
    Task<Pressed<TState>> PressAsync(Turn turn, TState state, CardInputs inputs, CancellationToken cancellationToken);
}

/// <summary>What a button press is answered with: words, a card in place of the pressed one, or both.</summary>
/// <param name="State">What is remembered after it.</param>
/// <param name="Words">What is said under the card; null = nothing, or it was said as a message.</param>
/// <param name="Card">What the pressed card becomes; null = it stays.</param>
/// <param name="Refused">True when it was not done.</param>
public sealed record Pressed<TState>(TState State, string? Words = null, OutgoingMessage? Card = null, bool Refused = false)
{
    /// <summary>Why the domain refused it; null when it did not, or when it never got there.</summary>
    public Refusal? Why { get; init; }
}
