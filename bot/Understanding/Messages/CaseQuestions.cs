using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>What a customer wants to know of their own case.</summary>
public static class CaseQuestions
{
    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.CaseQuestions.txt"));

    /// <summary>True when the words ask when something happens or why it takes so long.</summary>
    public static bool Asks(string text) => Says(text, "when", "why");

    /// <summary>True when the words ask back why something was asked.</summary>
    public static bool AsksBack(string text) => Says(text, "asked");

    /// <summary>True when the words ask for the number of the complaint.</summary>
    public static bool AsksNumber(string text) => Says(text, "number");

    /// <summary>True when the words ask for more speed.</summary>
    public static bool Urges(string text) => Says(text, "hurry");

    private static bool Says(string text, params string[] kinds) => Words.In(CharacterFolding.Fold(text)).Any(f => kinds.Contains(f.Value));
}
