using ComplaintBot.Conversations;

namespace ComplaintBot.Handling;

/// <summary>Answers what staff ask about many complaints.</summary>
public interface IQuestions
{
    /// <summary>How much a text looks like a question, seen from what was asked before.</summary>
    QuestionLikeness Likeness(Turn turn, StaffState state, string text);

    /// <summary>Answers a question in words; the state remembers the query for follow-ups, or the one before when nothing was
    /// understood.</summary>
    Task<StaffState> AnswerAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken);

    /// <summary>Answers a text that nothing else was made of, if it turns out to be a question after all; null when it does not,
    /// and nothing was said.</summary>
    Task<StaffState?> TryAnswerAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken);

    /// <summary>Shows the open complaints of the person who asks.</summary>
    Task<StaffState> MineAsync(Turn turn, StaffState state, CancellationToken cancellationToken);

    /// <summary>Answers "why?" about the answer before: what each complaint shown waits for, or the figure by category. Null when
    /// there is nothing it could be about.</summary>
    Task<StaffState?> WhyAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken);

    /// <summary>A button on an answer: another page, another order, a file (verbs <c>query.*</c>).</summary>
    Task<PressAnswer> PressedAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken);
}

/// <summary>How much a text looks like a question about complaints.</summary>
public enum QuestionLikeness
{
    /// <summary>Nothing in it is about complaints.</summary>
    None,

    /// <summary>Something in it is; ask back when nothing else fits better.</summary>
    Possible,

    /// <summary>All of its words were read, but none says that something is asked: "the overdue ones".</summary>
    Whole,

    /// <summary>All of it was read as a question: it is one, even where its first word is also a command.</summary>
    Plain,
}
