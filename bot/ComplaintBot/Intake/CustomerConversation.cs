using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using ComplaintBot.LiveTalk;
using Complaints;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Intake;

/// <summary>Talks with a customer: takes complaints, answers about tickets, asks whether the result satisfied. One message in, one
/// clear answer out.</summary>
public sealed class CustomerConversation(IUnderstanding understanding, IntakeTalk intake, TicketTalk tickets, CustomerSide person)
{
    /// <summary>The customer opened the chat: greeted once.</summary>
    public static CustomerState Join(Turn turn, CustomerState state)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Welcomed)
            return state;
        turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.welcome", ("name", turn.Organisation.Name.In(turn.Language))), Offers(turn));
        return state with { Welcomed = true };
    }

    /// <summary>The customer wrote words, sent files, or both.</summary>
    public async Task<CustomerState> SaidAsync(
        Turn turn,
        CustomerState state,
        string text,
        IReadOnlyList<Evidence> files,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        state = state with { Welcomed = true };
        if (text.Length > FileComplaint.MaxDescription)
        {
            turn.Say("talk.tooLong", ("max", FileComplaint.MaxDescription));
            return state;
        }
        if (await person.RelayAsync(turn, text, files, cancellationToken))
            return state;
        if (text.Length == 0)
            return files.Count == 0 ? state : await FilesAsync(turn, state, files, cancellationToken);

        if (files.Count == 0 && state.LastSaid?.IsSaidAgain(text, turn.Now) == true)
            return SaidAgain(turn, state);
        state = state with { LastSaid = SaidBefore.Of(text, turn.Now) };
        var understood = await understanding.ReadAsync(
            text,
            new Context
            {
                Language = turn.Language,
                Role = SpeakerRole.Customer,
                Now = turn.Organisation.Local(turn.Now),
                Organisation = turn.Organisation,
            },
            cancellationToken
        );
        if (
            understood.Slots.Ticket is { } number
            && FollowUpCode.Find(text.Replace(number, "", StringComparison.OrdinalIgnoreCase)) is { } code
        )
            return await TicketTalk.FollowAsync(turn, state, number, code, cancellationToken);
        if (files.Count > 0 && state.Draft is not null)
            state = state with { Draft = state.Draft with { Files = [.. state.Draft.Files, .. files] } };

        if (
            state.Pending is { } pending
            && await tickets.AnswerAsync(turn, state, pending, text, understood, cancellationToken) is { } answered
        )
            return answered;
        if (await WhyThisTime.AnswerAsync(turn, text, understood.Slots.Ticket, state.LastTicket, cancellationToken) is not null)
            return state.Draft is null ? state : IntakeTalk.AskAgain(turn, state);
        // "Your manager" about an open ticket brings it higher; about nothing in particular it is a wish to talk.
        if (understood.Intent == Intents.Human && !CustomerWishes.GoHigher(text))
            return await CallAsync(turn, state, text, cancellationToken);
        if (
            state.Draft is null
            && understood is { Intent: Intents.Complain, Category: null }
            && await person.IsAwaitedAsync(turn, cancellationToken)
        )
        {
            // Said to the person who was called, who will read it: no matter of its own.
            turn.Say("talk.personAsked");
            return state;
        }
        if (state.Draft is not null && understood.Intent != Intents.Status)
            return await intake.ContinueAsync(turn, state, text, understood, cancellationToken);
        if (state.Draft is null && await tickets.AboutTicketAsync(turn, state, text, files, understood, cancellationToken) is { } about)
            return about with { Puzzled = 0 };

        if (state.Draft is null && (AnswerForm.IsForm(text) || Buttons.IsPressed(turn, text, "talk.button.form")))
            return IntakeTalk.ShowForm(turn, state);
        if (AnswerForm.IsAboutTheBot(text))
        {
            turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.whatIAm"), Offers(turn));
            return state;
        }
        if (understood.Intent != Intents.Greeting && AnswerForm.IsCheck(text))
        {
            turn.Ask(
                turn.Speech.Strings.Text(turn.Language, "talk.imHere") + turn.Speech.Strings.Text(turn.Language, "talk.howHelp"),
                Offers(turn)
            );
            return state;
        }
        if (AnswerForm.IsWordless(text))
            return WithoutWords(turn, state, text);

        switch (understood.Intent)
        {
            case Intents.Status:
                state = await tickets.StatusAsync(turn, state, understood.Slots.Ticket, cancellationToken);
                return state.Draft is null ? state : IntakeTalk.AskAgain(turn, state);
            case Intents.Human:
                return await CallAsync(turn, state, text, cancellationToken);
            case Intents.Complain:
                return await intake.BeginAsync(turn, state, text, files, understood, RecordKind.Complaint, cancellationToken);
            case Intents.Inquiry:
                return await intake.BeginAsync(turn, state, text, files, understood, RecordKind.Inquiry, cancellationToken);
            case Intents.Praise:
                return await intake.BeginAsync(turn, state, text, files, understood, RecordKind.Praise, cancellationToken);
            case Intents.Greeting when await tickets.CurrentAsync(turn, state, cancellationToken) is not null:
                // Somebody with an open complaint comes for it.
                turn.Say("talk.helloAgain");
                return await tickets.StatusAsync(turn, state, null, cancellationToken);
            case Intents.Greeting:
                return Join(turn, state with { Welcomed = false });
            case Intents.Thanks:
                turn.Say("talk.welcomeThanks");
                return state;
            default:
                if (!await person.IsAwaitedAsync(turn, cancellationToken))
                    return NotUnderstood(turn, state);
                turn.Say("talk.personAsked");
                return state;
        }
    }

    /// <summary>The customer pressed a button on a card.</summary>
    public async Task<CustomerState> PressedAsync(Turn turn, CustomerState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Verb == "handOver.end")
        {
            await person.EndAsync(turn, cancellationToken);
            return state;
        }
        return inputs.Verb!.StartsWith("intake.", StringComparison.Ordinal)
            ? await intake.PressedAsync(turn, state, inputs, cancellationToken)
            : await tickets.PressedAsync(turn, state, inputs, cancellationToken);
    }

    private async Task<CustomerState> CallAsync(Turn turn, CustomerState state, string text, CancellationToken cancellationToken)
    {
        await person.AskAsync(turn, text, await tickets.CurrentAsync(turn, state, cancellationToken), cancellationToken);
        return state;
    }

    private async Task<CustomerState> FilesAsync(
        Turn turn,
        CustomerState state,
        IReadOnlyList<Evidence> files,
        CancellationToken cancellationToken
    )
    {
        if (state.Draft is not null)
            return IntakeTalk.AddFiles(turn, state, files);
        if (await tickets.AddAsync(turn, state, "", files, answersQuestion: true, cancellationToken) is { } added)
            return added;
        // A photo before any word: kept, and the words are asked for.
        turn.Say("talk.filesFirst", ("count", files.Count));
        return state with
        {
            Draft = new() { Id = IntakeTalk.NewDraftId(), Files = files },
        };
    }

    private static CustomerState SaidAgain(Turn turn, CustomerState state)
    {
        if (state.Draft is not null)
            return IntakeTalk.AskAgain(turn, state);
        turn.Say("talk.saidAgain");
        return state;
    }

    // Emoji say how somebody feels, not what happened.
    private static CustomerState WithoutWords(Turn turn, CustomerState state, string text)
    {
        if (AnswerForm.IsNod(text))
            turn.Say("talk.welcomeThanks");
        else
            turn.Ask(
                (AnswerForm.IsSad(text) ? turn.Speech.Strings.Text(turn.Language, "talk.feelings") : "")
                    + turn.Speech.Strings.Text(turn.Language, "talk.feelingsAsk"),
                Offers(turn)
            );
        return state;
    }

    private static CustomerState NotUnderstood(Turn turn, CustomerState state)
    {
        turn.Ask(
            turn.Speech.Strings.Text(turn.Language, state.Puzzled == 0 ? "talk.notUnderstood" : "talk.notUnderstoodAgain"),
            Offers(turn)
        );
        return state with { Puzzled = state.Puzzled + 1 };
    }

    private static string[] Offers(Turn turn) =>
        Buttons.Of(turn, "talk.button.complain", "talk.button.form", "talk.button.status", "talk.button.human");
}
