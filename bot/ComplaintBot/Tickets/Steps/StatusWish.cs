using ComplaintBot.Conversations;
using ComplaintBot.LiveTalk;
using Complaints.Intake;
using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>"How does my complaint stand?"</summary>
internal sealed class StatusWish(CustomerSide person) : IInterruption<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            heard.Intent != Intents.Status
            || IsCorrection(heard)
            || CaseQuestions.AsksBack(heard.Text)
            || await IsForThePersonAsync(turn, cancellationToken)
        )
            return null;
        // "It is still down, why does nobody come?" asks and tells: the owner hears it, too.
        var urges = heard.Turn == TurnMeanings.Hurry || CaseQuestions.Urges(heard.Text);
        var asks = CaseQuestions.Asks(heard.Text);
        var tells = urges || heard.Meaning.Category is not null;
        if (
            state.Draft is not null
            || !(tells || asks)
            || await turn.CurrentCaseAsync(heard.Slots.Ticket ?? state.LastTicket, cancellationToken) is not { } open
        )
            return await StatusCards.ShowAsync(turn, state, heard.Slots.Ticket, cancellationToken);
        if (tells)
            await CustomerCommands.DoAsync(
                turn,
                open.Ticket,
                new AddInformation(heard.Text, heard.Files, AnswersQuestion: false) { As = urges ? SaidAs.Hurry : SaidAs.More },
                "",
                cancellationToken
            );
        turn.SayText((urges ? turn.Reader.Text("case.urged") : "") + CaseAnswer.Words(open, turn.Reader));
        return state with { LastTicket = open.Ticket };
    }

    // "My number is … now" asks for nothing.
    private static bool IsCorrection(Heard heard) =>
        heard.Slots is not { Phone: null, Email: null, Place: null, Name: null } && Corrections.Are(heard.Text);

    // "Please hurry" of somebody without a complaint is said to the person who was called.
    private async Task<bool> IsForThePersonAsync(Turn turn, CancellationToken cancellationToken) =>
        (await turn.OwnCasesAsync(cancellationToken)).Count == 0 && await person.IsAwaitedAsync(turn, cancellationToken);
}
