using System.Text.RegularExpressions;
using ComplaintBot.BotService;
using ComplaintBot.BotService.Settings;

namespace ComplaintBot.Teams;

/// <summary>The address of a ticket that people pass on: <c>{address}/tickets/{number}</c>. It tells nothing by itself: it leads into
/// Teams, where the bot asks who is there.</summary>
public sealed partial class TicketLinks(BotAddress address, BotFrameworkSettings settings)
{
    /// <summary>Where the addresses begin.</summary>
    public const string Path = "/tickets/";

    /// <summary>The address of a ticket.</summary>
    public Uri Of(string ticket) => address.Of(Path + ticket);

    /// <summary>The number in an address of this installation; null for any other address.</summary>
    public string? TicketOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http"))
            return null;
        var own = address.Of(Path);
        return
            string.Equals(link.Authority, own.Authority, StringComparison.OrdinalIgnoreCase)
            && link.AbsolutePath.StartsWith(Path, StringComparison.OrdinalIgnoreCase)
            ? NumberIn(link.AbsolutePath[Path.Length..])
            : null;
    }

    /// <summary>A text as a ticket number; null when it is none.</summary>
    public static string? NumberIn(string text) => Number().IsMatch(text) ? text.ToUpperInvariant() : null;

    /// <summary>Where Teams opens the chat with the bot, the number already typed; null without an app id.</summary>
    public Uri? InTeams(string ticket) =>
        settings.AppId is { } bot
            ? new($"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(bot)}&message={Uri.EscapeDataString(ticket)}")
            : null;

    [GeneratedRegex(@"^C-[0-9]{8}-[0-9]{4,9}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
