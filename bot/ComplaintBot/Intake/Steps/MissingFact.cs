using ComplaintBot.Conversations;
using Complaints;
using Complaints.Intake;
using Understanding;

namespace ComplaintBot.Intake.Steps;

/// <summary>Where to go and whom to call is asked after a complaint that could not wait was filed; each answer is on the ticket at
/// once.</summary>
internal sealed class MissingFact : IStep<CustomerState>, IOpenQuestion<CustomerState>
{
    public async ValueTask<CustomerState?> TakeAsync(Turn turn, CustomerState state, Heard heard, CancellationToken cancellationToken)
    {
        if (
            state.Missing is not { } missing
            || state.Draft is not null
            || await turn.VisibleComplaintAsync(missing.Ticket, cancellationToken) is not { IsOpen: true }
        )
            return null;
        if (heard.Turn is TurnMeanings.Refuse or TurnMeanings.DontKnow || AnswerForm.IsDontKnow(heard.Text))
            return await AskAsync(turn, state, missing.Ticket, [missing.Asking], cancellationToken);
        if (Answer(missing.Asking, heard) is not { } facts)
            return null;
        await CustomerCommands.DoAsync(turn, missing.Ticket, new CorrectFacts(facts, heard.Text), "talk.added", cancellationToken);
        return await AskAsync(turn, state, missing.Ticket, [missing.Asking], cancellationToken);
    }

    /// <inheritdoc/>
    public CustomerState? PutAgain(Turn turn, CustomerState state)
    {
        if (state.Missing is not { PutAgain: false } missing || state.Draft is not null)
            return null;
        Drafting.Put(turn, missing.Asking, turn.Reader.Text("talk.backToDraft"), again: true);
        return state with { Missing = missing with { PutAgain = true } };
    }

    /// <summary>Asks for the place and for a way to reach the customer, one after the other; <paramref name="asked"/> was asked
    /// already.</summary>
    public static async ValueTask<CustomerState> AskAsync(
        Turn turn,
        CustomerState state,
        string ticket,
        IReadOnlyList<IntakeQuestion> asked,
        CancellationToken cancellationToken
    )
    {
        var complaint = await turn.ComplaintAsync(ticket, cancellationToken);
        IntakeQuestion? next =
            complaint is null ? null
            : Lacks(complaint, IntakeQuestion.Place) && !asked.Contains(IntakeQuestion.Place) && !asked.Contains(IntakeQuestion.Contact)
                ? IntakeQuestion.Place
            : Lacks(complaint, IntakeQuestion.Contact) && !asked.Contains(IntakeQuestion.Contact) ? IntakeQuestion.Contact
            : null;
        if (next is not { } question)
            return state with { Missing = null };
        Drafting.Put(turn, question, null);
        return state with { Missing = new(ticket, question) };
    }

    private static bool Lacks(Complaint complaint, IntakeQuestion fact) =>
        fact == IntakeQuestion.Place
            ? complaint.Details.Place is null
            : complaint.Complainant is { Phone: null, Email: null, Anonymous: false };

    private static CorrectedFacts? Answer(IntakeQuestion asking, Heard heard)
    {
        if (asking == IntakeQuestion.Contact)
            return heard.Slots is { Phone: null, Email: null } ? null : new() { Phone = heard.Slots.Phone, Email = heard.Slots.Email };
        var place =
            heard.Slots.Place
            ?? (
                heard.Turn is TurnMeanings.Answer or TurnMeanings.AddInformation or TurnMeanings.Ambiguous
                    ? PlaceAnswer.Take(new() { Id = "" }, heard.Text, heard.Meaning.Clauses).Place
                    : null
            );
        return place is null
            ? null
            : new()
            {
                Place = place,
                Phone = heard.Slots.Phone,
                Email = heard.Slots.Email,
            };
    }
}
