using System.Security.Cryptography;
using ComplaintBot.Conversations;
using ComplaintBot.Handling;
using Complaints;
using Complaints.Intake;
using Complaints.Organisations;
using Understanding;

namespace ComplaintBot.Intake;

/// <summary>Takes one complaint from the first word to the ticket number (procedure.md §2).</summary>
public sealed class IntakeTalk(IUnderstanding understanding, Clauses clauses, SeveralMatters matters, Filing filing)
{
    // After this long somebody who says hello is welcomed back.
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(6);

    /// <summary>A fresh, unguessable draft id.</summary>
    public static string NewDraftId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>The first message of a complaint, inquiry or praise.</summary>
    public async Task<CustomerState> BeginAsync(
        Turn turn,
        CustomerState state,
        string text,
        IReadOnlyList<Evidence> files,
        Meaning understood,
        RecordKind kind,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var draft = new IntakeDraft
        {
            Id = NewDraftId(),
            Kind = kind,
            Files = files,
        };
        if (Buttons.IsPressed(turn, text, "talk.button.complain"))
            return Listen(turn, state with { Draft = draft });
        if (kind == RecordKind.Complaint)
            return await TellAsync(turn, state, draft, text, understood, cancellationToken);
        draft = IntakeAnswers.Take(draft, text, understood, turn.Organisation);
        return await FileAsync(
            turn,
            state with
            {
                Draft = draft with { Category = draft.Category ?? turn.Organisation.OtherCategory.Id },
            },
            cancellationToken
        );
    }

    /// <summary>Begins without asking whether it belongs to an open ticket: the customer said it does not.
    /// <paramref name="followsUp"/> is an ended complaint that is too old to go on.</summary>
    public async Task<CustomerState> BeginAnewAsync(
        Turn turn,
        CustomerState state,
        string text,
        IReadOnlyList<Evidence> files,
        CancellationToken cancellationToken,
        string? followsUp = null
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        var understood = await ReadAsync(turn, text, cancellationToken);
        return Opening(
            turn,
            state,
            IntakeAnswers.Take(
                new()
                {
                    Id = NewDraftId(),
                    Files = files,
                    FollowsUp = followsUp,
                },
                text,
                understood,
                turn.Organisation,
                (await clauses.OfAsync(turn, text, understood, cancellationToken)).Wishes
            )
        );
    }

    /// <summary>The form instead of questions, with what is known already filled in.</summary>
    public static CustomerState ShowForm(Turn turn, CustomerState state)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var draft = state.Draft ?? new() { Id = NewDraftId() };
        turn.Show("intake-form", IntakeCards.Form(draft, turn.Reader));
        return state with { Draft = draft };
    }

    /// <summary>The next message while a complaint is being told.</summary>
    public async Task<CustomerState> ContinueAsync(
        Turn turn,
        CustomerState state,
        string text,
        Meaning understood,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(understood);
        var draft = state.Draft!;
        // Web Chat's "retry" sends the same words as a new message: said once is enough.
        if (draft.Said.Count > 0 && draft.Said[^1] == text)
            return AskAgain(turn, state);
        if (understood.Intent is Intents.Cancel or Intents.Withdraw)
        {
            turn.Ask(
                turn.Speech.Strings.Text(turn.Language, "talk.cancelDraft"),
                Buttons.Of(turn, "talk.button.drop", "talk.button.keepOn")
            );
            return state with { Pending = new(PendingKind.CancelDraft, null) };
        }
        if (AnswerForm.IsForm(text) || Buttons.IsPressed(turn, text, "talk.button.form"))
            return ShowForm(turn, state);
        if (draft.Said.Count == 0)
        {
            return
                NotAnAnswers.Of(text, understood, facts: understood.Category is not null, words: true)
                    is NotAnAnswer.Wordless
                        or NotAnAnswer.Checking
                        or NotAnAnswer.Agreeing
                ? AskAgain(turn, state, turn.Speech.Strings.Text(turn.Language, "talk.imHere"))
                : await TellAsync(turn, state, draft, text, understood, cancellationToken);
        }
        if (draft.Matters.Count > 0)
        {
            // Answered in words instead of by a button.
            if (await SplitByWordsAsync(turn, state, text, understood, cancellationToken) is { } split)
                return split;
            draft = draft with { Matters = [] };
            state = state with { Draft = draft };
        }
        if (draft.Confirming)
            return await CheckedAsync(turn, state, text, understood, cancellationToken);
        if (draft.Asking == IntakeQuestion.Place && PlaceAnswer.IsAddress(text))
            understood = understood with { Slots = understood.Slots with { HappenedFrom = null, HappenedTo = null } };
        var parts = await clauses.OfAsync(turn, text, understood, cancellationToken);
        var taken = IntakeAnswers.Take(draft, text, understood, turn.Organisation, parts.Wishes);
        if (draft.Asking is null)
            return Next(turn, state, taken, Heard(turn, draft, taken, null));
        var facts =
            DraftFacts.Differ(draft, taken)
            || (draft.Asking == IntakeQuestion.Category && IntakeAnswers.Choice(text, turn.Organisation) is not null);
        if (
            NotAnAnswers.Of(text, understood, facts, words: draft.Asking is not (IntakeQuestion.Place or IntakeQuestion.Category)) is
            { } other
        )
            return Interrupted(turn, state, text, other);
        var answered = IntakeAnswers.Answer(draft, text, understood, turn.Organisation, parts);
        return Next(turn, state, answered, Heard(turn, draft, answered, draft.Asking));
    }

    /// <summary>Photos and files for the draft.</summary>
    public static CustomerState AddFiles(Turn turn, CustomerState state, IReadOnlyList<Evidence> files)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(files);
        var draft = state.Draft! with { Files = [.. state.Draft!.Files, .. files] };
        return AskAgain(
            turn,
            state with
            {
                Draft = draft,
            },
            turn.Speech.Strings.Text(turn.Language, "talk.filesAdded", ("count", files.Count))
        );
    }

    /// <summary>Comes back to where the draft stands after something else was talked about; <paramref name="before"/> leads back,
    /// the usual words when null.</summary>
    public static CustomerState AskAgain(Turn turn, CustomerState state, string? before = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        var draft = state.Draft!;
        before ??= turn.Speech.Strings.Text(turn.Language, "talk.backToDraft");
        if (draft.Confirming)
        {
            turn.SayText(before);
            return Summary(turn, state, draft);
        }
        if (draft.Asking is { } question)
            Put(turn, question, before);
        else if (draft.Matters.Count > 0)
            turn.Show("intake-choice", IntakeCards.Several(draft, draft.Matters, turn.Reader));
        else
            turn.SayText(before + "\n" + turn.Speech.Strings.Text(turn.Language, "talk.tellMe"));
        return state;
    }

    /// <summary>A button on the summary or the form.</summary>
    public async Task<CustomerState> PressedAsync(Turn turn, CustomerState state, CardInputs inputs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Verb == "intake.start")
            return Listen(turn, state with { Draft = state.Draft ?? new() { Id = NewDraftId() } });
        var draft = state.Draft;
        var draftId = inputs.Text("draft");
        if (state.Filed is { } filed && draftId is not null && draftId == filed.DraftId)
        {
            // Pressed twice, or on an old card: the same receipt, no second ticket.
            if (await turn.VisibleComplaintAsync(filed.Ticket, cancellationToken) is { } complaint)
                turn.Show("receipt", CustomerCards.Receipt(complaint, turn.Reader));
            return state;
        }
        // A form was filled with care: sent after its draft was dropped it begins a new one.
        if (draft is null && (inputs.Verb == "intake.form" || (inputs.Verb == "intake.edit" && draftId is null)))
            draft = new() { Id = NewDraftId() };
        else if (draft is null || (draftId is not null && draftId != draft.Id))
        {
            turn.Say("talk.oldCard");
            return state;
        }
        switch (inputs.Verb)
        {
            case "intake.submit":
                return await FileAsync(turn, state, cancellationToken);
            case "intake.cancel":
                turn.Ask(
                    turn.Speech.Strings.Text(turn.Language, "talk.cancelDraft"),
                    Buttons.Of(turn, "talk.button.drop", "talk.button.keepOn")
                );
                return state with { Pending = new(PendingKind.CancelDraft, null) };
            case "intake.edit":
                return ShowForm(turn, state with { Draft = draft });
            case "intake.form" when draft.Said.Count == 0 && !inputs.Has("description"):
                return Listen(turn, state with { Draft = IntakeCards.ReadForm(draft, inputs, turn.Organisation) });
            case "intake.form":
                return Summary(turn, state, IntakeCards.ReadForm(draft, inputs, turn.Organisation) with { Matters = [] });
            case "intake.split":
                return await SplitAsync(turn, state, inputs.Text("parts") == "many", cancellationToken);
            default:
                turn.Say("talk.oldCard");
                return state;
        }
    }

    /// <summary>Files the draft, and goes on with the next matter if the customer told several.</summary>
    public async Task<CustomerState> FileAsync(Turn turn, CustomerState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var filed = state.Draft;
        state = await filing.FileAsync(turn, state, cancellationToken);
        return state.Draft is null ? await NextMatterAsync(turn, state, filed, cancellationToken) : state;
    }

    /// <summary>Begins the matter that waits, if any; who the customer is was told with the one before.</summary>
    public async Task<CustomerState> NextMatterAsync(
        Turn turn,
        CustomerState state,
        IntakeDraft? before,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Later is not [var next, ..])
            return state;
        var understood = await ReadAsync(turn, next, cancellationToken);
        IntakeDraft draft = new()
        {
            Id = NewDraftId(),
            Phone = before?.Phone,
            Email = before?.Email,
            Name = before?.Name,
            Anonymous = before?.Anonymous == true,
        };
        if (before?.Asked.Contains(IntakeQuestion.Contact) == true)
            draft = draft with { Asked = [IntakeQuestion.Contact] };
        draft = IntakeAnswers.Take(
            draft,
            next,
            understood,
            turn.Organisation,
            (await clauses.OfAsync(turn, next, understood, cancellationToken)).Wishes
        );
        return Next(
            turn,
            state with
            {
                Later = [.. state.Later.Skip(1)],
            },
            draft,
            turn.Speech.Strings.Text(turn.Language, "talk.nextMatter", ("text", next))
        );
    }

    // The words that tell what happened: they may belong to an open ticket, else they open a draft.
    private async Task<CustomerState> TellAsync(
        Turn turn,
        CustomerState state,
        IntakeDraft draft,
        string text,
        Meaning understood,
        CancellationToken cancellationToken
    )
    {
        var told = IntakeAnswers.Take(
            draft,
            text,
            understood,
            turn.Organisation,
            (await clauses.OfAsync(turn, text, understood, cancellationToken)).Wishes
        );
        if (await OpenTwinAsync(turn, state, told, cancellationToken) is { } twin)
        {
            turn.Ask(
                turn.Speech.Strings.Text(turn.Language, "talk.duplicate", ("ticket", twin)),
                Buttons.Of(turn, "talk.button.same", "talk.button.another")
            );
            return state with
            {
                Draft = null,
                Pending = new(PendingKind.Duplicate, twin, text) { Files = told.Files },
            };
        }
        if (await matters.InAsync(turn, text, cancellationToken) is { Count: > 1 } several)
        {
            turn.Show("intake-choice", IntakeCards.Several(told, several, turn.Reader));
            return state with { Draft = told with { Matters = several } };
        }
        return Opening(turn, state, told);
    }

    private async Task<CustomerState?> SplitByWordsAsync(
        Turn turn,
        CustomerState state,
        string text,
        Meaning understood,
        CancellationToken cancellationToken
    ) =>
        understood.Intent == Intents.Yes || AnswerForm.IsSplit(text) ? await SplitAsync(turn, state, true, cancellationToken)
        : understood.Intent == Intents.No || AnswerForm.IsOne(text) ? await SplitAsync(turn, state, false, cancellationToken)
        : null;

    // Several matters: one after the other, or all in one.
    private async Task<CustomerState> SplitAsync(Turn turn, CustomerState state, bool many, CancellationToken cancellationToken)
    {
        var draft = state.Draft!;
        if (draft.Matters is not [var first, ..])
        {
            turn.Say("talk.oldCard");
            return state;
        }
        if (!many)
            return Opening(turn, state, draft with { Matters = [], Category = first.Category });
        var understood = await ReadAsync(turn, first.Text, cancellationToken);
        var told = IntakeAnswers.Take(
            new()
            {
                Id = draft.Id,
                Files = draft.Files,
                Phone = draft.Phone,
                Email = draft.Email,
                Name = draft.Name,
                Anonymous = draft.Anonymous,
            },
            first.Text,
            understood,
            turn.Organisation,
            (await clauses.OfAsync(turn, first.Text, understood, cancellationToken)).Wishes
        );
        return Opening(turn, state with { Later = [.. draft.Matters.Skip(1).Select(m => m.Text)] }, told);
    }

    private static CustomerState Listen(Turn turn, CustomerState state)
    {
        turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.tellMe"), Buttons.Of(turn, "talk.button.form"));
        return state;
    }

    // The customer has the summary before them and writes instead of pressing.
    private async Task<CustomerState> CheckedAsync(
        Turn turn,
        CustomerState state,
        string text,
        Meaning understood,
        CancellationToken cancellationToken
    )
    {
        var draft = state.Draft!;
        if (understood.Intent is Intents.Yes || AnswerForm.IsNod(text))
            return await FileAsync(turn, state, cancellationToken);
        if (understood.Intent is Intents.No)
        {
            turn.Say("talk.whatToChange");
            return state;
        }
        // No question is left to skip: the word is none of the story's.
        if (understood.Intent is Intents.Skip)
            return AskAgain(turn, state, turn.Speech.Strings.Text(turn.Language, "talk.justSubmit"));
        var taken = IntakeAnswers.Take(
            draft,
            text,
            understood,
            turn.Organisation,
            (await clauses.OfAsync(turn, text, understood, cancellationToken)).Wishes
        );
        switch (NotAnAnswers.Of(text, understood, DraftFacts.Differ(draft, taken), words: true))
        {
            case NotAnAnswer.Checking:
                return AskAgain(turn, state, turn.Speech.Strings.Text(turn.Language, "talk.imHere"));
            case NotAnAnswer.Wordless or NotAnAnswer.FedUp or NotAnAnswer.Agreeing or NotAnAnswer.Slip:
                return AskAgain(turn, state, turn.Speech.Strings.Text(turn.Language, "talk.justSubmit"));
            case NotAnAnswer.AboutTheBot:
                return AskAgain(turn, state, turn.Speech.Strings.Text(turn.Language, "talk.whatIAm"));
            case NotAnAnswer.Asking:
                return AskAgain(
                    turn,
                    state with
                    {
                        Draft = draft with { Said = taken.Said },
                    },
                    turn.Speech.Strings.Text(turn.Language, "talk.questionKept")
                );
            default:
                turn.SayText(
                    Heard(turn, draft, taken, null) is { Length: > 0 } heard
                        ? heard
                        : turn.Speech.Strings.Text(turn.Language, "talk.wordsAdded")
                );
                return Summary(turn, state, taken);
        }
    }

    // What was said answers nothing: it gets its own answer, and the question stays.
    private static CustomerState Interrupted(Turn turn, CustomerState state, string text, NotAnAnswer what)
    {
        var draft = state.Draft!;
        var again = state with { Draft = draft with { Repeated = draft.Asking } };
        switch (what)
        {
            case NotAnAnswer.Slip or NotAnAnswer.Agreeing when draft.Repeated == draft.Asking:
                return Next(turn, state, draft with { Asking = null, Asked = [.. draft.Asked, draft.Asking!.Value] });
            case NotAnAnswer.Checking:
                return AskAgain(
                    turn,
                    state,
                    turn.Speech.Strings.Text(turn.Language, turn.Now - state.LastHeard >= LongPause ? "talk.welcomeBack" : "talk.imHere")
                );
            case NotAnAnswer.FedUp:
                turn.Say("talk.enoughAsked");
                return Summary(
                    turn,
                    state,
                    draft with
                    {
                        Category = draft.Category ?? turn.Organisation.OtherCategory.Id,
                        Asked = Enum.GetValues<IntakeQuestion>(),
                    }
                );
            case NotAnAnswer.Correcting:
                return AskAgain(
                    turn,
                    state with
                    {
                        Draft = draft with { Said = [.. draft.Said, text] },
                    },
                    turn.Speech.Strings.Text(turn.Language, "talk.wordsAdded")
                );
            case NotAnAnswer.Asking:
                return AskAgain(
                    turn,
                    state with
                    {
                        Draft = draft with { Said = [.. draft.Said, text] },
                    },
                    turn.Speech.Strings.Text(turn.Language, "talk.questionKept")
                );
            default:
                return AskAgain(
                    turn,
                    again,
                    turn.Speech.Strings.Text(
                        turn.Language,
                        what == NotAnAnswer.AboutTheBot ? "talk.whatIAm"
                            : what == NotAnAnswer.Wordless && AnswerForm.IsSad(text) ? "talk.feelings"
                            : "talk.goOn"
                    )
                );
        }
    }

    // What was understood of a message beside the answer itself; null when nothing.
    private static string? Heard(Turn turn, IntakeDraft before, IntakeDraft after, IntakeQuestion? asked)
    {
        var changed = DraftFacts.Changed(before, after, turn.Reader);
        if (changed.Length > 0)
            return turn.Speech.Strings.Text(turn.Language, "talk.changed", ("facts", changed));
        var added = DraftFacts.Added(before, after, asked, turn.Reader);
        return added.Length > 0 ? turn.Speech.Strings.Text(turn.Language, "talk.noted", ("facts", added)) : null;
    }

    private ValueTask<Meaning> ReadAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        understanding.ReadAsync(
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

    private static CustomerState Opening(Turn turn, CustomerState state, IntakeDraft draft)
    {
        var noted = DraftFacts.Known(draft, turn.Reader);
        var sorry = turn.Speech.Strings.Text(
            turn.Language,
            draft.SeverityReason is "danger" or "injury" ? "talk.safetyFirst"
                : draft.Severity >= Severity.High ? "talk.sorryUrgent"
                : "talk.sorry"
        );
        return Next(
            turn,
            state,
            draft,
            noted.Length == 0 ? sorry : sorry + turn.Speech.Strings.Text(turn.Language, "talk.noted", ("facts", noted))
        );
    }

    private static CustomerState Next(Turn turn, CustomerState state, IntakeDraft draft, string? before = null)
    {
        if (IntakeQuestions.Next(draft, turn.Organisation) is not { } question)
        {
            if (before is not null)
                turn.SayText(before);
            return Summary(turn, state, draft);
        }
        Put(turn, question, before);
        return state with { Draft = draft with { Asking = question } };
    }

    private static CustomerState Summary(Turn turn, CustomerState state, IntakeDraft draft)
    {
        // The whole card again, at the end of the chat where the eyes are.
        turn.Show("intake-summary", IntakeCards.Summary(draft, turn.Reader));
        return state with { Draft = draft with { Asking = null, Confirming = true } };
    }

    private static void Put(Turn turn, IntakeQuestion question, string? before)
    {
        var strings = turn.Speech.Strings;
        var words = strings.Text(
            turn.Language,
            "talk.question." + char.ToLowerInvariant(question.ToString()[0]) + question.ToString()[1..]
        );
        var text = before is null ? words : before + "\n" + words;
        string[] choices = question switch
        {
            IntakeQuestion.Category => [.. turn.Organisation.Categories.Select(c => c.Name.In(turn.Language))],
            IntakeQuestion.Remedy => [.. IntakeCards.Remedies.Select(r => strings.Text(turn.Language, "remedy." + r))],
            _ => [strings.Text(turn.Language, "talk.button.skip")],
        };
        turn.Ask(text, choices);
    }

    // The same customer, the same kind of thing, still open and within the window: offered to be added (procedure.md §2).
    private static async Task<string?> OpenTwinAsync(Turn turn, CustomerState state, IntakeDraft draft, CancellationToken cancellationToken)
    {
        foreach (var ticket in await turn.Store.TicketsOfCustomerAsync(turn.Person.Actor.Id, cancellationToken))
        {
            if (
                await turn.ComplaintAsync(ticket, cancellationToken) is { IsOpen: true, Kind: RecordKind.Complaint } open
                && (open.Details.Category == draft.Category || (draft.Category is null && open.Ticket == state.LastTicket))
                && turn.Now - open.ReceivedAt <= turn.Organisation.Quality.DuplicateWindow.ToTimeSpan()
            )
                return ticket;
        }
        return null;
    }
}
