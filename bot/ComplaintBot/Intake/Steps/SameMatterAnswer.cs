using ComplaintBot.Conversations;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>Words that were added to an open complaint may be another matter: the customer was told so and says now which. Whoever
/// says something else is content with it.</summary>
internal sealed class SameMatterAnswer : IStep<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (state.Pending is not { Kind: PendingKind.Duplicate, Told: { } told, Ticket: { } ticket })
            return null;
        var answered = state with { Pending = null };
        // "Never mind" opens nothing: the words are where they are.
        if (heard.Intent == Intents.Cancel)
        {
            turn.Say("talk.kept", ("ticket", ticket));
            return answered;
        }
        switch (Buttons.Answer(turn, heard, "talk.button.same", "talk.button.another"))
        {
            case true:
                turn.Say("talk.added", ("ticket", ticket));
                return answered;
            case false:
                // The owner of the open one has heard the words: now they hear that they are not about it.
                var no = new AddInformation(turn.Reader.Text("talk.button.another"), [], AnswersQuestion: false) { As = SaidAs.More };
                await CustomerCommands.DoAsync(turn, ticket, no, "", cancellationToken);
                return Drafting.Open(turn, answered, told);
            default:
                return null;
        }
    }

    public CustomerState Pass(Turn turn, CustomerState state, Heard heard) =>
        state.Pending?.Kind == PendingKind.Duplicate ? state with { Pending = null } : state;
}
