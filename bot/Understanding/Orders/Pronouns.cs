using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>Words for the speaker.</summary>
internal static class Pronouns
{
    private static readonly IReadOnlyList<string> Me = PhraseFiles.Of("Orders.InputWords.txt", "me");

    /// <summary>True when the words mean who speaks.</summary>
    public static bool IsMe(string words) => Me.Contains(CharacterFolding.Fold(words.Trim()));
}
