using ComplaintBot.Conversations;
using ComplaintBot.LiveTalk;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"How does my complaint stand?"</summary>
internal sealed class StatusWish(CustomerSide person) : IInterruption<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Intent != Intents.Status || await IsForThePersonAsync(turn, cancellationToken))
            return null;
        // "It is still down, why does nobody come?" asks and tells: the owner hears it, too.
        var tells = heard.Turn == TurnMeanings.Hurry || heard.Meaning.Category is not null;
        if (
            tells
            && state.Draft is null
            && await turn.CurrentCaseAsync(heard.Slots.Ticket ?? state.LastTicket, cancellationToken) is { } open
        )
            await CustomerCommands.DoAsync(
                turn,
                open.Ticket,
                new AddInformation(heard.Text, heard.Files, AnswersQuestion: false) { As = SaidAs.More },
                "",
                cancellationToken
            );
        return await StatusCards.ShowAsync(turn, state, heard.Slots.Ticket, cancellationToken);
    }

    // "Please hurry" of somebody without a complaint is said to the person who was called.
    private async Task<bool> IsForThePersonAsync(Turn turn, CancellationToken cancellationToken) =>
        (await turn.OwnCasesAsync(cancellationToken)).Count == 0 && await person.IsAwaitedAsync(turn, cancellationToken);
}
