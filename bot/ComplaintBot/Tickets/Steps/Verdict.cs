using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Complaints.Rounds;
using Understanding;
using Understanding.Messages;

namespace ComplaintBot.Tickets.Steps;

/// <summary>What the customer says to a result that waits for their word. Only a plain yes closes, only a plain no begins a new
/// round; everything in between is kept and asked back once, with two buttons.</summary>
internal sealed class Verdict : IStep<CustomerState>
{
    // "No" alone says nothing about what is still wrong.
    private const int ShortestReason = 4;

    // So little says nothing that the owner would have to know.
    private const int ShortestNews = 5;

    private static readonly string[] Doubts =
    [
        TurnMeanings.Satisfied,
        TurnMeanings.NotSatisfied,
        TurnMeanings.Ambiguous,
        TurnMeanings.Confirm,
        TurnMeanings.Refuse,
        TurnMeanings.Thanks,
        TurnMeanings.DontKnow,
        TurnMeanings.AddInformation,
    ];

    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            state.Draft is not null
            || (await CaseMeant.AmongAsync(turn, heard, cancellationToken)).FirstOrDefault(c =>
                c.State == ComplaintState.AwaitingConfirmation && c.PartyOf(turn.Person.Actor.Id)?.IsOpen == true
            )
                is not { } asked
        )
            return null;
        var wasChecked = state.Pending is { Kind: PendingKind.Result } check && check.Ticket == asked.Ticket;
        switch (Said(turn, heard, wasChecked))
        {
            case true:
                await CustomerCommands.DoAsync(turn, asked.Ticket, new ConfirmSatisfied(heard.Text), "talk.satisfied", cancellationToken);
                break;
            case false when heard.Text.Trim().Length < ShortestReason || heard.Meaning.Verdict is null:
                return WhatIsWrong.Ask(turn, state, turn.NumberOf(asked), PendingKind.UnsatisfiedReason);
            case false:
                await CustomerCommands.DoAsync(turn, asked.Ticket, new RejectResult(heard.Text), "talk.newRound", cancellationToken);
                break;
            default:
                return IsDoubt(heard, asked) && !wasChecked ? await CheckAsync(turn, state, asked, heard, cancellationToken) : null;
        }
        return state with { Pending = null, LastTicket = asked.Ticket };
    }

    // Asked back once, a simple yes or no is enough.
    private static bool? Said(Turn turn, Heard heard, bool wasChecked) =>
        heard.Meaning.Verdict is { } plain ? plain
        : wasChecked && Buttons.Answer(turn, heard, "talk.button.solved", "talk.button.notSolved") is { } answer ? answer
        // Asked once more, words that sound content without a mark of doubt are a yes.
        : wasChecked && heard.Meaning.Turn == TurnMeanings.Satisfied && Verdicts.SoundContent(heard.Text) ? true
        : heard.Intent == Intents.No || heard is { Meaning.Turn: TurnMeanings.NotSatisfied, IsSure: true } ? false
        : null;

    // Praise under a result is no praise to file, trouble of the same kind no new complaint, and words that nothing is made of are
    // about the result.
    private static bool IsDoubt(Heard heard, Complaint asked) =>
        Doubts.Contains(heard.Turn)
        || heard.Intent == Intents.Praise
        || (heard.Intent == Intents.Complain && (heard.Meaning.Category ?? asked.Details.Category) == asked.Details.Category);

    private static async Task<CustomerState> CheckAsync(
        Turn turn,
        CustomerState state,
        Complaint asked,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        if (heard.Files.Count > 0 || heard.Text.Length >= ShortestNews)
            await CustomerCommands.DoAsync(
                turn,
                asked.Ticket,
                new AddInformation(heard.Text, heard.Files, AnswersQuestion: false) { As = SaidAs.AboutResult },
                "",
                cancellationToken
            );
        turn.Ask(
            turn.Speech.Strings.Text(turn.Language, "talk.checkResult", ("ticket", turn.NumberOf(asked))),
            Buttons.Of(turn, "talk.button.solved", "talk.button.notSolved", "talk.button.human")
        );
        return state with { Pending = new(PendingKind.Result, asked.Ticket), LastTicket = asked.Ticket };
    }
}
