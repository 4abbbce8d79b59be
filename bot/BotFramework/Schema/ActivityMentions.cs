using System.Text.RegularExpressions;

namespace BotFramework.Schema;

/// <summary>Mentions: finding them, and taking the bot's own out of the text.</summary>
public static class ActivityMentions
{
    /// <summary>All mentions in the activity's entities.</summary>
    public static IReadOnlyList<Mention> GetMentions(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Entities is null
            ? []
            :
            [
                .. activity
                    .Entities.Where(e => e.Type == Mention.EntityType)
                    .Select(e => e as Mention ?? e.GetAs<Mention>())
                    .OfType<Mention>(),
            ];
    }

    /// <summary>Takes every mention of the recipient (the bot) out of <see cref="Activity.Text"/> and returns the new text.</summary>
    public static string? RemoveRecipientMention(this Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Recipient?.Id is { } id ? activity.RemoveMentionText(id) : activity.Text;
    }

    /// <summary>Takes every mention of one account out of <see cref="Activity.Text"/> and returns the new text.</summary>
    public static string? RemoveMentionText(this Activity activity, string accountId)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.Text is null)
            return null;
        foreach (var mention in activity.GetMentions().Where(m => m.Mentioned?.Id == accountId))
            activity.Text = Remove(activity.Text, mention);
        return activity.Text;
    }

    private static string Remove(string text, Mention mention)
    {
        if (mention.Text is { Length: > 0 } exact && text.Contains(exact, StringComparison.Ordinal))
            return Tidy(text.Replace(exact, "", StringComparison.Ordinal));
        if (mention.Mentioned?.Name is not { Length: > 0 } name)
            return text;
        // Some clients put attributes into the tag (<at id="0">Name</at>), so that the entity's text does not occur verbatim.
        var tag = $"<at(\\s[^<>]*)?>{Regex.Escape(name)}</at>";
        return Tidy(Regex.Replace(text, tag, "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
    }

    private static string Tidy(string text) => text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
}
