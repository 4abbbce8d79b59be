using ComplaintBot.Conversations;
using Understanding.Facts;

namespace ComplaintBot.Intake.Steps;

/// <summary>The answer to a question of intake. What comes instead of one gets its own answer, its words are kept, and the question
/// is put once more; after that intake goes on without it.</summary>
internal sealed class QuestionAnswer : PlainStep<CustomerState>, IOpenQuestion<CustomerState>
{
    // After this long somebody who says hello is welcomed back.
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(6);

    // "That is wrong" says nothing of what is right.
    private const int ShortCorrection = 6;

    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        if (state.Draft is not { } draft)
            return null;
        if (draft.Asking == IntakeQuestion.Accused)
            return AboutStaff.Answer(turn, draft, heard) is { } settled
                ? Drafting.GoOn(turn, state, settled)
                // Something else was said: it belongs to the story, and whoever might be meant is kept away.
                : Drafting.GoOn(
                    turn,
                    state,
                    Telling.Take(turn, draft with { Asking = null, Asked = [.. draft.Asked, IntakeQuestion.Accused] }, heard)
                );
        var meaning = heard.Meaning;
        if (draft.Asking == IntakeQuestion.Place && PlaceAnswer.IsAddress(heard.Text))
            meaning = meaning with { Slots = meaning.Slots with { HappenedFrom = null, HappenedTo = null } };
        heard = heard with { Meaning = meaning };
        var taken = Telling.Take(turn, draft, heard);
        if (draft.Asking is null)
            return Drafting.GoOn(turn, state, taken, Drafting.Noted(turn, draft, taken, null));
        var facts =
            DraftFacts.Differ(draft, taken)
            || (draft.Asking == IntakeQuestion.Category && IntakeAnswers.Choice(heard.Text, turn.Organisation) is not null);
        var words = draft.Asking is not (IntakeQuestion.Place or IntakeQuestion.Category);
        if (NotAnAnswers.Of(heard.Text, meaning, facts, words) is { } other)
            return Interrupted(turn, state, heard.Text, other);
        // "I want to complain" is no place: the question stands.
        if (draft.Asking == IntakeQuestion.Place && !facts && PlaceEnds.IsNone(heard.Text) && !AnswerForm.IsDontKnow(heard.Text))
            return Interrupted(turn, state, heard.Text, heard.Text.Length <= ShortCorrection ? NotAnAnswer.Slip : NotAnAnswer.Correcting);
        var answered = IntakeAnswers.Answer(draft, heard, turn.Organisation, Telling.Wishes(turn, heard));
        return Drafting.GoOn(turn, state, answered, Drafting.Noted(turn, draft, answered, draft.Asking));
    }

    /// <inheritdoc/>
    public CustomerState? PutAgain(Turn turn, CustomerState state) =>
        state.Draft is not { } draft || (draft.Asking is not null && draft.Repeated == draft.Asking)
            ? null
            : Drafting.AskAgain(turn, Twice(state));

    private static CustomerState Interrupted(Turn turn, CustomerState state, string text, NotAnAnswer what)
    {
        var draft = state.Draft!;
        if (what == NotAnAnswer.FedUp)
        {
            turn.Say("talk.enoughAsked");
            var rest = draft with
            {
                Category = draft.Category ?? turn.Organisation.OtherCategory.Id,
                Asked = Enum.GetValues<IntakeQuestion>(),
            };
            return Drafting.Summary(turn, state, rest);
        }
        var isStory = what is NotAnAnswer.Correcting or NotAnAnswer.Asking;
        if (isStory)
            draft = draft with { Said = [.. draft.Said, text] };
        var words = turn.Reader.Text(Words(turn, state, text, what));
        return draft.Repeated == draft.Asking && what != NotAnAnswer.Checking
            ? Drafting.GoOn(
                turn,
                state,
                draft with
                {
                    Asking = null,
                    Asked = [.. draft.Asked, draft.Asking!.Value],
                },
                isStory ? words : null
            )
            : Drafting.AskAgain(turn, Twice(state with { Draft = draft }), words);
    }

    private static CustomerState Twice(CustomerState state) => state with { Draft = state.Draft! with { Repeated = state.Draft.Asking } };

    private static string Words(Turn turn, CustomerState state, string text, NotAnAnswer what) =>
        what switch
        {
            NotAnAnswer.Checking => turn.Now - state.LastHeard >= LongPause ? "talk.welcomeBack" : "talk.imHere",
            NotAnAnswer.Correcting => text.Length <= ShortCorrection ? "talk.whichFact" : "talk.wordsAdded",
            NotAnAnswer.Asking => "talk.questionKept",
            NotAnAnswer.AboutTheBot => "talk.whatIAm",
            NotAnAnswer.Wordless when AnswerForm.IsSad(text) => "talk.feelings",
            _ => "talk.goOn",
        };
}
