using System.Text.RegularExpressions;
using DirectLine.Wire;
using Microsoft.Bot.Schema;

namespace ComplaintBot.Conversations;

/// <summary>Takes the bot's own mention out of what was said. Where the SDK's way looks for the mention's words as they are, some
/// clients put attributes into the tag or a hard space behind it.</summary>
public static partial class BotMention
{
    /// <summary>The text without mentions of the recipient, the bot; null when there is no text.</summary>
    public static string? TextWithout(Activity activity)
    {
        if (activity.Text is not { } text || activity.Recipient?.Id is not { } bot)
            return activity.Text;
        var mentions = (activity.Entities ?? []).Where(e => e.Type == "mention").Select(e => ProtocolJson.As<Mention>(e.Properties));
        foreach (var mention in mentions.Where(m => m?.Mentioned?.Id == bot))
            text = Remove(text, mention!);
        return text;
    }

    /// <summary>The text with mentions of people as their plain names.</summary>
    public static string WithNames(string text)
    {
        return text.Contains("<at", StringComparison.OrdinalIgnoreCase) ? Tidy(Tag().Replace(text, " ${name} ")) : text;
    }

    [GeneratedRegex(@"@?<at(\s[^<>]*)?>(?<name>[^<>]*)</at>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    private static string Remove(string text, Mention mention)
    {
        if (mention.Text is { Length: > 0 } exact && text.Contains(exact, StringComparison.Ordinal))
            return Tidy(text.Replace(exact, "", StringComparison.Ordinal));
        if (mention.Mentioned.Name is not { Length: > 0 } name)
            return text;
        var tag = $"<at(\\s[^<>]*)?>{Regex.Escape(name)}</at>";
        return Tidy(Regex.Replace(text, tag, "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
    }

    private static string Tidy(string text) => text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
}
