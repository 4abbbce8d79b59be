using ComplaintBot.Conversations;
using ComplaintBot.LiveTalk;
using Complaints;
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
            !IsAsked(state, heard)
            || IsCorrection(heard)
            || Buttons.IsPressed(turn, heard.Text, "talk.button.keepIt")
            || CaseQuestions.AsksBack(heard.Text)
            || await IsForThePersonAsync(turn, cancellationToken)
        )
            return null;
        var named = heard.Slots.Ticket ?? heard.About;
        // What is still being written down has no number and nobody who works on it.
        if (state.Draft is { Said.Count: > 0 } && named is null && (await turn.OwnCasesAsync(cancellationToken)).Count == 0)
        {
            turn.Say("talk.notYetSubmitted");
            return state;
        }
        // "It is still down, why does nobody come?" asks and tells: the owner hears it, too.
        var urges = heard.Turn == TurnMeanings.Hurry || CaseQuestions.Urges(heard.Text);
        var asks = CaseQuestions.Asks(heard.Text);
        var tells = urges || (state.Draft is null && heard.Meaning.Category is not null);
        if (!(tells || asks) || CaseQuestions.AsksNumber(heard.Text))
            return await StatusCards.ShowAsync(turn, state, named, cancellationToken);
        var open = await CaseMeant.OpenAsync(turn, cancellationToken);
        if (named is null && !urges && open.Count > 1 && await CaseMeant.SurelyAsync(turn, state, cancellationToken) is null)
        {
            turn.SayText(string.Join('\n', open.Select(c => CaseAnswer.Words(c, turn.Reader))));
            return state;
        }
        return await CaseMeant.CurrentAsync(turn, state, heard, cancellationToken) is { } one
            ? await AnswerAsync(turn, state, one, heard, tells, urges, cancellationToken)
            : await StatusCards.ShowAsync(turn, state, named, cancellationToken);
    }

    private static async Task<CustomerState> AnswerAsync(
        Turn turn,
        CustomerState state,
        Complaint open,
        Heard heard,
        bool tells,
        bool urges,
        CancellationToken cancellationToken
    )
    {
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

    // While a new complaint is told, a question that names an open one is about that one.
    private static bool IsAsked(CustomerState state, Heard heard) =>
        heard.Intent == Intents.Status
        || CaseQuestions.AsksNumber(heard.Text)
        || (
            state.Draft is not null
            && heard.About is not null
            && (CaseQuestions.Asks(heard.Text) || CaseQuestions.Urges(heard.Text) || heard.Turn == TurnMeanings.CounterQuestion)
        );

    // "My number is … now" asks for nothing.
    private static bool IsCorrection(Heard heard) =>
        heard.Slots is not { Phone: null, Email: null, Place: null, Name: null } && Corrections.Are(heard.Text);

    // "Please hurry" of somebody without a complaint is said to the person who was called.
    private async Task<bool> IsForThePersonAsync(Turn turn, CancellationToken cancellationToken) =>
        (await turn.OwnCasesAsync(cancellationToken)).Count == 0 && await person.IsAwaitedAsync(turn, cancellationToken);
}
