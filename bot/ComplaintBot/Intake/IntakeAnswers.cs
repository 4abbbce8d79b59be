using ComplaintBot.Understanding;
using Complaints.Intake;
using Complaints.Organisations;

namespace ComplaintBot.Intake;

/// <summary>What a message adds to a draft: facts are taken wherever they are said, also several at once and out of turn; nothing said is thrown away.</summary>
public static class IntakeAnswers
{
    // Longest answer, in characters, that is taken for nothing but the answer.
    private const int BareAnswer = 40;

    /// <summary>The draft with everything taken that <paramref name="understood"/> found. A fact said again replaces the earlier one: people correct themselves.</summary>
    public static IntakeDraft Take(IntakeDraft draft, string text, Understood understood, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(understood);
        var slots = understood.Slots;
        var category = draft.Category ?? (organisation.FindCategory(understood.Category) is { } known ? known.Id : null);
        var severer = understood.Severity is { } severity && understood.SeverityReason is not null && !(draft.Severity > severity);
        return draft with
        {
            Said = [.. draft.Said, text],
            Category = category,
            Product = slots.Product ?? draft.Product,
            OrderNumber = slots.OrderNumber ?? draft.OrderNumber,
            Place = slots.Place ?? draft.Place,
            HappenedFrom = slots.HappenedFrom ?? draft.HappenedFrom,
            HappenedTo = slots.HappenedTo ?? draft.HappenedTo,
            Remedies = slots.Remedy is { } remedy && !draft.Remedies.Contains(remedy) ? [.. draft.Remedies, remedy] : draft.Remedies,
            Amount = slots.Amount?.Value ?? draft.Amount,
            Currency = slots.Amount?.Currency ?? draft.Currency,
            Phone = slots.Phone ?? draft.Phone,
            Email = slots.Email ?? draft.Email,
            Name = slots.Name ?? draft.Name,
            Severity = severer ? understood.Severity : draft.Severity,
            SeverityReason = severer ? understood.SeverityReason : draft.SeverityReason,
        };
    }

    /// <summary>Takes the answer to the question that waits. What was asked for is believed even where the understanding saw nothing in it.</summary>
    public static IntakeDraft Answer(IntakeDraft draft, string text, Understood understood, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var question = draft.Asking!.Value;
        var skipped = understood.Intent is Intents.No or Intents.Skip;
        var answered = draft with { Asking = null, Asked = [.. draft.Asked, question] };
        if (skipped)
            return answered;
        if (question == IntakeQuestion.Category && Choice(text, organisation) is { } chosen)
            return answered with { Category = chosen.Id };

        var before = answered;
        answered = Take(answered, text, understood, organisation);
        // A bare answer is a fact, not part of the story; a longer one may tell more and is kept.
        if (text.Length <= BareAnswer)
            answered = answered with { Said = before.Said };
        return question switch
        {
            IntakeQuestion.Category => answered with { Category = answered.Category ?? organisation.OtherCategory.Id },
            IntakeQuestion.Place when answered.Place == before.Place && text.Length <= 100 => answered with { Place = text.Trim() },
            IntakeQuestion.OrderNumber when answered.OrderNumber == before.OrderNumber && LooksLikeNumber(text) => answered with { OrderNumber = text.Trim() },
            IntakeQuestion.Remedy when answered.Remedies.Count == before.Remedies.Count => answered with { Remedies = ["other"] },
            IntakeQuestion.Contact when answered.Phone == before.Phone && LooksLikeNumber(text) => answered with { Phone = text.Trim() },
            _ => answered,
        };
    }

    /// <summary>What the domain files.</summary>
    public static FileComplaint ToCommand(IntakeDraft draft, Complainant complainant, Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var category = organisation.FindCategory(draft.Category) ?? organisation.OtherCategory;
        var byWords = draft.Severity is { } said && said > category.Severity;
        var details = new ComplaintDetails(category.Id, draft.Description)
        {
            Product = draft.Product,
            OrderNumber = draft.OrderNumber,
            Place = draft.Place,
            HappenedFrom = draft.HappenedFrom,
            HappenedTo = draft.HappenedTo,
            Remedies = draft.Remedies,
            Amount = draft.Amount,
            Currency = draft.Currency,
            Files = draft.Files,
            AboutStaff = About(draft.Description, organisation),
        };
        return new(draft.Kind, complainant, details, byWords ? draft.Severity!.Value : category.Severity, byWords ? draft.SeverityReason! : "category");
    }

    /// <summary>The category that a button or a name means, or null.</summary>
    public static Category? Choice(string text, Organisation organisation) => organisation.Categories.FirstOrDefault(c =>
        c.Id == text || c.Name.ByLanguage.Values.Concat(c.Aliases).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase));

    // A full name of staff in the words means that it may be about them: then neither they nor their line get it (procedure.md §1).
    private static List<string> About(string description, Organisation organisation) =>
        [.. organisation.Staff.Where(s => s.Name.Length > 1 && description.Contains(s.Name, StringComparison.OrdinalIgnoreCase)).Select(s => s.Id)];

    private static bool LooksLikeNumber(string text) => text.Length <= 40 && text.Count(char.IsAsciiDigit) >= 4;
}
