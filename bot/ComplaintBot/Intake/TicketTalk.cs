using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Deadlines;
using Complaints.Intake;
using Complaints.Procedure;
using Complaints.Rounds;
using Complaints.Surveys;
using Understanding;

namespace ComplaintBot.Intake;

/// <summary>Talks with a customer about complaints that have a number: status, additions, satisfied or not, withdrawing, reopening,
/// the survey.</summary>
public sealed class TicketTalk(IntakeTalk intake)
{
    /// <summary>An answer to what the bot asked; null when the message is about something else, and the question is dropped.</summary>
    public async Task<CustomerState?> AnswerAsync(
        Turn turn,
        CustomerState state,
        PendingQuestion pending,
        string text,
        Meaning understood,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(understood);
        var answered = state with { Pending = null };
        // The buttons say more than yes and no, so that nobody has to think which is which.
        var (agreed, refused) = ButtonsOf(pending.Kind);
        var yes = agreed is not null && Buttons.IsPressed(turn, text, agreed);
        var no = refused is not null && Buttons.IsPressed(turn, text, refused);
        (yes, no) = (yes || (!no && understood.Intent == Intents.Yes), no || (!yes && understood.Intent is Intents.No or Intents.Cancel));
        switch (pending.Kind)
        {
            case PendingKind.CancelDraft when yes:
                turn.Say("talk.draftCancelled");
                return await intake.NextMatterAsync(turn, answered with { Draft = null }, answered.Draft, cancellationToken);
            case PendingKind.CancelDraft when no:
                return IntakeTalk.AskAgain(turn, answered);
            case PendingKind.Withdraw when yes:
                await DoAsync(turn, pending.Ticket, new Withdraw(null), "talk.withdrawn", cancellationToken);
                return answered;
            case PendingKind.Withdraw when no:
                turn.Say("talk.kept", ("ticket", pending.Ticket));
                return answered;
            case PendingKind.Duplicate when yes:
                return await AddToAsync(
                    turn,
                    answered,
                    pending.Ticket!,
                    pending.Text!,
                    pending.Files,
                    answersQuestion: true,
                    cancellationToken
                );
            case PendingKind.Duplicate when no:
                return await intake.BeginAnewAsync(turn, answered, pending.Text!, pending.Files, cancellationToken);
            case PendingKind.Duplicate:
                // What they told before must not get lost over a digression: asked again.
                turn.Ask(
                    turn.Speech.Strings.Text(turn.Language, "talk.duplicate", ("ticket", pending.Ticket)),
                    Buttons.Of(turn, "talk.button.same", "talk.button.another")
                );
                return state;
            case PendingKind.UnsatisfiedReason when understood.Intent is not (Intents.Status or Intents.Human):
                await DoAsync(turn, pending.Ticket, new RejectResult(text), "talk.newRound", cancellationToken);
                return answered;
            case PendingKind.ReopenReason when understood.Intent is not (Intents.Status or Intents.Human):
                return await turn.VisibleComplaintAsync(pending.Ticket, cancellationToken) is { } again
                    ? await ReopenAsync(turn, answered, again, text, cancellationToken)
                    : answered;
            default:
                return null;
        }
    }

    /// <summary>Shows how the customer's complaints stand; with a number only that one. A number of somebody else's is answered
    /// like a wrong one.</summary>
    public async Task<CustomerState> StatusAsync(Turn turn, CustomerState state, string? ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (ticket is not null)
        {
            if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is not { } one)
            {
                turn.Say("talk.notFound", ("ticket", ticket));
                return state;
            }
            turn.Show("status", CustomerCards.Status(one, turn.Reader));
            return state with { LastTicket = ticket };
        }
        var mine = await MineAsync(turn, cancellationToken);
        var shown = mine.Where(c => c.IsOpen).ToList() is { Count: > 0 } open ? open : [.. mine.Take(1)];
        switch (shown)
        {
            case []:
                turn.Say("talk.noTickets");
                break;
            case [var single]:
                turn.Show("status", CustomerCards.Status(single, turn.Reader));
                break;
            default:
                turn.Show("status-list", CustomerCards.StatusList(shown, turn.Reader));
                break;
        }
        return state with { LastTicket = shown.FirstOrDefault()?.Ticket ?? state.LastTicket };
    }

    /// <summary>Takes a message that belongs to a ticket: an answer to a question of the owner, yes or no to the result, a score,
    /// more facts; null when it does not.</summary>
    public async Task<CustomerState?> AboutTicketAsync(
        Turn turn,
        CustomerState state,
        string text,
        IReadOnlyList<Evidence> files,
        Meaning understood,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(understood);
        if (understood.Intent is Intents.Status or Intents.Greeting)
            return null;
        var mine = await MineAsync(turn, cancellationToken);
        var named = understood.Slots.Ticket is { } number ? mine.FirstOrDefault(c => c.Ticket == number) : null;
        var relevant = named is not null ? [named] : mine;

        if (relevant.FirstOrDefault(c => c.State == ComplaintState.AwaitingConfirmation) is { } asked)
        {
            if (understood.Intent is Intents.Satisfied or Intents.Yes)
            {
                await DoAsync(turn, asked.Ticket, new ConfirmSatisfied(text), "talk.satisfied", cancellationToken);
                return state with { LastTicket = asked.Ticket };
            }
            if (understood.Intent is Intents.Unsatisfied or Intents.No)
                return await UnsatisfiedAsync(turn, state, asked, text, cancellationToken);
        }
        if (
            relevant.FirstOrDefault(c => c.Hold?.Reason == HoldReason.WaitingCustomer) is { } waiting
            && MayAnswer(understood, waiting, turn)
        )
        {
            // A plain "thanks" is no answer: the clock stays still and the question stands.
            if (files.Count > 0 || understood.Intent is not (Intents.Yes or Intents.Thanks or Intents.Praise))
                return await AddToAsync(turn, state, waiting.Ticket, text, files, answersQuestion: true, cancellationToken);
            turn.Say("talk.stillNeeded", ("ticket", waiting.Ticket), ("question", waiting.Hold!.Question ?? ""));
            return state with { LastTicket = waiting.Ticket };
        }
        if (relevant.FirstOrDefault(c => c.OpenSurvey is not null) is { } surveyed && Score(text) is { } score)
        {
            await DoAsync(turn, surveyed.Ticket, new AnswerSurvey(score), "talk.surveyThanks", cancellationToken);
            return state;
        }
        if (CustomerWishes.GoOn(text) && relevant.FirstOrDefault() is { IsOpen: false } ended)
            return await ReopenAsync(turn, state, ended, text, cancellationToken);
        if (CustomerWishes.GoHigher(text) && relevant.FirstOrDefault(c => c.IsOpen) is { } stuck)
        {
            await DoAsync(turn, stuck.Ticket, new Escalate(text), "talk.escalated", cancellationToken);
            return state with { LastTicket = stuck.Ticket };
        }
        switch (understood.Intent)
        {
            case Intents.Withdraw when relevant.FirstOrDefault(c => c.IsOpen) is { } open:
                turn.Ask(
                    turn.Speech.Strings.Text(turn.Language, "talk.reallyWithdraw", ("ticket", open.Ticket)),
                    Buttons.Of(turn, "talk.button.withdraw", "talk.button.keepIt")
                );
                return state with { Pending = new(PendingKind.Withdraw, open.Ticket) };
            case Intents.Withdraw:
                turn.Say("talk.noTickets");
                return state;
            case Intents.Unsatisfied when relevant.FirstOrDefault() is { State: ComplaintState.Closed } closed:
                return await ReopenAsync(turn, state, closed, text, cancellationToken);
            case Intents.AddInformation or Intents.Unsatisfied:
                return await AddAsync(turn, state, text, files, answersQuestion: true, cancellationToken);
            case Intents.Thanks or Intents.Satisfied or Intents.Yes when mine.Count > 0:
                turn.Say("talk.welcomeThanks");
                return state;
            default:
                return null;
        }
    }

    /// <summary>Adds words or files to the ticket that is meant, the newest open one; null when there is none.</summary>
    public async Task<CustomerState?> AddAsync(
        Turn turn,
        CustomerState state,
        string text,
        IReadOnlyList<Evidence> files,
        bool answersQuestion,
        CancellationToken cancellationToken
    )
    {
        var meant = await CurrentAsync(turn, state, cancellationToken);
        return meant is null ? null : await AddToAsync(turn, state, meant.Ticket, text, files, answersQuestion, cancellationToken);
    }

    /// <summary>A number and its secret code from another device: from now on the complaint is followed here too. Wrong ones are
    /// answered alike.</summary>
    public static async Task<CustomerState> FollowAsync(
        Turn turn,
        CustomerState state,
        string ticket,
        string code,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var device = new Complainant(turn.Person.Actor.Id, turn.Language) { Anonymous = true };
        if (
            await turn.ComplaintAsync(ticket, cancellationToken) is { } complaint
            && ComplaintDesk
                .Do(
                    complaint,
                    new FollowElsewhere(FollowUpCode.Hash(code), device),
                    (await turn.CommandContextAsync(cancellationToken)).AsSystem()
                )
                .Ok
        )
        {
            turn.Show("status", CustomerCards.Status(complaint, turn.Reader));
            return state with { LastTicket = ticket };
        }
        turn.Say("talk.notFound", ("ticket", ticket));
        return state;
    }

    /// <summary>The complaint that is talked about: the last one, else the newest open one; null when none is open.</summary>
    public async Task<Complaint?> CurrentAsync(Turn turn, CustomerState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var open = (await MineAsync(turn, cancellationToken)).Where(c => c.IsOpen).ToList();
        return open.FirstOrDefault(c => c.Ticket == state.LastTicket) ?? open.FirstOrDefault();
    }

    /// <summary>A button on a card about a ticket.</summary>
    public async Task<CustomerState> PressedAsync(Turn turn, CustomerState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Verb == "refresh" && inputs.Ticket is null)
            return await StatusAsync(turn, state, null, cancellationToken);
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
            return AskWhy(
                turn,
                state,
                complaint,
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
            await DoAsync(turn, complaint.Ticket, reading.Command!, done, cancellationToken, inputs.Version)
            && inputs.Verb == Verbs.Survey
        )
            turn.Show("survey-short", CustomerCards.Survey(complaint, turn.Reader), CustomerCards.SurveyKey(complaint));
        return state;
    }

    private static async Task<CustomerState> AddToAsync(
        Turn turn,
        CustomerState state,
        string ticket,
        string text,
        IReadOnlyList<Evidence> files,
        bool answersQuestion,
        CancellationToken cancellationToken
    )
    {
        await DoAsync(turn, ticket, new AddInformation(text, files, answersQuestion), "talk.added", cancellationToken);
        return state with { LastTicket = ticket };
    }

    private static async Task<CustomerState> UnsatisfiedAsync(
        Turn turn,
        CustomerState state,
        Complaint complaint,
        string text,
        CancellationToken cancellationToken
    )
    {
        // "No" alone says nothing about what is still wrong.
        if (text.Trim().Length < 4)
            return AskWhy(turn, state, complaint, PendingKind.UnsatisfiedReason);
        await DoAsync(turn, complaint.Ticket, new RejectResult(text), "talk.newRound", cancellationToken);
        return state with { LastTicket = complaint.Ticket };
    }

    // Within the window it goes on; after it the same words begin a new complaint that follows up the old one (T18, T19).
    private async Task<CustomerState> ReopenAsync(
        Turn turn,
        CustomerState state,
        Complaint ended,
        string text,
        CancellationToken cancellationToken
    )
    {
        var outcome = ComplaintDesk.Do(ended, new Reopen(text), await turn.CommandContextAsync(cancellationToken));
        if (outcome.Refusal is { } refusal)
        {
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
            return refusal.Code == "reopenWindowOver"
                ? await intake.BeginAnewAsync(turn, state, text, [], cancellationToken, followsUp: ended.Ticket)
                : state;
        }
        turn.Say("talk.reopened", ("ticket", ended.Ticket));
        return state with { LastTicket = ended.Ticket };
    }

    private static CustomerState AskWhy(Turn turn, CustomerState state, Complaint complaint, PendingKind kind)
    {
        turn.Say(kind == PendingKind.ReopenReason ? "talk.whyReopen" : "talk.whyUnsatisfied", ("ticket", complaint.Ticket));
        return state with { Pending = new(kind, complaint.Ticket) };
    }

    // Words about another kind of thing are a new matter; everything else that comes while we wait is the answer.
    private static bool MayAnswer(Meaning understood, Complaint waiting, Turn turn) =>
        understood.Intent is not (Intents.Withdraw or Intents.Human)
        && (
            understood.Intent != Intents.Complain
            || turn.Organisation.FindCategory(understood.Category) is not { } other
            || other.Id == waiting.Details.Category
        );

    private static (string? Yes, string? No) ButtonsOf(PendingKind kind) =>
        kind switch
        {
            PendingKind.CancelDraft => ("talk.button.drop", "talk.button.keepOn"),
            PendingKind.Withdraw => ("talk.button.withdraw", "talk.button.keepIt"),
            PendingKind.Duplicate => ("talk.button.same", "talk.button.another"),
            _ => (null, null),
        };

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

    // True when it was done.
    private static async Task<bool> DoAsync(
        Turn turn,
        string? ticket,
        Command command,
        string done,
        CancellationToken cancellationToken,
        int? seen = null
    )
    {
        if (await turn.VisibleComplaintAsync(ticket, cancellationToken) is not { } complaint)
        {
            turn.Say("talk.notFound", ("ticket", ticket ?? ""));
            return false;
        }
        var outcome = ComplaintDesk.Do(complaint, command, await turn.CommandContextAsync(cancellationToken), seen);
        if (outcome.Refusal is { } refusal)
            turn.SayText(turn.Speech.Refusal(turn.Language, refusal, turn.Organisation));
        else if (done.Length > 0)
            turn.Say(done, ("ticket", complaint.Ticket));
        return outcome.Ok;
    }

    private static async Task<List<Complaint>> MineAsync(Turn turn, CancellationToken cancellationToken)
    {
        List<Complaint> mine = [];
        foreach (var ticket in await turn.Store.TicketsOfCustomerAsync(turn.Person.Actor.Id, cancellationToken))
        {
            // Words to a merged complaint go to the one that goes on.
            var complaint = await turn.ComplaintAsync(ticket, cancellationToken);
            if (complaint?.MergedInto is { } survivor)
                complaint = await turn.ComplaintAsync(survivor, cancellationToken);
            if (complaint is not null && !mine.Contains(complaint))
                mine.Add(complaint);
        }
        return mine;
    }

    private static int? Score(string text) => text.Trim() is [>= '1' and <= '5'] digit ? digit[0] - '0' : null;
}
