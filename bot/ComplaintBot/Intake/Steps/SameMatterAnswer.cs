using ComplaintBot.Conversations;
using Complaints.Intake;

namespace ComplaintBot.Intake.Steps;

/// <summary>The answer to "is this the same matter as your open one?": the words go there, or open a new complaint.</summary>
internal sealed class SameMatterAnswer : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(
        Turn turn,
        CustomerState state,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (state.Pending is not { Kind: PendingKind.Duplicate, Told: { } told, Ticket: { } ticket })
            return null;
        var answered = state with { Pending = null };
        switch (Buttons.Answer(turn, heard, "talk.button.same", "talk.button.another"))
        {
            case true:
                var add = new AddInformation(told.Description, told.Files, AnswersQuestion: true);
                await CustomerCommands.DoAsync(turn, ticket, add, "talk.added", cancellationToken);
                return answered with { LastTicket = ticket };
            case false:
                return Drafting.Open(turn, answered, told);
            default:
                // What they told before must not get lost over a digression: asked again.
                turn.Ask(
                    turn.Speech.Strings.Text(turn.Language, "talk.duplicate", ("ticket", ticket)),
                    Buttons.Of(turn, "talk.button.same", "talk.button.another")
                );
                return state;
        }
    }
}
