using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Understanding;
using Understanding.Categories;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>Whatever a customer with an open complaint says that is not plainly something else goes to its owner, who hears it at
/// once: facts, questions, and what nobody made out.</summary>
internal sealed class LaterWords : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            state.Draft is not null
            || await CaseMeant.CurrentAsync(turn, state, heard, cancellationToken) is not { } open
            || SenseOf(heard, open, await IsAboutItAsync(turn, state, heard, cancellationToken)) is not { } sense
            || (heard.Intent is Intents.Yes or Intents.Thanks && open.State != ComplaintState.AwaitingConfirmation)
        )
            return null;
        return await PassOnAsync(turn, state, open, heard, sense, cancellationToken);
    }

    /// <summary>Tells the owner and says so; what the case itself tells is answered at once.</summary>
    public static async Task<CustomerState> PassOnAsync(
        Turn turn,
        CustomerState state,
        Complaint open,
        Heard heard,
        SaidAs sense,
        CancellationToken cancellationToken
    )
    {
        var added = new AddInformation(heard.Text, heard.Files, AnswersQuestion: false)
        {
            As = sense,
            NotNamed = NotNamed.IsWished(heard.Text),
        };
        if (await CustomerCommands.DoAsync(turn, open.Ticket, added, "", cancellationToken))
        {
            turn.Say(
                "talk.passedOn." + Reader.Code(sense),
                ("ticket", turn.NumberOf(open)),
                ("owner", turn.Reader.Person(open.AnswerablePerson) is { Length: > 0 } name ? name : turn.Reader.Text("talk.theOwner"))
            );
            if (added.NotNamed)
                turn.Say("talk.notNamed");
            if (sense == SaidAs.Question && CaseQuestions.Asks(heard.Text))
                turn.SayText(CaseAnswer.Words(open, turn.Reader));
        }
        return state with { LastTicket = open.Ticket };
    }

    // Trouble that names no other kind of thing, or one of several cases of theirs, is no new complaint.
    private static async Task<bool> IsAboutItAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken) =>
        heard.Meaning.Category is null
        || (
            heard.Meant is null
            && (heard.About is not null || CaseMeant.IsTalkedOf(turn, state))
            && (heard.Meaning.CategoryConfidence < CategoryConfidence.Sure || heard.Meaning.Category == turn.Organisation.OtherCategory.Id)
            && (await CaseMeant.OpenAsync(turn, cancellationToken)).Count > 1
        );

    private static SaidAs? SenseOf(Heard heard, Complaint open, bool isAboutIt) =>
        heard.Intent == Intents.Praise ? null
        : heard.Intent == Intents.Complain ? (isAboutIt ? SaidAs.More : null)
        : heard.Turn switch
        {
            TurnMeanings.AddInformation
            or TurnMeanings.NotSatisfied
            or TurnMeanings.Answer
            or TurnMeanings.Correct
            or TurnMeanings.Refuse
            or TurnMeanings.DontKnow => SaidAs.More,
            // No plain yes to a result, or news while nothing was reported yet ("it works again"): the owner reads the words.
            TurnMeanings.Satisfied => SaidAs.More,
            TurnMeanings.CounterQuestion => SaidAs.Question,
            TurnMeanings.Ambiguous => SaidAs.Unclear,
            _ => null,
        };
}
