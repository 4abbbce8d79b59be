namespace ComplaintBot.Conversations;

/// <summary>Begins a complaint from words that were heard in another connection.</summary>
public interface INewComplaint
{
    /// <summary>Begins one that follows up <paramref name="followsUp"/>, an ended complaint that is too old to go on (T19).</summary>
    CustomerState Begin(Turn turn, CustomerState state, Heard heard, string followsUp);
}
