using ComplaintBot.Conversations;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>The answer to a question of intake, or what comes instead of one: it gets its own answer and the question stays.</summary>
internal sealed class QuestionAnswer : PlainStep<CustomerState>, IOpenQuestion<CustomerState>
{
    // After this long somebody who says hello is welcomed back.
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(6);

    protected override CustomerState? Take(Turn turn, CustomerState state, Heard heard)
    {
        if (state.Draft is not { } draft || heard.Intent == Intents.Status)
            return null;
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
        var answered = IntakeAnswers.Answer(draft, heard.Text, meaning, turn.Organisation, Telling.Wishes(turn, heard));
        return Drafting.GoOn(turn, state, answered, Drafting.Noted(turn, draft, answered, draft.Asking));
    }

    /// <inheritdoc/>
    public CustomerState? PutAgain(Turn turn, CustomerState state) => state.Draft is null ? null : Drafting.AskAgain(turn, state);

    private static CustomerState Interrupted(Turn turn, CustomerState state, string text, NotAnAnswer what)
    {
        var draft = state.Draft!;
        switch (what)
        {
            case NotAnAnswer.Slip or NotAnAnswer.Agreeing when draft.Repeated == draft.Asking:
                return Drafting.GoOn(turn, state, draft with { Asking = null, Asked = [.. draft.Asked, draft.Asking!.Value] });
            case NotAnAnswer.Checking:
                return Again(turn, state, turn.Now - state.LastHeard >= LongPause ? "talk.welcomeBack" : "talk.imHere");
            case NotAnAnswer.FedUp:
                turn.Say("talk.enoughAsked");
                return Drafting.Summary(
                    turn,
                    state,
                    draft with
                    {
                        Category = draft.Category ?? turn.Organisation.OtherCategory.Id,
                        Asked = Enum.GetValues<IntakeQuestion>(),
                    }
                );
            case NotAnAnswer.Correcting:
                return Again(turn, Kept(state, text), "talk.wordsAdded");
            case NotAnAnswer.Asking:
                return Again(turn, Kept(state, text), "talk.questionKept");
            default:
                return Again(
                    turn,
                    state with
                    {
                        Draft = draft with { Repeated = draft.Asking },
                    },
                    what == NotAnAnswer.AboutTheBot ? "talk.whatIAm"
                        : what == NotAnAnswer.Wordless && AnswerForm.IsSad(text) ? "talk.feelings"
                        : "talk.goOn"
                );
        }
    }

    private static CustomerState Kept(CustomerState state, string text) =>
        state with
        {
            Draft = state.Draft! with { Said = [.. state.Draft.Said, text] },
        };

    private static CustomerState Again(Turn turn, CustomerState state, string key) =>
        Drafting.AskAgain(turn, state, turn.Speech.Strings.Text(turn.Language, key));
}
