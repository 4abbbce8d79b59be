using ComplaintBot.Conversations;
using Complaints.Intake;
using Complaints.Organisations;
using Understanding;
using Understanding.Categories;
using Understanding.Facts;
using Understanding.Messages;

namespace ComplaintBot.Intake;

/// <summary>What a message adds to a draft: facts are taken wherever they are said, also several at once and out of turn; nothing
/// said is thrown away.</summary>
public static class IntakeAnswers
{
    // What an answer may hold beside the fact itself, in letters and digits, and still be nothing but the answer: "my number is …".
    private const int BareExtra = 10;

    // Chinese says a thing in fewer characters.
    private const int BareExtraInChinese = 4;

    /// <summary>The draft with everything taken that <paramref name="understood"/> found. A fact said again replaces the earlier
    /// one: people correct themselves.
    /// <paramref name="wishes"/> are the remedies where several are named; null = the one that was understood.</summary>
    public static IntakeDraft Take(
        IntakeDraft draft,
        string text,
        Meaning understood,
        Organisation organisation,
        IReadOnlyList<string>? wishes = null
    )
    {
        // A part of the place put right is that part alone, whatever else the words look like.
        var mended = PartCorrections.Mended(draft.Place, text);
        var slots = mended is null ? understood.Slots : new() { Place = mended };
        var isSure = understood.CategoryConfidence >= CategoryConfidence.Sure;
        var named = organisation.FindCategory(understood.Category)?.Id;
        var corrects = draft.Said.Count > 0 && (understood.Turn == TurnMeanings.Correct || Corrections.Are(text));
        // "No, five of them" corrects a fact, not what it is about: a category changes only when the words plainly name another.
        var namesAnother = isSure && named != organisation.OtherCategory.Id;
        var category = corrects && namesAnother ? named ?? draft.Category : draft.Category ?? (isSure ? named : null);
        draft = Without(draft, Removals.Of(text));
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
            Remedies = Joined(
                corrects ? [] : draft.Remedies,
                wishes ?? [.. slots.Remedies.Union(slots.Remedy is { } remedy ? [remedy] : [])],
                draft.Remedies
            ),
            Amount = slots.Amount?.Value ?? draft.Amount,
            Currency = slots.Amount?.Currency ?? draft.Currency,
            Phone = slots.Phone ?? draft.Phone,
            Email = slots.Email ?? draft.Email,
            Name = slots.Name ?? draft.Name,
            Anonymous = draft.Anonymous || AnswerForm.IsAnonymous(text),
            // Who will not be called is not asked for a number.
            Asked =
                AnswerForm.IsNoContact(text) && slots.Phone is null && !draft.Asked.Contains(IntakeQuestion.Contact)
                    ? [.. draft.Asked, IntakeQuestion.Contact]
                    : draft.Asked,
            Severity = severer ? understood.Severity : draft.Severity,
            SeverityReason = severer ? understood.SeverityReason : draft.SeverityReason,
        };
    }

    /// <summary>Takes the answer to the question that waits. What was asked for is believed even where the understanding saw
    /// nothing in it.</summary>
    public static IntakeDraft Answer(IntakeDraft draft, Heard heard, Organisation organisation, IReadOnlyList<string>? wishes = null)
    {
        var (text, understood) = (heard.Text, heard.Meaning);
        var question = draft.Asking!.Value;
        var before = draft with { Asking = null, Asked = [.. draft.Asked, question] };
        if (question == IntakeQuestion.Category && Choice(text, organisation) is { } chosen)
            return before with { Category = chosen.Id };
        var taken = Take(before, text, understood, organisation, wishes);
        // It answers the question that was still to come, and not this one.
        var isRefused = taken.Asked.Contains(IntakeQuestion.Contact) && !draft.Asked.Contains(IntakeQuestion.Contact);
        if (question != IntakeQuestion.Contact && isRefused)
            return taken with { Asked = [.. taken.Asked.Where(a => a != question)] };
        if ((understood.Intent is Intents.No or Intents.Skip || AnswerForm.IsDontKnow(text)) && !DraftFacts.Differ(before, taken))
            return before;
        var answered = question switch
        {
            IntakeQuestion.Category when !DraftFacts.Differ(before, taken) => taken with { Category = organisation.OtherCategory.Id },
            IntakeQuestion.Place when taken.Place == before.Place => PlaceAnswer.Take(taken, text, understood.Clauses),
            IntakeQuestion.OrderNumber
                when taken.OrderNumber == before.OrderNumber && LooksLikeNumber(text) && !Messengers.AreNamed(text) => taken with
                {
                    OrderNumber = text.Trim(),
                },
            IntakeQuestion.Remedy
                when taken.Remedies.Count == before.Remedies.Count
                    && !DraftFacts.Differ(before, taken)
                    && heard.Turn is null or TurnMeanings.Answer or TurnMeanings.Confirm => taken with
                    {
                        Remedies = ["other"],
                    },
            IntakeQuestion.Contact when taken.Phone == before.Phone && taken.Email == before.Email && IsMostlyDigits(text) => taken with
            {
                Phone = text.Trim(),
            },
            _ => taken,
        };
        // What was asked for is still missing, but something else was told: the question stays.
        if (IsMissing(question, answered) && DraftFacts.Differ(before, taken))
            return taken with { Asked = draft.Asked };
        // A bare answer is a fact, not part of the story; what tells more is kept word for word.
        return IsBare(question, text, before, answered) ? answered with { Said = before.Said } : answered;
    }

    /// <summary>What the domain files.</summary>
    public static FileComplaint ToCommand(IntakeDraft draft, Complainant complainant, Organisation organisation)
    {
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
            AboutStaff = AboutStaff.Of(draft, organisation),
            NotNamed = Understanding.Messages.NotNamed.IsWished(draft.Description),
        };
        return new(
            draft.Kind,
            complainant,
            details,
            byWords ? draft.Severity!.Value : category.Severity,
            byWords ? draft.SeverityReason! : "category"
        );
    }

    /// <summary>The category that a button or a name means, or null.</summary>
    public static Category? Choice(string text, Organisation organisation) =>
        organisation.Categories.FirstOrDefault(c =>
            c.Id == text || c.Name.ByLanguage.Values.Concat(c.Aliases).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
        );

    // "Not a repair, a refund": what is wished for instead replaces the wish; nothing said leaves it.
    private static IReadOnlyList<string> Joined(
        IReadOnlyList<string> before,
        IReadOnlyList<string> more,
        IReadOnlyList<string> otherwise
    ) =>
        more.Count == 0 ? otherwise
        : more.Except(before).Any() ? [.. before.Union(more)]
        : before;

    private static IntakeDraft Without(IntakeDraft draft, IReadOnlyCollection<string> removed) =>
        removed.Count == 0
            ? draft
            : draft with
            {
                Product = removed.Contains("product") ? null : draft.Product,
                OrderNumber = removed.Contains("orderNumber") ? null : draft.OrderNumber,
                Place = removed.Contains("place") ? null : draft.Place,
                Phone = removed.Contains("phone") ? null : draft.Phone,
                Email = removed.Contains("email") ? null : draft.Email,
                Name = removed.Contains("name") ? null : draft.Name,
            };

    private static bool IsMissing(IntakeQuestion question, IntakeDraft draft) =>
        question switch
        {
            IntakeQuestion.Category => draft.Category is null,
            IntakeQuestion.Place => draft.Place is null,
            IntakeQuestion.OrderNumber => draft.OrderNumber is null,
            IntakeQuestion.Remedy => draft.Remedies.Count == 0,
            _ => draft.Phone is null && draft.Email is null,
        };

    private static bool IsBare(IntakeQuestion question, string text, IntakeDraft before, IntakeDraft after)
    {
        var fact = question switch
        {
            IntakeQuestion.Category when text.Length <= 12 => text,
            IntakeQuestion.Place => after.Place,
            IntakeQuestion.OrderNumber => after.OrderNumber,
            IntakeQuestion.Contact => after.Phone ?? after.Email,
            IntakeQuestion.Remedy when after.Remedies.Count > before.Remedies.Count && after.Remedies[^1] != "other" => text,
            _ => null,
        };
        var extra = text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? BareExtraInChinese : BareExtra;
        return fact is not null && text.Count(char.IsLetterOrDigit) - fact.Count(char.IsLetterOrDigit) <= extra && text.Length <= 60;
    }

    // "LINE id mei_2024" is a way to reach somebody, and no phone: it stays in the story.
    private static bool IsMostlyDigits(string text) =>
        LooksLikeNumber(text) && text.Count(char.IsAsciiDigit) * 2 > text.Count(char.IsLetterOrDigit) && text.Count(char.IsAsciiLetter) < 3;

    private static bool LooksLikeNumber(string text) => text.Length <= 40 && text.Count(char.IsAsciiDigit) >= 4;
}
