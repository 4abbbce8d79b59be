using System.Security.Cryptography;
using ComplaintBot.Conversations;
using Complaints.Organisations;

namespace ComplaintBot.Intake;

/// <summary>Goes on with a draft: the next question, the summary when nothing is missing, the form for those who prefer one.</summary>
internal static class Drafting
{
    /// <summary>A fresh, unguessable draft id.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Asks what happened.</summary>
    public static CustomerState Listen(Turn turn, CustomerState state)
    {
        turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.tellMe"), Buttons.Of(turn, "talk.button.form"));
        return state;
    }

    /// <summary>Answers the first words of a complaint: sorry, what was understood, the first question.</summary>
    public static CustomerState Open(Turn turn, CustomerState state, IntakeDraft draft)
    {
        var noted = DraftFacts.Known(draft, turn.Reader);
        var sorry = turn.Speech.Strings.Text(
            turn.Language,
            draft.SeverityReason is "danger" or "injury" ? "talk.safetyFirst"
                : draft.Severity >= Severity.High ? "talk.sorryUrgent"
                : "talk.sorry"
        );
        return GoOn(
            turn,
            state,
            draft,
            noted.Length == 0 ? sorry : sorry + turn.Speech.Strings.Text(turn.Language, "talk.noted", ("facts", noted))
        );
    }

    /// <summary>Asks for what is missing, else shows the summary; <paramref name="before"/> is said first.</summary>
    public static CustomerState GoOn(Turn turn, CustomerState state, IntakeDraft draft, string? before = null)
    {
        if (IntakeQuestions.Next(draft, turn.Organisation) is not { } question)
        {
            if (before is not null)
                turn.SayText(before);
            return Summary(turn, state, draft);
        }
        Put(turn, question, before, draft: draft);
        return state with { Draft = draft with { Asking = question } };
    }

    /// <summary>Shows everything noted, to be checked. The whole card again, at the end of the chat where the eyes are.</summary>
    public static CustomerState Summary(Turn turn, CustomerState state, IntakeDraft draft)
    {
        turn.Show("intake-summary", IntakeCards.Summary(draft, turn.Reader));
        return state with { Draft = draft with { Asking = null, Confirming = true } };
    }

    /// <summary>The form instead of questions, with what is known already filled in.</summary>
    public static CustomerState ShowForm(Turn turn, CustomerState state)
    {
        var draft = state.Draft ?? new() { Id = NewId() };
        turn.Show("intake-form", IntakeCards.Form(draft, turn.Reader));
        return state with { Draft = draft };
    }

    /// <summary>Comes back to where the draft stands after something else was talked about; <paramref name="before"/> leads back,
    /// the usual words when null.</summary>
    public static CustomerState AskAgain(Turn turn, CustomerState state, string? before = null)
    {
        var draft = state.Draft!;
        before ??= turn.Speech.Strings.Text(turn.Language, "talk.backToDraft");
        if (draft.Confirming)
        {
            turn.SayText(before);
            return Summary(turn, state, draft);
        }
        if (draft.Asking is { } question)
            Put(turn, question, before, draft.Repeated == question, draft);
        else if (draft.Matters.Count > 0)
            turn.Show("intake-choice", IntakeCards.Several(draft, turn.Reader));
        else
            turn.SayText(before + "\n" + turn.Speech.Strings.Text(turn.Language, "talk.tellMe"));
        return state;
    }

    /// <summary>Asks whether the draft shall really be dropped.</summary>
    public static CustomerState AskToDrop(Turn turn, CustomerState state)
    {
        turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.cancelDraft"), Buttons.Of(turn, "talk.button.drop", "talk.button.keepOn"));
        return state with { Pending = new(PendingKind.CancelDraft, null) };
    }

    /// <summary>What was understood of a message beside the answer to <paramref name="asked"/>; null when nothing.</summary>
    public static string? Noted(Turn turn, IntakeDraft before, IntakeDraft after, IntakeQuestion? asked)
    {
        var changed = DraftFacts.Changed(before, after, turn.Reader);
        if (changed.Length > 0)
            return turn.Speech.Strings.Text(turn.Language, "talk.changed", ("facts", changed));
        var added = DraftFacts.Added(before, after, asked, turn.Reader);
        return added.Length > 0 ? turn.Speech.Strings.Text(turn.Language, "talk.noted", ("facts", added)) : null;
    }

    /// <summary>Puts a question, after <paramref name="before"/>. The second time a person is among the buttons.</summary>
    public static void Put(Turn turn, IntakeQuestion question, string? before, bool again = false, IntakeDraft? draft = null)
    {
        var about = draft is null ? [] : AboutStaff.Unclear(draft, turn.Organisation).Select(id => turn.Reader.Person(id)).ToList();
        var strings = turn.Speech.Strings;
        var key = "talk.question." + Reader.Code(question);
        var words =
            question == IntakeQuestion.Accused
                ? strings.Text(turn.Language, key, ("names", string.Join(turn.Reader.Text("common.listSeparator"), about)))
                : strings.Text(turn.Language, key);
        var text = before is null ? words : before + "\n" + words;
        string[] choices = question switch
        {
            IntakeQuestion.Category => [.. turn.Organisation.Categories.Select(c => c.Name.In(turn.Language))],
            IntakeQuestion.Remedy => [.. IntakeCards.Remedies.Select(r => strings.Text(turn.Language, "remedy." + r))],
            IntakeQuestion.Accused =>
            [
                .. about.Count == 1 ? Buttons.Of(turn, "talk.button.aboutThem") : about.ToArray(),
                .. Buttons.Of(turn, "talk.button.notAboutThem", "talk.button.aboutUnknown"),
            ],
            _ => [strings.Text(turn.Language, "talk.button.skip")],
        };
        turn.Ask(text, again ? [.. choices, strings.Text(turn.Language, "talk.button.human")] : choices);
    }
}
