using ComplaintBot.BotService.Settings;
using ComplaintBot.Conversations;
using static ComplaintBot.Tab.TabFrame;

namespace ComplaintBot.Tab;

/// <summary>Links from the tab into the chat with the bot, with the words already written; sending them is one key.</summary>
internal sealed class ChatLinks(BotFrameworkSettings settings)
{
    /// <summary>A link that is shown as <paramref name="shown"/>; in local mode, where there is no Teams, the words alone.</summary>
    public string To(string words, string shown, Reader reader)
    {
        if (settings.AppId is not { } bot)
            return Safe(shown);
        var address = $"https://teams.microsoft.com/l/chat/0/0?users=28:{bot}&message={Uri.EscapeDataString(words)}";
        return $"<a href=\"{Safe(address)}\" data-chat title=\"{Safe(reader.Text("tab.inChat"))}\">{Safe(shown)}</a>";
    }
}
