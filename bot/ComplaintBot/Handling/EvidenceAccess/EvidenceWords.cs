using System.Text.RegularExpressions;

namespace ComplaintBot.Handling.EvidenceAccess;

/// <summary>Reads "看照片 C-…" and "show the photos": words for the files, a ticket number or none, and nothing that says more. The
/// words stand in EvidenceWords.txt.</summary>
public static partial class EvidenceWords
{
    private const int Longest = 80;
    private static readonly Dictionary<string, string[]> Lists = Read();

    /// <summary>True when the text wants a file to go to the customer. The file's name may stand in it.</summary>
    public static bool AskToSend(string text)
    {
        if (text.Length is 0 or > Longest)
            return false;
        var words = Ticket().Replace(text, " ").ToLowerInvariant();
        return Without(words, Lists["send"]) != words && (Without(words, Lists["files"]) != words || FileName().IsMatch(words));
    }

    /// <summary>True when the text asks for the evidence and for nothing else.</summary>
    public static bool AskForIt(string text)
    {
        if (text.Length is 0 or > Longest)
            return false;
        var words = Ticket().Replace(text, " ").ToLowerInvariant();
        var rest = Without(words, Lists["files"]);
        return rest != words && !Without(rest, Lists["around"]).Any(char.IsLetterOrDigit);
    }

    // Latin words are whole words; Chinese ones stand without spaces.
    private static string Without(string text, IEnumerable<string> words) =>
        words.Aggregate(
            text,
            (left, word) =>
                char.IsAscii(word[0])
                    ? Regex.Replace(left, $@"\b{Regex.Escape(word)}\b", " ", RegexOptions.None, TimeSpan.FromSeconds(1))
                    : left.Replace(word, " ", StringComparison.Ordinal)
        );

    private static Dictionary<string, string[]> Read()
    {
        using var stream =
            typeof(EvidenceWords).Assembly.GetManifestResourceStream(typeof(EvidenceWords), "EvidenceWords.txt")
            ?? throw new InvalidOperationException("EvidenceWords.txt is not in the program.");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(':', 2))
            .SelectMany(parts =>
                // Words of several parts are written with "_".
                parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (List: parts[0], Word: word.Replace('_', ' ')))
            )
            .GroupBy(w => w.List, w => w.Word)
            // The longest first: 看看 before 看.
            .ToDictionary(words => words.Key, words => words.OrderByDescending(w => w.Length).ToArray());
    }

    [GeneratedRegex(@"\.(jpe?g|png|gif|webp|pdf|txt|docx?|xlsx?)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"C-[0-9]{8}-[0-9]{4,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ticket();
}
