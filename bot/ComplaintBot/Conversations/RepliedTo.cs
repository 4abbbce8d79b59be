using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Which message somebody answers: a thread's, or the one quoted above the words in a chat.</summary>
public static partial class RepliedTo
{
    /// <summary>The id of that message; null when none is answered.</summary>
    public static string? Message(Activity activity)
    {
        if (activity.ReplyToId is { Length: > 0 } thread)
            return thread;
        foreach (var html in (activity.Attachments ?? []).Where(a => a.ContentType == "text/html").Select(a => a.Content?.ToString()))
        {
            if (html is not null && Quoted().Match(html) is { Success: true } quoted)
                return quoted.Groups["id"].Value;
        }
        return null;
    }

    /// <summary>The ticket in the key of a message that was sent, such as <c>ticket:C-…</c>; null when it is about none.</summary>
    public static string? Ticket(string? key) => key is not null && Number().Match(key) is { Success: true } number ? number.Value : null;

    [GeneratedRegex(
        "itemtype=\"[^\"]*/Reply\"[^>]*itemid=\"(?<id>[^\"]{1,200})\"",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(@"C-\d{8}-\d{4,}", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
