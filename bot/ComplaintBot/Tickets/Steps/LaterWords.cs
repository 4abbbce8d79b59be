using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Understanding;
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
            || await turn.CurrentCaseAsync(heard.Slots.Ticket ?? state.LastTicket, cancellationToken) is not { } open
            || SenseOf(heard, open) is not { } sense
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

    private static SaidAs? SenseOf(Heard heard, Complaint open) =>
        heard.Intent == Intents.Praise ? null
        : heard.Intent == Intents.Complain ? (heard.Meaning.Category is null ? SaidAs.More : null)
        : heard.Turn switch
        {
            TurnMeanings.AddInformation
            or TurnMeanings.NotSatisfied
            or TurnMeanings.Answer
            or TurnMeanings.Correct
            or TurnMeanings.Refuse
            or TurnMeanings.DontKnow => SaidAs.More,
            // No plain yes: the result stays open, and whoever reported it reads the words.
            TurnMeanings.Satisfied when open.State == ComplaintState.AwaitingConfirmation => SaidAs.More,
            TurnMeanings.CounterQuestion => SaidAs.Question,
            TurnMeanings.Ambiguous => SaidAs.Unclear,
            _ => null,
        };
}
