using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Which safety advice fits the words of somebody in danger: nobody in hospital wants to hear that they should cut the
/// power.</summary>
public static class Safety
{
    private static readonly string[] InOrder = ["hospital", "fire", "gas", "shock"];
    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.Safety.txt"));

    /// <summary>One of hospital, fire, gas, shock, or general.</summary>
    public static string Advice(string text)
    {
        var said = Words.Said(CharacterFolding.Fold(text));
        return InOrder.FirstOrDefault(said.Contains) ?? "general";
    }
}
