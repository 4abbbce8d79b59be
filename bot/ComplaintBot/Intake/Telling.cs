using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;

namespace ComplaintBot.Intake;

/// <summary>Takes the words that tell what happened: they may belong to an open ticket or tell several matters, else they open a
/// draft.</summary>
internal static class Telling
{
    /// <summary>Takes them into <paramref name="draft"/>.</summary>
    public static async Task<CustomerState> TellAsync(
        Turn turn,
        CustomerState state,
        IntakeDraft draft,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        var told = Take(turn, draft, heard);
        if (await OpenTwinAsync(turn, state, told, cancellationToken) is { } twin)
        {
            // Its owner hears the words before anything is asked: whatever the customer says next, they are not lost.
            var add = new AddInformation(told.Description, told.Files, AnswersQuestion: false) { As = SaidAs.More };
            await CustomerCommands.DoAsync(turn, twin, add, "", cancellationToken);
            turn.Ask(turn.Speech.Strings.Text(turn.Language, "talk.duplicate", ("ticket", twin)), Buttons.Of(turn, "talk.button.another"));
            return state with
            {
                Draft = null,
                LastTicket = twin,
                Pending = new(PendingKind.Duplicate, twin) { Told = told },
            };
        }
        if (heard.Meaning.Told.Count > 1)
        {
            told = told with { Matters = [.. heard.Meaning.Told.Select(m => Matter(turn, m))] };
            turn.Show("intake-choice", IntakeCards.Several(told, turn.Reader));
            return state with { Draft = told };
        }
        return Drafting.Open(turn, state, told);
    }

    /// <summary>The draft with what the message told.</summary>
    public static IntakeDraft Take(Turn turn, IntakeDraft draft, Heard heard) =>
        IntakeAnswers.Take(draft, heard.Text, heard.Meaning, turn.Organisation, Wishes(turn, heard));

    /// <summary>The remedies that the message names; a button's own words are one, whatever else they mean.</summary>
    public static IReadOnlyList<string>? Wishes(Turn turn, Heard heard) =>
        IntakeCards.RemedyNamed(heard.Text, turn.Reader) is { } named ? [named] : null;

    // The category was read for it to be a matter of its own, so it counts even where it alone would not be sure.
    private static IntakeDraft Matter(Turn turn, Understanding.Messages.Matter matter) =>
        IntakeAnswers.Take(new() { Id = Drafting.NewId() }, matter.Text, matter.Meaning, turn.Organisation) with
        {
            Category = matter.Meaning.Category,
        };

    // The same customer, the same kind of thing, still open and within the window: offered to be added (docs/procedure.md §2).
    private static async Task<string?> OpenTwinAsync(Turn turn, CustomerState state, IntakeDraft draft, CancellationToken cancellationToken)
    {
        foreach (var open in await turn.OwnCasesAsync(cancellationToken))
        {
            if (
                open is { IsOpen: true, Kind: RecordKind.Complaint }
                && (open.Details.Category == draft.Category || (draft.Category is null && turn.NumberOf(open) == state.LastTicket))
                && turn.Now - open.ReceivedAt <= turn.Organisation.Quality.DuplicateWindow.ToTimeSpan()
            )
                return turn.NumberOf(open);
        }
        return null;
    }
}
