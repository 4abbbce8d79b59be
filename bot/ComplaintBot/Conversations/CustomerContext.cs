using System.Globalization;
using Complaints;
using Understanding;

namespace ComplaintBot.Conversations;

/// <summary>What a turn knows when a customer speaks: what the bot asked, what the draft holds, the customer's own cases.</summary>
internal static class CustomerContext
{
    /// <summary>Puts it together.</summary>
    public static async Task<Context> OfAsync(Turn turn, CustomerState state, CancellationToken cancellationToken)
    {
        // Praise and inquiries wait for nothing from whoever told them: a question after them is a new one.
        var mine = (await turn.OwnCasesAsync(cancellationToken)).Where(c => c.Kind == RecordKind.Complaint).ToList();
        return new()
        {
            Role = SpeakerRole.Customer,
            Organisation = turn.Organisation,
            Now = turn.Organisation.Local(turn.Now),
            Language = turn.Language,
            Asked = Asked(state, mine, turn.Person.Actor.Id),
            Known = state.Draft is { } draft ? Known(draft) : new Dictionary<string, string>(),
            OwnCases = [.. mine.Select(c => new OwnCase(c.Ticket, c.IsOpen, c.Details.Category))],
            Ticket = state.LastTicket,
        };
    }

    // The nearest question first: the one just asked, then what a case of theirs waits for.
    private static string? Asked(CustomerState state, IReadOnlyList<Complaint> mine, string customer) =>
        state.Pending?.Kind == PendingKind.Duplicate ? Context.Questions.SameMatter
        : state.Draft is { Confirming: true } ? Context.Questions.Summary
        : (state.Draft?.Asking ?? state.Missing?.Asking) is { } asking ? Name(asking)
        : state.Draft is { Said.Count: > 0 } ? Context.Questions.Nothing
        : state.Draft is not null ? null
        : mine.Any(c => c.State == ComplaintState.AwaitingConfirmation) ? Context.Questions.Satisfied
        : mine.Any(c => c.Hold?.Reason == HoldReason.WaitingCustomer) ? Context.Questions.Hold
        : mine.Any(c => c.IsSurveyOpenFor(customer)) ? Context.Questions.Survey
        : mine.Any(c => c.IsOpen) ? Context.Questions.Nothing
        : mine.Count > 0 ? Context.Questions.Closed
        : null;

    private static string Name(IntakeQuestion question) =>
        question switch
        {
            IntakeQuestion.Category => Context.Questions.Category,
            IntakeQuestion.Place => Context.Questions.Place,
            IntakeQuestion.OrderNumber => Context.Questions.OrderNumber,
            IntakeQuestion.Remedy => Context.Questions.Remedy,
            IntakeQuestion.Contact => Context.Questions.Contact,
            IntakeQuestion.Accused => Context.Questions.Nothing,
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No name."),
        };

    private static Dictionary<string, string> Known(IntakeDraft draft)
    {
        (string Name, string? Value)[] facts =
        [
            ("category", draft.Category),
            ("product", draft.Product),
            ("orderNumber", draft.OrderNumber),
            ("place", draft.Place),
            ("happenedFrom", draft.HappenedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("happenedTo", draft.HappenedTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("remedy", draft.Remedies.Count > 0 ? string.Join(',', draft.Remedies) : null),
            ("amount", draft.Amount?.ToString(CultureInfo.InvariantCulture)),
            ("phone", draft.Phone),
            ("email", draft.Email),
            ("name", draft.Name),
        ];
        return facts.Where(f => f.Value is not null).ToDictionary(f => f.Name, f => f.Value!);
    }
}
