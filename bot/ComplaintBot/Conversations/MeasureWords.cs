using Understanding.Writing;

namespace ComplaintBot.Conversations;

/// <summary>What a customer reads of a measure: its words, or that something is done on our side where they are about our own
/// house.</summary>
internal static class MeasureWords
{
    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(MeasureWords), "MeasureWords.txt");

    /// <summary>The words for a customer, in the language of <paramref name="reader"/>.</summary>
    public static string ForCustomer(string measure, Reader reader) =>
        Forms["inner"].IsMatch(CharacterFolding.Fold(measure)) ? reader.Text("plan.onOurSide") : measure;
}
