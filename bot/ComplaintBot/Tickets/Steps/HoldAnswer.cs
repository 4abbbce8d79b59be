using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>The answer to a question of the owner, for which the clock stands still.</summary>
internal sealed class HoldAnswer : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (
            state.Draft is not null
            || heard.Intent is Intents.Status or Intents.Greeting
            || (await CaseMeant.AmongAsync(turn, heard, cancellationToken)).FirstOrDefault(c =>
                c.Hold?.Reason == HoldReason.WaitingCustomer
            )
                is not { } waiting
            || !MayAnswer(heard.Meaning, waiting, turn)
        )
            return null;
        // A plain "thanks" is no answer: the clock stays still and the question stands.
        if (heard.Files.Count == 0 && heard.Intent is Intents.Yes or Intents.Thanks or Intents.Praise)
            turn.Say("talk.stillNeeded", ("ticket", waiting.Ticket), ("question", waiting.Hold!.Question ?? ""));
        else
            await CustomerCommands.DoAsync(
                turn,
                waiting.Ticket,
                new AddInformation(heard.Text, heard.Files, AnswersQuestion: true),
                "talk.added",
                cancellationToken
            );
        return state with { LastTicket = waiting.Ticket };
    }

    // Words about another kind of thing are a new matter; everything else that comes while we wait is the answer.
    private static bool MayAnswer(Meaning meaning, Complaint waiting, Turn turn) =>
        meaning.Intent is not (Intents.Withdraw or Intents.Human)
        && (
            meaning.Intent != Intents.Complain
            || turn.Organisation.FindCategory(meaning.Category) is not { } other
            || other.Id == waiting.Details.Category
        );
}
