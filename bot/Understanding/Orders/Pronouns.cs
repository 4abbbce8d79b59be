using Understanding.Writing;

namespace Understanding.Orders;

/// <summary>Words for the speaker.</summary>
internal static class Pronouns
{
    private static readonly string[] Me = ["我", "我自己", "本人", "俺", "自己", "me", "i", "i'll", "i'm", "myself", "my", "mine"];

    /// <summary>True when the words mean who speaks.</summary>
    public static bool IsMe(string words) => Me.Contains(CharacterFolding.Fold(words.Trim()));
}
