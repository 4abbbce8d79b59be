using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Short messages that are nothing but set phrases: yes, no, hello, skip. Sure enough to need no model.</summary>
internal static class SmallTalk
{
    private const int Longest = 40;
    private const string Filler = "filler",
        File = "Messages.SmallTalk.txt";

    // The order of the file is the order of precedence: "no, thank you" is no, "yes, hello" is yes.
    private static readonly string[] Precedence = [.. PhraseFiles.Of(File).Select(p => p.Name).Distinct()];
    private static readonly PhraseTable<string> Phrases = new(PhraseFiles.Of(File));

    /// <summary>The intent of a folded text that is small talk from end to end, else null.</summary>
    public static string? Of(ReadOnlySpan<char> folded)
    {
        if (folded.Length > Longest)
            return null;
        string? best = null;
        for (var i = 0; i < folded.Length;)
        {
            var intent = Phrases.Longest(folded, i, out var length);
            if (length == 0)
            {
                if (char.IsLetterOrDigit(folded[i]) || char.IsSurrogate(folded[i]))
                    return null;
                i++;
                continue;
            }
            if (intent != Filler && (best is null || Array.IndexOf(Precedence, intent) < Array.IndexOf(Precedence, best)))
                best = intent;
            i += length;
        }
        // "OK?" asks.
        return best == Intents.Yes && folded[^1] is '?' ? null : best;
    }
}
