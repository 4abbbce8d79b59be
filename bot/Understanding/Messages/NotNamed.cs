using Understanding.Writing;

namespace Understanding.Messages;

/// <summary>Hears the wish not to be named to those whom a complaint is about: "别告诉他是我投诉的", "please don't tell him it was me". The
/// words stand in NotNamed.txt.</summary>
public static class NotNamed
{
    // So many characters lie between one of the words and the next: "don't tell the technician who came that it was me".
    private const int ReachInChinese = 12;
    private const int Reach = 45;

    private static readonly PhraseTable<string> Words = new(PhraseFiles.Of("Messages.NotNamed.txt"));

    /// <summary>True when the text wishes it.</summary>
    public static bool IsWished(string text)
    {
        var folded = CharacterFolding.Fold(text);
        var (denied, told) = (-1, -1);
        for (var i = 0; i < folded.Length;)
        {
            var near = char.IsAscii(folded[i]) ? Reach : ReachInChinese;
            var word = Words.Longest(folded, i, out var length);
            switch (word)
            {
                case "secret":
                case "who" when told >= 0 && i - told <= near:
                    return true;
                case "deny":
                    (denied, told) = (i + length, -1);
                    break;
                case "tell" when denied >= 0 && i - denied <= near:
                    told = i + length;
                    break;
                case null when folded[i] is '.' or ';' or '!' or '?' or '。':
                    (denied, told) = (-1, -1);
                    break;
                default:
                    break;
            }
            i += Math.Max(length, 1);
        }
        return false;
    }
}
