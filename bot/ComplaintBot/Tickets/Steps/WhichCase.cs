using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>Of somebody with several open complaints, words that may be about each: asks which, with a button for each. What tells
/// something is with an owner meanwhile; what wants something done waits for the answer.</summary>
internal sealed class WhichCase : IStep<CustomerState>
{
    // More would be a list to search in.
    private const int Most = 3;

    // So little tells nothing.
    private const int ShortestWords = 5;

    private static readonly string[] Telling =
    [
        TurnMeanings.AddInformation,
        TurnMeanings.NotSatisfied,
        TurnMeanings.Answer,
        TurnMeanings.Correct,
        TurnMeanings.CounterQuestion,
        TurnMeanings.Ambiguous,
    ];

    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (state.Draft is not null || state.Pending is not null || state.Missing is not null)
            return null;
        var (wants, tells) = (Wants(heard), Tells(heard));
        if (heard.IsPicked)
        {
            if (wants || Corrects(heard) || state.Which?.Kept != heard.About)
                return null;
            turn.Say("talk.added", ("ticket", heard.About));
            return Pass(turn, state, heard) with { LastTicket = heard.About };
        }
        if (
            !(wants || tells)
            || heard.About is not null
            || heard.Slots.Ticket is not null
            || await SurveyedAsync(turn, heard, cancellationToken)
            || await CaseMeant.SurelyAsync(turn, state, cancellationToken) is not null
            || await CaseMeant.OpenAsync(turn, cancellationToken) is not [_, _, ..] open
        )
            return null;
        return await AskAsync(turn, state, heard, open, wants, cancellationToken);
    }

    /// <inheritdoc/>
    public CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state with
        {
            Which = null,
            TalkedOf = state.Draft is null && heard.About is { } named ? new(named, turn.Now) : state.TalkedOf,
        };

    private static async Task<CustomerState> AskAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        IReadOnlyList<Complaint> open,
        bool wants,
        CancellationToken cancellationToken
    )
    {
        turn.NoteAskedBack();
        var choices = open.Take(Most)
            .Select(c => new PossibleCase($"{turn.NumberOf(c)} · {turn.Reader.Category(c.Details.Category)}", turn.NumberOf(c)))
            .ToList();
        var kept = wants ? null : choices.Find(c => c.Ticket == state.LastTicket)?.Ticket ?? choices[0].Ticket;
        if (kept is not null)
        {
            var add = new AddInformation(heard.Text, heard.Files, AnswersQuestion: false) { As = SaidAs.Unclear };
            await CustomerCommands.DoAsync(turn, kept, add, "", cancellationToken);
        }
        turn.Ask(
            kept is null ? turn.Reader.Text("talk.whichCase") : turn.Reader.Text("talk.whichCaseKept", ("ticket", kept)),
            [.. choices.Select(c => c.Title), turn.Reader.Text("talk.button.newMatter")]
        );
        return state with { Which = new(heard.Text, choices) { Kept = kept } };
    }

    private static bool Wants(Heard heard) =>
        heard.Turn is TurnMeanings.Hurry or TurnMeanings.Withdraw
        || (heard.Intent == Intents.Status && CaseQuestions.Urges(heard.Text))
        || CustomerWishes.GoHigher(heard.Text);

    private static bool Tells(Heard heard) =>
        heard.Files.Count == 0
        && heard.Intent
            is not (Intents.Status or Intents.Complain or Intents.Praise or Intents.Greeting or Intents.Thanks or Intents.Human)
        && (Corrects(heard) || (Telling.Contains(heard.Turn) && heard.Text.Count(char.IsLetterOrDigit) >= ShortestWords));

    private static bool Corrects(Heard heard) =>
        heard.Turn == TurnMeanings.Correct || Corrections.Are(heard.Text) || Removals.Of(heard.Text).Count > 0;

    private static async Task<bool> SurveyedAsync(Turn turn, Heard heard, CancellationToken cancellationToken) =>
        SurveyAnswers.StarsIn(heard.Text) is not null
        && (await turn.OwnCasesAsync(cancellationToken)).Any(c => c.IsSurveyOpenFor(turn.Person.Actor.Id));
}
