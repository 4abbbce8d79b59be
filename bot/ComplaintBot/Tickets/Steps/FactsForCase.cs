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
        var says = Corrections.Are(heard.Text);
        var corrects = heard.Turn == TurnMeanings.Correct || says || removed.Count > 0;
        if (
            state.Draft is not null
            || heard.Intent == Intents.Withdraw
            || (heard.Intent == Intents.Complain && !says)
            || (!corrects && heard.Turn is not (TurnMeanings.AddInformation or TurnMeanings.Answer))
            || await CaseMeant.CurrentAsync(turn, state, heard, cancellationToken) is not { } open
            || (!corrects && (open.State == ComplaintState.AwaitingConfirmation || open.Hold?.Reason == HoldReason.WaitingCustomer))
        )
            return null;
        var slots = says ? CaseFacts.Named(heard.Slots, Removals.Named(heard.Text)) : heard.Slots;
        // A part of the place put right is that part alone, whatever else the words look like.
        var mended = PartCorrections.Mended(open.Details.Place, heard.Text);
        corrects |= mended is not null;
        var facts = mended is not null
            ? new CorrectedFacts { Place = mended }
            : CaseFacts.Changed(open, open.PartyOf(turn.Person.Actor.Id)!.Filed, slots, corrects, removed);
        var said = CorrectedWords.Of(facts, turn.Reader);
        if (says && mended is null && NamedCategory.Other(heard.Text, open.Details.Category, turn.Organisation) is { } category)
            return await OtherCategoryAsync(turn, state, open, heard, category.Id, cancellationToken);
        // What is right was not made out: the owner reads the words.
        if (facts.IsEmpty)
            return says ? await LaterWords.PassOnAsync(turn, state, open, heard, SaidAs.More, cancellationToken) : null;
        var command = new CorrectFacts(facts, heard.Text) { Replaces = corrects };
        if (await CustomerCommands.DoAsync(turn, open.Ticket, command, "", cancellationToken))
            turn.Say(corrects ? "talk.corrected" : "talk.completed", ("ticket", turn.NumberOf(open)), ("facts", said));
        return state with { LastTicket = open.Ticket };
    }

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
