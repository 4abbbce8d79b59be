using ComplaintBot.Conversations;
using Understanding.Facts;
using Understanding.Messages;
using Understanding.Writing;

namespace ComplaintBot.Intake;

/// <summary>Reads the answer to "where is it?": the place as the customer wrote it, without what they say about other things in the
/// same breath.</summary>
internal static class PlaceAnswer
{
    private const int Longest = 100;

    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(PlaceAnswer), "PlaceAnswer.txt");

    /// <summary>The draft with the place. "Suzhou, no order number here" answers the next question too; clauses that tell other
    /// facts are no place.</summary>
    public static IntakeDraft Take(IntakeDraft draft, string text, IReadOnlyList<Clause> clauses)
    {
        if (text.Length > Longest)
            return draft;
        var parts = AnswerForm.Clauses(text);
        var others = clauses.Where(c => c.TellsFacts && !IsAddress(c.Text)).Select(c => c.Text);
        var noOrder = parts.Where(p => Forms["noOrder"].IsMatch(CharacterFolding.Fold(p))).ToList();
        var places = parts
            .Except(noOrder)
            .Except(others)
            .Where(p => !AnswerForm.IsDontKnow(p) && !Corrections.Are(p) && !PlaceEnds.IsNone(p))
            .Select(WithoutLead)
            .ToList();
        return draft with
        {
            Place = places.Count == 0 ? draft.Place : string.Join(text.Contains('，', StringComparison.Ordinal) ? "，" : ", ", places),
            Asked =
                noOrder.Count == 0 || draft.Asked.Contains(IntakeQuestion.OrderNumber)
                    ? draft.Asked
                    : [.. draft.Asked, IntakeQuestion.OrderNumber],
        };
    }

    private static string WithoutLead(string clause) => clause[Forms["lead"].Match(CharacterFolding.Fold(clause)).Length..];

    /// <summary>True for a street and number: "1号" in it is a house, not a day.</summary>
    public static bool IsAddress(string text) => Forms["address"].IsMatch(CharacterFolding.Fold(text));
}
