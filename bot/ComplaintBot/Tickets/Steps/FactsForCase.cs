using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"My number is 139… now": facts of an open complaint that the customer puts right. It is said what changed; the owner's
/// card follows.</summary>
internal sealed class FactsForCase : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        var removed = Removals.Of(heard.Text);
        var corrects = heard.Turn == TurnMeanings.Correct || Corrections.Are(heard.Text) || removed.Count > 0;
        if (
            state.Draft is not null
            || heard.Intent is Intents.Complain or Intents.Withdraw
            || (!corrects && heard.Turn is not (TurnMeanings.AddInformation or TurnMeanings.Answer))
            || await turn.CurrentCaseAsync(heard.Slots.Ticket ?? state.LastTicket, cancellationToken) is not { } open
            || (!corrects && (open.State == ComplaintState.AwaitingConfirmation || open.Hold?.Reason == HoldReason.WaitingCustomer))
        )
            return null;
        var facts = CaseFacts.Changed(open, open.PartyOf(turn.Person.Actor.Id)!.Filed, heard.Slots, corrects, removed);
        var said = CorrectedWords.Of(facts, turn.Reader);
        if (facts.IsEmpty)
            return corrects && OtherCategory(turn, open, heard) is { } category
                ? await OtherCategoryAsync(turn, state, open, heard, category, cancellationToken)
                : null;
        var command = new CorrectFacts(facts, heard.Text) { Replaces = corrects };
        if (await CustomerCommands.DoAsync(turn, open.Ticket, command, "", cancellationToken))
            turn.Say(corrects ? "talk.corrected" : "talk.completed", ("ticket", turn.NumberOf(open)), ("facts", said));
        return state with { LastTicket = open.Ticket };
    }

    private static string? OtherCategory(Turn turn, Complaint open, Heard heard) =>
        turn.Organisation.FindCategory(heard.Meaning.Category) is { } category && category.Id != open.Details.Category ? category.Id : null;

    // Another category may mean another department and another time: its owner decides, and hears it at once.
    private static async Task<CustomerState> OtherCategoryAsync(
        Turn turn,
        CustomerState state,
        Complaint open,
        Heard heard,
        string category,
        CancellationToken cancellationToken
    )
    {
        var add = new AddInformation(heard.Text, heard.Files, AnswersQuestion: false) { As = SaidAs.OtherCategory };
        if (await CustomerCommands.DoAsync(turn, open.Ticket, add, "", cancellationToken))
            turn.Say("talk.passedOn.otherCategory", ("ticket", turn.NumberOf(open)), ("category", turn.Reader.Category(category)));
        return state with { LastTicket = open.Ticket };
    }
}
