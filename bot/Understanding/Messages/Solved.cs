using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Whether it was solved, as customers say it when the survey asks.</summary>
public static class Solved
{
    // A longer answer tells more than this.
    private const int Longest = 30;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.Solved.txt"));

    /// <summary>yes, partly or no; null when the words say none of it. A half beats a no, a no beats a yes.</summary>
    public static string? In(string text)
    {
        if (text.Length > Longest)
            return null;
        var said = Words.Said(CharacterFolding.Fold(text));
        return said.Contains("partly") ? "partly"
            : said.Contains("no") ? "no"
            : said.Contains("yes") ? "yes"
            : null;
    }
}
