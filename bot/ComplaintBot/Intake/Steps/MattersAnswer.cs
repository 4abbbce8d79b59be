using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>The answer in words to "file these apart or as one?"; on the card it is a button.</summary>
internal sealed class MattersAnswer : PlainStep<CustomerState>
{
    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard) =>
        state.Draft is not { Matters.Count: > 0 } ? null
        : heard.Intent == Intents.Yes || AnswerForm.IsSplit(heard.Text) ? Split(turn, state, true)
        : heard.Intent == Intents.No || AnswerForm.IsOne(heard.Text) ? Split(turn, state, false)
        : null;

    // Told on without an answer: one matter.
    public override CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state.Draft is not { Matters.Count: > 0 } draft || heard.Intent == Intents.Status
            ? state
            : state with
            {
                Draft = draft with { Matters = [] },
            };

    /// <summary>Several matters one after the other, or all in one.</summary>
    public static CustomerState Split(Turn turn, CustomerState state, bool many)
    {
        var draft = state.Draft!;
        if (draft.Matters is not [var first, ..])
        {
            turn.Say("talk.oldCard");
            return state;
        }
        if (!many)
            return Drafting.Open(turn, state, draft with { Matters = [], Category = first.Category });
        return Drafting.Open(
            turn,
            state with
            {
                Next = [.. draft.Matters.Skip(1)],
            },
            first with
            {
                Id = draft.Id,
                Files = draft.Files,
                Phone = first.Phone ?? draft.Phone,
                Email = first.Email ?? draft.Email,
                Name = first.Name ?? draft.Name,
                Anonymous = draft.Anonymous,
            }
        );
    }
}
