using ComplaintBot.Conversations;
using Complaints;
using Complaints.Organisations;

namespace ComplaintBot.Intake;

/// <summary>Which question comes next: only what is missing, each at most once, the most useful first (docs/procedure.md §2).</summary>
public static class IntakeQuestions
{
    /// <summary>The next question, or null when the summary can be shown.</summary>
    public static IntakeQuestion? Next(IntakeDraft draft, Organisation organisation)
    {
        if (Missing(IntakeQuestion.Category, draft.Category is null))
            return IntakeQuestion.Category;
        // What is no complaint is handed over as it is: nobody is questioned for a compliment.
        if (draft.Kind != RecordKind.Complaint)
            return null;
        if (Missing(IntakeQuestion.Place, draft.Place is null && organisation.FindCategory(draft.Category)?.OnSite == true))
            return IntakeQuestion.Place;
        // In an emergency somebody must know where to go and whom to call; the rest can wait.
        var urgent = draft.Severity == Severity.Critical;
        if (!urgent && Missing(IntakeQuestion.OrderNumber, draft.OrderNumber is null && draft.Place is null))
            return IntakeQuestion.OrderNumber;
        if (!urgent && Missing(IntakeQuestion.Remedy, draft.Remedies.Count == 0))
            return IntakeQuestion.Remedy;
        if (!urgent && Missing(IntakeQuestion.Accused, AboutStaff.Unclear(draft, organisation).Count > 0))
            return IntakeQuestion.Accused;
        if (Missing(IntakeQuestion.Contact, draft.Phone is null && draft.Email is null && !draft.Anonymous))
            return IntakeQuestion.Contact;
        return null;

        bool Missing(IntakeQuestion question, bool unknown) => unknown && !draft.Asked.Contains(question);
    }
}
