using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>The answer to a question of the owner, for which the clock stands still. A question back goes to the owner and answers
/// nothing; what is plainly something else is none of this.</summary>
internal sealed class HoldAnswer : IStep<CustomerState>
{
    // Nobody tells a new matter in fewer characters right after a question.
    private const int LongestBareAnswer = 14;

    private static readonly string[] OtherThings =
    [
        TurnMeanings.Status,
        TurnMeanings.Hurry,
        TurnMeanings.Human,
        TurnMeanings.Withdraw,
        TurnMeanings.Reopen,
        TurnMeanings.SmallTalk,
        TurnMeanings.Language,
    ];

    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            state.Draft is not null
            || (OtherThings.Contains(heard.Turn) && !CaseQuestions.AsksBack(heard.Text))
            || heard is { Turn: TurnMeanings.Code, Slots.Ticket: not null }
            || (await CaseMeant.AmongAsync(turn, heard, cancellationToken)).FirstOrDefault(c =>
                c.Hold?.Reason == HoldReason.WaitingCustomer
            )
                is not { } waiting
            || IsOtherMatter(heard, waiting, turn)
        )
            return null;
        state = state with { LastTicket = waiting.Ticket };
        var question = waiting.Hold!.Question ?? "";
        if (heard.Files.Count == 0 && (heard.Turn == TurnMeanings.CounterQuestion || CaseQuestions.AsksBack(heard.Text)))
        {
            await AddAsync(turn, waiting, heard, SaidAs.Question, "", cancellationToken);
            turn.Say("talk.askedBack", ("ticket", turn.NumberOf(waiting)), ("question", question));
            return state;
        }
        // "Thanks" answers nothing, "yes" only what can be answered by it: the clock stays still and the question stands.
        var isAnswer =
            heard.Files.Count > 0
            || heard.Turn switch
            {
                TurnMeanings.Thanks => false,
                TurnMeanings.Confirm or TurnMeanings.Satisfied => YesNoQuestions.Is(question),
                _ => heard.Intent != Intents.Praise,
            };
        if (isAnswer)
            await AddAsync(turn, waiting, heard, SaidAs.Answer, "talk.added", cancellationToken);
        else
            turn.Say("talk.stillNeeded", ("ticket", turn.NumberOf(waiting)), ("question", question));
        return state;
    }

    private static Task<bool> AddAsync(
        Turn turn,
        Complaint waiting,
        Heard heard,
        SaidAs sense,
        string done,
        CancellationToken cancellationToken
    ) =>
        CustomerCommands.DoAsync(
            turn,
            waiting.Ticket,
            new AddInformation(heard.Text, heard.Files, AnswersQuestion: sense == SaidAs.Answer) { As = sense },
            done,
            cancellationToken
        );

    // Words about another kind of thing are a new matter, unless they answer what was asked or are too few to tell one.
    private static bool IsOtherMatter(Heard heard, Complaint waiting, Turn turn) =>
        heard.Intent == Intents.Complain
        && heard.Turn != TurnMeanings.Answer
        && heard.Text.Length > LongestBareAnswer
        && turn.Organisation.FindCategory(heard.Meaning.Category) is { } other
        && other.Id != waiting.Details.Category;
}
