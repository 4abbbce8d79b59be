using ComplaintBot.Conversations;
using ComplaintBot.Tickets.Steps;
using Complaints.Procedure;

namespace ComplaintBot.Tickets;

/// <summary>The buttons on a customer's cards about a complaint.</summary>
internal sealed class CasePress : IPress<CustomerState>
{
    public bool Takes(CardInputs inputs) => true;

    public async Task<Pressed<CustomerState>> PressAsync(
        Turn turn,
        CustomerState state,
        CardInputs inputs,
        CancellationToken cancellationToken
    ) => new(await DoAsync(turn, state, inputs, cancellationToken));

    private static async Task<CustomerState> DoAsync(Turn turn, CustomerState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        if (inputs.Verb == "refresh" && inputs.Ticket is null)
            return await StatusCards.ShowAsync(turn, state, null, cancellationToken);
        if (await turn.VisibleComplaintAsync(inputs.Ticket, cancellationToken) is not { } complaint)
        {
            turn.Say("talk.notFound", ("ticket", inputs.Ticket ?? ""));
            return state;
        }
        if (inputs.Verb == "refresh")
        {
            turn.Show("status", CustomerCards.Status(complaint, turn.Reader));
            return state;
        }
        // The two that need words ask for them when the button came without.
        if (inputs.Verb is Verbs.Unsatisfied or Verbs.Reopen && !inputs.Has("reason"))
            return WhatIsWrong.Ask(
                turn,
                state,
                turn.NumberOf(complaint),
                inputs.Verb == Verbs.Unsatisfied ? PendingKind.UnsatisfiedReason : PendingKind.ReopenReason
            );
        state = state with { LastTicket = complaint.Ticket };
        if (Done(inputs.Verb!) is not { } done)
        {
            turn.Say("talk.oldCard");
            return state;
        }
        var reading = VerbReader.Read(inputs.Verb!, inputs, turn.Organisation);
        if (reading.Refusal is { } unreadable)
            turn.SayText(turn.Speech.Refusal(turn.Language, unreadable, turn.Organisation));
        else if (
            await CustomerCommands.DoAsync(turn, complaint.Ticket, reading.Command!, done, cancellationToken, inputs.Version)
            && inputs.Verb == Verbs.Survey
        )
        {
            SurveyScore.ShowNext(turn, complaint);
            if (complaint.SurveyOf(turn.Person.Actor.Id) is { Solved: null })
                return state with { Pending = new(PendingKind.SurveySolved, complaint.Ticket) };
        }
        return state;
    }

    // What is said when it is done; null for verbs that customers do not have. The survey answers with its own card.
    private static string? Done(string verb) =>
        verb switch
        {
            Verbs.Satisfied => "talk.satisfied",
            Verbs.Unsatisfied => "talk.newRound",
            Verbs.Withdraw => "talk.withdrawn",
            Verbs.Reopen => "talk.reopened",
            Verbs.AddInformation => "talk.added",
            Verbs.Survey => "",
            _ => null,
        };
}
