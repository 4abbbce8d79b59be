using ComplaintBot.Conversations;
using ComplaintBot.Handling.Chasing;
using ComplaintBot.PersonalData;
using ComplaintBot.Reports.Regular;
using Complaints.Intake;
using Complaints.Organisations;
using Understanding;

namespace ComplaintBot.Handling;

/// <summary>Talks with staff in Teams: their tickets, what they do to them by typing, what managers ask, complaints logged for
/// customers.</summary>
public sealed class StaffConversation(
    IUnderstanding understanding,
    StaffActions actions,
    Chases chases,
    ReportRequests reports,
    LogComplaint log,
    IQuestions questions,
    PersonalDataTalk privacy,
    LiveTalk.StaffSide talk
)
{
    /// <summary>The app was installed or somebody said hello: greeted once.</summary>
    public static StaffState Join(Turn turn, StaffState state)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Welcomed)
            return state;
        turn.Show("welcome-staff", StaffCards.Welcome(turn));
        return state with { Welcomed = true };
    }

    /// <summary>A member of staff wrote words.</summary>
    public async Task<StaffState> SaidAsync(Turn turn, StaffState state, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var member = turn.Person.Staff!;
        state = state with { Welcomed = true };
        if (text.Length == 0)
            return state;
        if (await talk.RelayAsync(turn, text, cancellationToken))
            return state;
        var understood = await understanding.ReadAsync(
            text,
            new Context
            {
                Language = turn.Language,
                Role = RoleOf(member),
                Now = turn.Organisation.Local(turn.Now),
                Organisation = turn.Organisation,
                Previous = state.PreviousQuestion(),
            },
            cancellationToken
        );

        if (state.Erasing is not null && await privacy.AnsweredAsync(turn, state, text, understood, cancellationToken) is { } answered)
            return answered;
        state = state with { Erasing = null };
        if (await privacy.SaidAsync(turn, state, text, cancellationToken) is { } taken)
            return taken;
        if (state.Confirming is { } asked && understood.Intent is Intents.Yes or Intents.No or Intents.Cancel)
        {
            if (understood.Intent == Intents.Yes)
                await actions.DoAllAsync(turn, asked, cancellationToken);
            else
                turn.Say("staff.notDone");
            return state with { Confirming = null };
        }
        state = state with { Confirming = null };
        if (await WhyThisTime.AnswerAsync(turn, text, understood.Slots.Ticket, state.LastTicket, cancellationToken) is { } explained)
            return state with { LastTicket = explained };
        if (WhyQuestions.Asks(text) && await questions.WhyAsync(turn, state, text, cancellationToken) is { } reasoned)
            return reasoned;
        if (await reports.TryAsync(turn, text, cancellationToken))
            return state;
        if (await chases.TryAsync(turn, state, text, cancellationToken) is { } chased)
            return chased;
        if (IsAsked(understood.Intent, questions.Likeness(turn, state, text)))
            return await questions.AnswerAsync(turn, state, text, cancellationToken);
        switch (understood.Intent)
        {
            case Intents.Act:
                return await actions.TypedAsync(turn, state, text, understood, cancellationToken);
            case Intents.Mine:
                return await questions.MineAsync(turn, state, cancellationToken);
            case Intents.Status when understood.Slots.Ticket is { } ticket:
                await actions.ShowAsync(turn, ticket, cancellationToken);
                return state with { LastTicket = ticket };
            case Intents.Status:
                return await questions.MineAsync(turn, state, cancellationToken);
            case Intents.Complain:
                log.Offer(turn, text, understood);
                return state;
            case Intents.Greeting or Intents.Help:
                return Join(turn, state with { Welcomed = false });
            case Intents.Thanks:
                turn.Say("talk.welcomeThanks");
                return state;
            default:
                if (await questions.TryAnswerAsync(turn, state, text, cancellationToken) is { } found)
                    return found;
                turn.Say("staff.notUnderstood");
                return state;
        }
    }

    /// <summary>True when a text is a question: "已完成的有几件" begins like a command and is one; "转给张敏" names a person like a question
    /// and is none;
    /// what no command was made of may go on with the question before ("只看 VIP 的").</summary>
    public static bool IsAsked(string intent, QuestionLikeness likeness) =>
        intent switch
        {
            Intents.Ask => true,
            Intents.Unclear => likeness != QuestionLikeness.None,
            Intents.Mine => likeness >= QuestionLikeness.Whole,
            Intents.Act or Intents.Complain => likeness == QuestionLikeness.Plain,
            _ => false,
        };

    /// <summary>A member of staff sent files, with or without words: evidence of the ticket that the words name, or of the one last
    /// talked about.</summary>
    public async Task<StaffState> SentFilesAsync(
        Turn turn,
        StaffState state,
        string text,
        IReadOnlyList<Evidence> files,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var understood =
            text.Length == 0
                ? null
                : await understanding.ReadAsync(
                    text,
                    new Context
                    {
                        Language = turn.Language,
                        Role = RoleOf(turn.Person.Staff!),
                        Now = turn.Organisation.Local(turn.Now),
                        Organisation = turn.Organisation,
                    },
                    cancellationToken
                );
        return await actions.AttachAsync(turn, state with { Welcomed = true }, understood?.Slots.Ticket, text, files, cancellationToken);
    }

    /// <summary>A member of staff pressed a button that came as a message (old clients, the web).</summary>
    public async Task<StaffState> PressedAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        var answer = await AnswerPressAsync(turn, state, inputs, cancellationToken);
        if (answer.Words is { } words)
            turn.SayText(words);
        if (answer.Card is { } card)
            turn.Send(card);
        return answer.State;
    }

    /// <summary>A button of either kind: what to show for it.</summary>
    public async Task<PressAnswer> AnswerPressAsync(Turn turn, StaffState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(inputs);
        var verb = inputs.Verb!;
        if (verb == "query.ask" && inputs.Text("text") is { } asked)
            return new(await SaidAsync(turn, state, asked, cancellationToken), null, null);
        if (verb.StartsWith("query.", StringComparison.Ordinal))
            return await questions.PressedAsync(turn, state, inputs, cancellationToken);
        if (verb.StartsWith("handOver.", StringComparison.Ordinal))
            return await talk.PressedAsync(turn, state, inputs, cancellationToken);
        if (verb.StartsWith("log.", StringComparison.Ordinal))
            return await log.PressedAsync(turn, state, inputs, cancellationToken);
        if (verb.StartsWith("confirm.", StringComparison.Ordinal))
        {
            if (state.Confirming is not { } waiting || (inputs.Text("confirm") is { } token && token != waiting.Token))
                return new(state, turn.Speech.Strings.Text(turn.Language, "talk.oldCard"), null, Refused: true);
            if (verb == "confirm.yes")
                await actions.DoAllAsync(turn, waiting, cancellationToken);
            return new(
                state with
                {
                    Confirming = null,
                },
                turn.Speech.Strings.Text(turn.Language, verb == "confirm.yes" ? "staff.done" : "staff.notDone"),
                null
            );
        }
        return await actions.PressedAsync(turn, state, inputs, cancellationToken);
    }

    private static SpeakerRole RoleOf(StaffMember member) =>
        member.Roles.Any(r => r is Role.Manager or Role.Quality or Role.Executive or Role.Admin) ? SpeakerRole.Manager : SpeakerRole.Staff;
}

/// <summary>What a button press is answered with: words, a card in place of the pressed one, or both.</summary>
public sealed record PressAnswer(StaffState State, string? Words, OutgoingMessage? Card, bool Refused = false);
