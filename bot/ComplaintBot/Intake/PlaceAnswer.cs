using System.Text.RegularExpressions;
using ComplaintBot.Conversations;
using Understanding.Facts;
using Understanding.Messages;
using Understanding.Writing;

namespace ComplaintBot.Intake;

/// <summary>Reads the answer to "where is it?": the place as the customer wrote it, without what they say about other things in the
/// same breath.</summary>
internal static partial class PlaceAnswer
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
            .Select(p => Lead().Replace(p, ""))
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

    /// <summary>True for a street and number: "1号" in it is a house, not a day.</summary>
    public static bool IsAddress(string text) => Forms["address"].IsMatch(CharacterFolding.Fold(text));

    [GeneratedRegex(
        @"^(我家?在|我们在|就?在|地址是?：?|地点是?：?|it'?s (in|at) |it is (in|at) |i'?m (in|at) |we'?re (in|at) |in |at )",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Lead();
}
