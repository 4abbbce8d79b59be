using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Recognises that a message puts right what was said before: "change it to …", "not yesterday, the day before", 不是X，是Y.</summary>
public static class Corrections
{
    // So much of what stands behind the first clause may correct it.
    private const int Reach = 20;

    private static readonly PhraseForms Forms = PhraseForms.Beside(typeof(Corrections), "CorrectionForms.txt");

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.Corrections.txt"));

    /// <summary>True when some part of the text corrects.</summary>
    public static bool Are(string text)
    {
        var folded = CharacterFolding.Fold(text.Trim());
        return Words.In(folded).Any() || Forms["notThis"].IsMatch(folded);
    }

    /// <summary>True when the message begins by correcting.</summary>
    public static bool Begin(string text)
    {
        var end = text.AsSpan().IndexOfAny("，,。;；！!\n");
        return Forms.Say("begins", text) || Are(end < 0 ? text : text[..Math.Min(text.Length, end + 1 + Reach)]);
    }
}
